import { useSyncExternalStore } from 'react'

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** The key in localStorage, and the cookie by which the server knows it; `app/start.ts` reads the first too, before the first paint. */
const storageKey = 'concerte.locale'
const listeners = new Set<() => void>()
let current: Locale | undefined

export function currentLocale(): Locale {
  current ??= storedLocale()
  return current
}

/** The language of what a server is about to render. */
export function adoptLocale(locale: Locale): void {
  current = locale
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
  document.cookie = `${storageKey}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`
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
