import type { Locale } from './locale.ts'

const rules: Record<Locale, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
}

/** The form of a noun for a count: `plural('fr', 0, 'ligne', 'lignes')` is «ligne», in English 0 takes the second. */
export function plural(locale: Locale, count: number, one: string, other: string): string {
  return rules[locale].select(count) === 'one' ? one : other
}
