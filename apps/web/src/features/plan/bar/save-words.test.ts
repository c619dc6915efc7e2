import type { SaveState } from '@concerte/sync'
import { expect, it } from 'vitest'

import { fr } from '../messages.fr.ts'
import { wordsOf } from './save-words.ts'

const rows: [SaveState, string][] = [
  [{ type: 'connecting', unsaved: false }, 'Connexion…'],
  [
    { type: 'connecting', unsaved: true },
    'Reconnexion\u00A0: vos modifications ne sont pas encore enregistrées',
  ],
  [{ type: 'offline', unsaved: false }, 'Hors connexion'],
  [
    { type: 'offline', unsaved: true },
    'Hors connexion\u00A0: vos modifications ne sont pas encore enregistrées',
  ],
  [{ type: 'saving' }, 'Enregistrement…'],
  [{ type: 'saved' }, 'Enregistré'],
  [{ type: 'readOnly' }, 'Lecture seule'],
  [{ type: 'refused', code: 'forbidden' }, 'Modifications refusées'],
]

it.each(rows)('says of %o «%s»', (state, words) => {
  expect(wordsOf(state, fr.save)).toBe(words)
})
