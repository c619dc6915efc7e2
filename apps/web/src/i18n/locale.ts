import { useSyncExternalStore } from 'react'

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** The key in localStorage; `app/start.ts` reads it too, before the first paint. */
const storageKey = 'concerte.locale'
const listeners = new Set<() => void>()
let current: Locale | undefined

export function currentLocale(): Locale {
  current ??= storedLocale()
  return current
}

/** Changes the language of the page, of `<html lang>` and of the next visit. */
export function setLocale(locale: Locale): void {
  current = locale
  document.documentElement.lang = locale
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    // Storage can be refused (private windows, policies): the language then holds for this page only.
  }
  for (const listener of listeners) listener()
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function storedLocale(): Locale {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'fr'
  } catch {
    return 'fr'
  }
}
