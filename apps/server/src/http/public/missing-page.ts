import type { Language } from '../../language/language.ts'

const words: Record<Language, { title: string; text: string; home: string }> = {
  fr: {
    title: 'Ce document n’est pas publié',
    text: 'Aucun projet académique n’a été arrêté à cette adresse. Vérifiez l’adresse, ou demandez-la à la personne qui vous l’a donnée.',
    home: 'Aller à l’accueil de Concerte',
  },
  en: {
    title: 'This document is not published',
    text: 'No plan has been settled at this address. Check the address, or ask whoever gave it to you.',
    home: 'Go to the start page of Concerte',
  },
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 2rem; box-sizing: border-box; font: 1.0625rem/1.6 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; color: #1c1f26; background: #f5f6f8; }
main { max-width: 34rem; }
h1 { font: 700 1.9rem/1.2 'Source Serif 4', Charter, Georgia, serif; margin: 0 0 1rem; }
a { color: #2b3a67; }
:focus-visible { outline: 3px solid #0a58ca; outline-offset: 3px; }
@media (prefers-color-scheme: dark) { body { color: #e8eaef; background: #14161b; } a { color: #b9c6f2; } :focus-visible { outline-color: #8ab4ff; } }
`

/** What stands where nothing was sealed: one page, without a script. */
export function missingPage(language: Language): string {
  const { title, text, home } = words[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">${home}</a></p>
</main>
</body>
</html>
`
}
