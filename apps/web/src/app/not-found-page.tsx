import { useMessages } from '../i18n/catalogue.ts'
import { ButtonLink } from '../ui/button.tsx'
import { appMessages } from './messages.ts'
import { Page } from './page.tsx'

export function NotFoundPage() {
  const t = useMessages(appMessages)
  return (
    <Page narrow title={t.notFound.title} lead={t.notFound.text}>
      <div>
        <ButtonLink href="/" look="primary">
          {t.notFound.back}
        </ButtonLink>
      </div>
    </Page>
  )
}
