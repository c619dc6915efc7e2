import type { NodeChange } from '@concerte/schema'
import { expect, test } from 'vitest'

import { changeName, isShort, moveWords, valueWords } from './change-words.ts'
import { fr } from './messages.fr.ts'

const axis = { type: 'axis', label: 'Axe', number: 2, title: 'Réussir' } as const
const action = { type: 'action', label: 'Fiche', number: 3, title: 'Lire' } as const

test('a change is named by its place, an entry of a rubric without a kind of its own by that too', () => {
  const path = [axis, action, { type: 'measure', position: 2 } as const]
  expect(changeName(setupChange({ path }), fr)).toBe('Mesure 2')
  expect(changeName(setupChange({ kind: 'action', path: [axis, action] }), fr)).toBe('Fiche')
  const waiting = setupChange({ kind: 'action', part: 'tray', path: [{ ...action, number: null }] })
  expect(changeName(waiting, fr)).toBe('Fiche\u00A0: Lire')
  const statement = setupChange({
    kind: 'statement',
    heading: 'Nos atouts',
    path: [axis, { type: 'statement', position: 1 }],
  })
  expect(changeName(statement, fr)).toBe('Nos atouts\u00A0: Énoncé 1')
})

test('a move says where from: another place, another number, the tray, the other side of the axes', () => {
  const from = [axis, action, { type: 'measure', position: 4 } as const]
  const moved = (move: object, more: object = {}) =>
    moveWords(setupChange({ ...more, move: { from, fromHeading: '', isWithin: false, ...move } }), fr)
  expect(moved({})).toBe('Venait de\u00A0: Axe 2\u00A0: Réussir › Fiche 3\u00A0: Lire › Mesure 4')
  expect(moved({ isWithin: true })).toBe('Place d’avant\u00A0: Mesure 4')
  expect(moved({ isWithin: true, from: [axis] })).toBe('Place d’avant\u00A0: Axe 2')
  expect(moved({ isWithin: true, from: [{ type: 'section', title: 'Annexe' }] })).toBe(fr.movedInList)
  expect(moved({ from: [{ type: 'measure', position: null }] })).toBe(fr.wasInTray)
  expect(moved({}, { part: 'tray', path: [{ type: 'measure', position: null }] })).toBe(fr.isInTray)
  expect(moved({ from: [{ type: 'section', title: 'Annexe' }] }, { kind: 'section' })).toBe(fr.movedMatter)
  expect(moveWords(setupChange({}), fr)).toBeNull()
})

test('values read as people write them', () => {
  expect(valueWords('target', { value: '80\u00A0%', date: '2028-06' }, fr, 'fr')).toBe(
    '80\u00A0% (juin 2028)',
  )
  expect(valueWords('kind', 'rate', fr, 'fr')).toBe('Taux')
  expect(valueWords('lead', 'rate', fr, 'fr')).toBe('rate')
  expect(valueWords('period', { start: 2024, end: 2028 }, fr, 'fr')).toBe('2024-2028')
  expect(valueWords('unit', null, fr, 'fr')).toBeNull()
})

test('short values stand one after the other, long ones are read word by word', () => {
  expect(isShort({ before: '80\u00A0%', after: '85\u00A0%' })).toBe(true)
  expect(isShort({ before: 'a'.repeat(50), after: null })).toBe(true)
  expect(isShort({ before: 'a'.repeat(50), after: 'b' })).toBe(false)
})

/** A measure of which the words changed, but for what a test says of it. */
function setupChange(change: Partial<NodeChange>): NodeChange {
  return {
    type: 'kept',
    node: 'measure-1',
    kind: 'measure',
    part: 'axes',
    axis: 'axis-1',
    action: 'action-1',
    path: [{ type: 'measure', position: 1 }],
    heading: 'Mesures',
    move: null,
    texts: [{ field: 'text', before: [], after: [] }],
    values: [],
    ...change,
  }
}
