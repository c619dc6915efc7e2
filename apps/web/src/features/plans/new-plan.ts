import type { NewProject, TemplateKey } from '@concerte/api'

import type { Faults } from '../../ui/form.tsx'
import type { fr } from './messages.fr.ts'

export type NewPlanField = 'template' | 'academy' | 'start' | 'end'

export const templateKeys: readonly TemplateKey[] = ['actions', 'orientations']

export function emptyNewPlan(year: number): Record<NewPlanField, string> {
  return { template: 'actions', academy: '', start: String(year), end: String(year + 4) }
}

/** The period is both years or none. */
export function checkNewPlan(
  values: Record<NewPlanField, string>,
  t: (typeof fr)['create'],
): Faults<NewPlanField> {
  const faults: Faults<NewPlanField> = {}
  if (values.academy.trim() === '') faults.academy = t.academyMissing
  const start = values.start.trim()
  const end = values.end.trim()
  if (start === '' && end === '') return faults
  if (start === '') faults.start = t.startMissing
  else if (!isYear(start)) faults.start = t.yearWrong
  if (end === '') faults.end = t.endMissing
  else if (!isYear(end)) faults.end = t.yearWrong
  else if (isYear(start) && Number(end) < Number(start)) faults.end = t.endBeforeStart
  return faults
}

export function newProjectOf(values: Record<NewPlanField, string>): NewProject {
  const start = values.start.trim()
  return {
    template: templateKeys.find((key) => key === values.template) ?? 'actions',
    academy: values.academy.trim(),
    period: start === '' ? null : { start: Number(start), end: Number(values.end.trim()) },
  }
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= 2200
}
