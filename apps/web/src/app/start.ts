/**
 * Runs before every other module (vite.config.ts gives it a chunk of its own, imported first): what must hold before the first schema is
 * made and the first word is shown.
 */

// zod tries `new Function` once to see whether it may compile; the Content-Security-Policy would report the try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

// The language of the last visit (key of i18n/locale.ts).
try {
  if (localStorage.getItem('concerte.locale') === 'en') document.documentElement.lang = 'en'
} catch {
  // Storage refused: the page stays in French.
}
