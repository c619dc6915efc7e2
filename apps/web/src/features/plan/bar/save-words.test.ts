import { expect, it } from 'vitest'

import { fr } from '../session/messages.fr.ts'
import type { SaveView } from './save-view.ts'
import { wordsOf } from './save-words.ts'

const notSaved = 'pas encore enregistré'
const kept = 'gardé sur cet appareil'
const rows: [SaveView, string][] = [
  [{ type: 'connecting', words: 'none' }, 'Connexion…'],
  [{ type: 'connecting', words: 'writing' }, 'Connexion…'],
  [{ type: 'connecting', words: 'nowhere' }, `Reconnexion\u00A0: ${notSaved}`],
  [{ type: 'connecting', words: 'failing' }, `Reconnexion\u00A0: ${notSaved}`],
  [{ type: 'connecting', words: 'kept' }, `Reconnexion\u00A0: ${kept}`],
  [{ type: 'offline', words: 'none' }, 'Hors connexion'],
  [{ type: 'offline', words: 'writing' }, 'Hors connexion'],
  [{ type: 'offline', words: 'nowhere' }, `Hors connexion\u00A0: ${notSaved}`],
  [{ type: 'offline', words: 'failing' }, `Hors connexion\u00A0: ${notSaved}`],
  [{ type: 'offline', words: 'kept' }, `Hors connexion\u00A0: ${kept}`],
  [{ type: 'writing' }, ''],
  [{ type: 'saving' }, 'Enregistrement…'],
  [{ type: 'saved' }, 'Enregistré'],
  [{ type: 'readOnly' }, 'Lecture seule'],
  [{ type: 'refused' }, 'Modifications refusées'],
  [{ type: 'unsupported' }, 'Page à recharger'],
]

it.each(rows)('[S2] says of %o: «%s»', (view, words) => {
  expect(wordsOf(view, fr.save)).toBe(words)
})
