import { errorCodeSchema } from '@concerte/api'
import { expect, test } from 'vitest'

import { errorMessages } from './error-messages.ts'
import { languages, requestLanguage, terminalLanguage } from './language.ts'

test.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['en', 'en'],
  ['en-US,fr;q=0.9', 'en'],
  ['fr-CA, en;q=0.9', 'fr'],
  ['en;q=0.1, fr;q=0.2', 'fr'],
  ['en;q=0, de', 'fr'],
  ['*', 'fr'],
  [';;;q=,,', 'fr'],
])('Accept-Language %j gives %s', (header, language) => {
  expect(requestLanguage(header)).toBe(language)
})

test.each([
  [{}, 'fr'],
  [{ LANG: 'C.UTF-8' }, 'fr'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' }, 'fr'],
])('a terminal with %j speaks %s', (environment, language) => {
  expect(terminalLanguage(environment)).toBe(language)
})

test('every error has a sentence in every language, with careful typography', () => {
  for (const language of languages) {
    for (const code of errorCodeSchema.options) {
      const message = errorMessages[language][code]
      expect(message).toMatch(/\.$/)
      expect(message).not.toMatch(/['"]/)
      if (language === 'fr') expect(message).not.toMatch(/[^\u00a0\u202f:] ?[;!?»](?:\s|$)|« |[^\u00a0]:\s/)
    }
  }
})
