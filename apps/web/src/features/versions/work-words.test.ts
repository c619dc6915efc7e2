import type { WorkPlace } from '@concerte/api'
import { expect, test } from 'vitest'

import { fr } from './messages.fr.ts'
import { workerName, workWords } from './work-words.ts'

function place(type: WorkPlace['type'], number: number | null = null, axis: number | null = null): WorkPlace {
  return { type, node: `${type}${number}`, number, axis, characters: 1, changes: 0 }
}

test('who worked where is told in the order of the plan, actions with their axis', () => {
  const places = [
    place('action', 3, 2),
    place('axis', 2),
    place('cover'),
    place('axis', 1),
    place('action', 1, 2),
    place('action', 4, 3),
    place('action'),
  ]
  expect(workWords({ userId: 'u', name: 'Marie', places }, fr)).toBe(
    'couverture\u202F; axe\u00A01\u202F; axe\u00A02, actions\u00A01 et 3\u202F; axe\u00A03, action\u00A04\u202F; parties retirées depuis',
  )
})

test('many places are counted, and who has no account is said', () => {
  const places = Array.from({ length: 12 }, (_, i) => place('axis', i + 1))
  const work = { userId: null, name: null, places }
  expect(workWords(work, fr)).toMatch(/^axe.1.; .*axe.5.; 7 autres endroits$/)
  expect(workerName(work, fr)).toBe('Import et décisions')
  expect(workerName({ ...work, userId: 'u' }, fr)).toBe('Compte supprimé')
})
