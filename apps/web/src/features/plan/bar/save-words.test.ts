import type { KeepingState, SaveState } from '@concerte/sync'
import { expect, it } from 'vitest'

import { fr } from '../session/messages.fr.ts'
import { wordsOf } from './save-words.ts'

const notSaved = 'pas encore enregistré'
const kept = 'gardé sur cet appareil'
const rows: [SaveState, KeepingState, string][] = [
  [{ type: 'connecting', unsaved: false }, 'kept', 'Connexion…'],
  [{ type: 'connecting', unsaved: true }, 'keeping', `Reconnexion\u00A0: ${notSaved}`],
  [{ type: 'connecting', unsaved: true }, 'failing', `Reconnexion\u00A0: ${notSaved}`],
  [{ type: 'connecting', unsaved: true }, 'kept', `Reconnexion\u00A0: ${kept}`],
  [{ type: 'offline', unsaved: false }, 'kept', 'Hors connexion'],
  [{ type: 'offline', unsaved: true }, 'keeping', `Hors connexion\u00A0: ${notSaved}`],
  [{ type: 'offline', unsaved: true }, 'failing', `Hors connexion\u00A0: ${notSaved}`],
  [{ type: 'offline', unsaved: true }, 'kept', `Hors connexion\u00A0: ${kept}`],
  [{ type: 'saving' }, 'kept', 'Enregistrement…'],
  [{ type: 'saved' }, 'failing', 'Enregistré'],
  [{ type: 'readOnly' }, 'kept', 'Lecture seule'],
  [{ type: 'refused', code: 'forbidden' }, 'kept', 'Modifications refusées'],
  [{ type: 'unsupported', unsaved: true }, 'kept', 'Page à recharger'],
]

it.each(rows)('says of %o while the device says %s: «%s»', (state, keeping, words) => {
  expect(wordsOf(state, keeping, fr.save)).toBe(words)
})
