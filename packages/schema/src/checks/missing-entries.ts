import { actionsOf, rubricsOf } from '../reading.ts'
import type { CheckedPlan } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'

const checks = { measure: 'missing-measures', indicator: 'missing-indicators' } as const

/** Actions without measures, or without indicators, where the template has a rubric for them. */
export function missingEntries({ project }: CheckedPlan): Finding[] {
  const rubrics = rubricsOf(project.template, 'action').filter((rubric) => rubric.retired === undefined)
  const wanted = (['measure', 'indicator'] as const).flatMap((type) => {
    const rubric = rubrics.find((item) => item.entryType === type)
    return rubric === undefined ? [] : [{ type, field: rubric.id }]
  })
  return project.axes.flatMap(actionsOf).flatMap((action) => {
    const types = new Set<string>(action.rubrics.flatMap(({ entries }) => entries.map(({ type }) => type)))
    return wanted.flatMap(({ type, field }): Finding[] => {
      if (types.has(type)) return []
      const check = checks[type]
      return [{ check, key: keyAt(check, action.id), severity: 'lack', place: { node: action.id, field } }]
    })
  })
}
