import { useMessages } from '../i18n/catalogue.ts'
import { setLocale, useLocale } from '../i18n/locale.ts'
import { Button } from '../ui/button.tsx'
import { appMessages } from './messages.ts'

/** The other language, in its own words: for pages where nobody is signed in. */
export function LanguageSwitch() {
  const t = useMessages(appMessages)
  const other = useLocale() === 'fr' ? 'en' : 'fr'
  return (
    <Button look="quiet" small lang={other} onPress={() => setLocale(other)}>
      {t.languages[other]}
    </Button>
  )
}
