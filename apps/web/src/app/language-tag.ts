import type { Locale } from '../i18n/locale.ts'

/** The language and the country that react-aria reads its own few words, numbers and orders by. */
export function languageTag(locale: Locale): string {
  return locale === 'fr' ? 'fr-FR' : 'en-GB'
}
