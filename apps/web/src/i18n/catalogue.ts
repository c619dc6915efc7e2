import { useLocale } from './locale.ts'
import type { Locale } from './locale.ts'

/** What a feature says: plain strings, functions of parameters to a string, or such objects within. */
export type Messages = { readonly [key: string]: string | Messages | ((...parameters: never[]) => string) }

/** A feature's words in both languages. French is the form: English that lacks a key, or takes other parameters, does not compile. */
export type Catalogue<French extends Messages> = Readonly<Record<Locale, French>>

export function defineMessages<French extends Messages>(fr: French, en: NoInfer<French>): Catalogue<French> {
  return { fr, en }
}

/** The words of a catalogue in the reader's language; the component renders again when the language changes. */
export function useMessages<French extends Messages>(catalogue: Catalogue<French>): French {
  return catalogue[useLocale()]
}
