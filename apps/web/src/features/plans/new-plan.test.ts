import { newProjectSchema } from '@concerte/api'
import { expect, it } from 'vitest'

import { fr } from './messages.fr.ts'
import { checkNewPlan, emptyNewPlan, newProjectOf, type NewPlanField } from './new-plan.ts'

function setupValues(changes: Partial<Record<NewPlanField, string>>): Record<NewPlanField, string> {
  return { ...emptyNewPlan(2026), academy: 'Académie de Limoges', ...changes }
}
const faults = (changes: Partial<Record<NewPlanField, string>>) =>
  checkNewPlan(setupValues(changes), fr.create)

it('a plan needs an academy', () => {
  expect(faults({ academy: '  ' })).toEqual({ academy: fr.create.academyMissing })
})

it('a period is two years in order, or none', () => {
  expect(faults({})).toEqual({})
  expect(faults({ start: '', end: '' })).toEqual({})
  expect(faults({ start: '' })).toEqual({ start: fr.create.startMissing })
  expect(faults({ end: '' })).toEqual({ end: fr.create.endMissing })
  expect(faults({ start: '26' })).toEqual({ start: fr.create.yearWrong })
  expect(faults({ end: '2300' })).toEqual({ end: fr.create.yearWrong })
  expect(faults({ start: '2030', end: '2026' })).toEqual({ end: fr.create.endBeforeStart })
})

it('what passes the form is what the server takes', () => {
  const values = setupValues({ academy: ' Académie de Limoges ', start: ' 2026', end: '2026 ' })
  expect(checkNewPlan(values, fr.create)).toEqual({})
  expect(newProjectSchema.parse(newProjectOf(values))).toEqual({
    template: 'actions',
    academy: 'Académie de Limoges',
    period: { start: 2026, end: 2026 },
  })
  expect(newProjectOf(setupValues({ start: '', end: '' })).period).toBeNull()
})
