import { expect, test } from 'vitest'

import { nodeIdSchema, type NodeId } from '../ids.ts'
import { isUnbounded, phaseSchema, roleSchema, scopeOf, toRights, type Phase, type Role } from './rights.ts'
import { refusesAll } from './write-refusal.ts'

const axis = nodeIdSchema.parse('axis')
const other = nodeIdSchema.parse('other')

test('[S4] what each role writes in each phase is this table', () => {
  const table = phaseSchema.options.map((phase) =>
    [phase as string].concat(roleSchema.options.map((role) => scopeOf(role, phase))),
  )
  expect(table).toEqual([
    //                lead          editor      reviewer   reader
    ['drafting', 'everything', 'contents', 'nothing', 'nothing'],
    ['review', 'everything', 'contents', 'nothing', 'nothing'],
    ['consultation', 'everything', 'nothing', 'nothing', 'nothing'],
    ['validation', 'everything', 'nothing', 'nothing', 'nothing'],
    ['final', 'nothing', 'nothing', 'nothing', 'nothing'],
  ])
})

test('[S4] who writes nothing is told why: the plan is final, the role never writes, or not in this phase', () => {
  const table = phaseSchema.options.map((phase) =>
    [phase as string | null].concat(roleSchema.options.map((role) => why(role, phase))),
  )
  expect(table).toEqual([
    ['drafting', null, null, 'forbidden', 'forbidden'],
    ['review', null, null, 'forbidden', 'forbidden'],
    ['consultation', null, 'phase', 'forbidden', 'forbidden'],
    ['validation', null, 'phase', 'forbidden', 'forbidden'],
    ['final', 'plan-final', 'plan-final', 'plan-final', 'plan-final'],
  ])
})

test('[S4] working groups narrow what an editor writes, and nobody else', () => {
  const groupAxes = [axis, other, axis]
  const editor = toRights({ role: 'editor', phase: 'drafting', groupAxes, locked: [] })
  expect(editor).toMatchObject({ scope: 'axes', axes: [axis, other] })
  expect(toRights({ role: 'editor', phase: 'drafting', groupAxes: [], locked: [] })).toMatchObject({
    scope: 'axes',
    axes: [],
  })
  expect(toRights({ role: 'editor', phase: 'drafting', groupAxes: null, locked: [] }).scope).toBe('contents')
  expect(toRights({ role: 'editor', phase: 'final', groupAxes, locked: [] }).scope).toBe('nothing')
  const lead = toRights({ role: 'lead', phase: 'drafting', groupAxes, locked: [] })
  expect(lead).toMatchObject({ scope: 'everything', axes: [] })
})

test('[S4] a lead is judged only while an axis is locked, everyone else always', () => {
  expect(isJudgedNever('lead', [])).toBe(true)
  expect(isJudgedNever('lead', [axis])).toBe(false)
  expect(isJudgedNever('editor', [])).toBe(false)
})

function why(role: Role, phase: Phase) {
  return refusesAll(toRights({ role, phase, groupAxes: null, locked: [] }))
}

function isJudgedNever(role: Role, locked: NodeId[]): boolean {
  return isUnbounded(toRights({ role, phase: 'drafting', groupAxes: null, locked }))
}
