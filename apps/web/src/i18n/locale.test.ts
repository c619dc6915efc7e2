import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** A fresh module in a browser whose storage holds `stored`; `null` refuses any use of it. */
async function setupLocale(stored: string | undefined | null) {
  const storage = new Map(stored == null ? [] : [['concerte.locale', stored]])
  const page = { documentElement: { lang: 'fr' }, cookie: '' }
  vi.stubGlobal('document', page)
  vi.stubGlobal('localStorage', {
    getItem: stored === null ? refuse : (key: string) => storage.get(key) ?? null,
    setItem: stored === null ? refuse : (key: string, value: string) => storage.set(key, value),
  })
  const { currentLocale, setLocale } = await import('./locale.ts')
  return { currentLocale, setLocale, page, storage }
}

it('the first visit is in French', async () => {
  const { currentLocale } = await setupLocale(undefined)
  expect(currentLocale()).toBe('fr')
})

it('a visit starts in the language of the last one', async () => {
  const { currentLocale } = await setupLocale('en')
  expect(currentLocale()).toBe('en')
})

it('an unknown stored language is taken as French', async () => {
  const { currentLocale } = await setupLocale('xx')
  expect(currentLocale()).toBe('fr')
})

it('a change sets the page’s language and is kept', async () => {
  const { currentLocale, setLocale, page, storage } = await setupLocale(undefined)
  setLocale('en')
  expect(currentLocale()).toBe('en')
  expect(page.documentElement.lang).toBe('en')
  expect(storage.get('concerte.locale')).toBe('en')
  // The server renders in it.
  expect(page.cookie).toMatch(/^concerte\.locale=en; Path=\/;/)
})

it('a browser that refuses storage still changes language', async () => {
  const { currentLocale, setLocale } = await setupLocale(null)
  expect(currentLocale()).toBe('fr')
  setLocale('en')
  expect(currentLocale()).toBe('en')
})

function refuse(): never {
  throw new DOMException('refused', 'SecurityError')
}
