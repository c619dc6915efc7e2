import type { WorkPlace } from '@concerte/api'
import { expect, test } from 'vitest'

import { fr } from './messages.fr.ts'
import { workerName, workWords } from './work-words.ts'

function place(type: WorkPlace['type'], number: number | null = null): WorkPlace {
  return { type, node: `${type}${number}`, number, characters: 1, changes: 0 }
}

test('who worked where is told in the order of the plan', () => {
  const places = [place('action', 3), place('axis', 2), place('cover'), place('axis', 1), place('action')]
  expect(workWords({ userId: 'u', name: 'Marie', places }, fr)).toBe(
    'couverture, axe\u00A01, axe\u00A02, action\u00A03, parties retirées depuis',
  )
})

test('many places are counted, and who has no account is said', () => {
  const places = Array.from({ length: 12 }, (_, i) => place('action', i + 1))
  const work = { userId: null, name: null, places }
  expect(workWords(work, fr)).toMatch(/^action.1, .*action.6, 6 autres endroits$/)
  expect(workerName(work, fr)).toBe('Import et décisions')
  expect(workerName({ ...work, userId: 'u' }, fr)).toBe('Compte supprimé')
})
