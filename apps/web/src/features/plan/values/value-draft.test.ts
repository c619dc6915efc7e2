import { expect, it } from 'vitest'

import {
  enterDraft,
  giveUpDraft,
  keepMine,
  leaveDraft,
  noDraft,
  theirValue,
  typeDraft,
  type DraftStep,
  type ValueDraft,
} from './value-draft.ts'

const read = (typed: string): string | null => (typed.length > 6 ? null : typed)

/** One field of a plan, one person in it, and the others. */
function setupField(initial = '') {
  let value = initial
  let draft: ValueDraft = noDraft
  const take = (step: DraftStep) => {
    draft = step.draft
    if (step.write !== undefined) value = step.write
  }
  return {
    value: () => value,
    shown: () => draft.typed ?? value,
    isTold: () => draft.isTold,
    theirs: () => theirValue(draft, value),
    others(written: string) {
      value = written
    },
    enter() {
      draft = enterDraft(draft, value)
    },
    type: (typed: string) => take(typeDraft(draft, value, typed, read)),
    leave: () => take(leaveDraft(draft, value, read)),
    keepMine: () => take(keepMine(draft, value, read)),
    giveUp: () => take(giveUpDraft(draft, value)),
  }
}

it('[F1] each letter is the value at once, and the spaces around it go when one leaves', () => {
  const field = setupField()
  field.enter()
  field.type('8')
  expect(field.value()).toBe('8')
  field.type('80 ')
  expect([field.value(), field.shown()]).toEqual(['80 ', '80 '])
  field.leave()
  expect([field.value(), field.shown()]).toEqual(['80', '80'])
})

it('[F1] what others write shows while one is in the field and types nothing', () => {
  const field = setupField('75 %')
  field.enter()
  field.others('80 %')
  expect([field.shown(), field.theirs()]).toEqual(['80 %', null])
})

it('[F2] what others write while one types is told, and one’s own words stay until one chooses', () => {
  const field = setupField('75 %')
  field.enter()
  field.type('80 %')
  field.others('85 %')
  expect([field.shown(), field.theirs()]).toEqual(['80 %', '85 %'])
  field.type('81 %')
  field.leave()
  field.enter()
  expect([field.shown(), field.value(), field.theirs()]).toEqual(['81 %', '85 %', '85 %'])
  field.keepMine()
  expect([field.shown(), field.value(), field.theirs()]).toEqual(['81 %', '81 %', null])
})

it('[F2] one who takes the other value has it', () => {
  const field = setupField('75 %')
  field.enter()
  field.type('80 %')
  field.others('85 %')
  field.giveUp()
  expect([field.shown(), field.value(), field.theirs()]).toEqual(['85 %', '85 %', null])
})

it('[F3] what is wrong is not written, is told when one leaves, and stays to be put right', () => {
  const field = setupField('un')
  field.enter()
  field.type('un deux trois')
  expect([field.value(), field.isTold()]).toEqual(['un', false])
  field.leave()
  expect([field.shown(), field.value(), field.isTold()]).toEqual(['un deux trois', 'un', true])
  field.enter()
  field.type('deux')
  expect([field.value(), field.isTold()]).toEqual(['deux', false])
})

it('giving up brings back the value of when one came', () => {
  const field = setupField('un')
  field.enter()
  field.type('deux')
  field.giveUp()
  expect([field.shown(), field.value()]).toEqual(['un', 'un'])
})

it('a value that others gave back as it was is no one’s any more', () => {
  const field = setupField('un')
  field.enter()
  field.type('deux')
  field.others('trois')
  field.others('deux')
  expect(field.theirs()).toBeNull()
})
