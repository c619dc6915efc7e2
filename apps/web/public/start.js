// Runs before every module. A file of its own: the Content-Security-Policy lets nothing inline run.

// zod would try `new Function` once to see whether it may compile; the policy would report each try.
// oxlint-disable-next-line no-underscore-dangle -- zod's own name
globalThis.__zod_globalConfig = { jitless: true }

// The language of the last visit, before the first paint (key of src/i18n/locale.ts).
try {
  if (localStorage.getItem('concerte.locale') === 'en') document.documentElement.lang = 'en'
} catch {
  // Storage refused: the page stays in French.
}
