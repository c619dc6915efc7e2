import { lineToPlain, type Project } from '@concerte/schema'
import { expect, test } from 'vitest'

import { everyFeature } from './every-feature.ts'
import { printProject } from './print-project.ts'
import type { PrintedAxis } from './printed-plan.ts'

test('the parts of an axis stand in the order of the template', () => {
  expect(axisOf(setupPlan(), 0).parts.map((part) => part.type)).toEqual([
    'rubric',
    'introduction',
    'rubric',
    'actionList',
    'actionList',
    'actionList',
    'actionList',
  ])
})

test('an introduction that the template gives no place comes first', () => {
  const plan = setupPlan()
  const axis = plan.template.axis.filter((slot) => slot.type !== 'introduction')
  const parts = axisOf({ ...plan, template: { ...plan.template, axis } }, 0).parts
  expect(parts[0]?.type).toBe('introduction')
})

test('a retired rubric shows only where it holds entries', () => {
  const plan = setupPlan()
  expect(headings(axisOf(plan, 0))).toContain('Ancienne rubrique')
  expect(headings(axisOf(plan, 1))).not.toContain('Ancienne rubrique')
})

test('entries of a rubric that the template does not have are printed last, without a heading', () => {
  const plan = setupPlan()
  const axis = plan.template.axis.filter((slot) => slot.id !== 'diagnostic')
  const last = axisOf({ ...plan, template: { ...plan.template, axis } }, 1).parts.at(-1)
  expect(last).toMatchObject({ type: 'rubric', heading: '', entries: [{ id: 'diag-3' }] })
})

test('a single entry has the heading for one', () => {
  expect(headings(axisOf(setupPlan(), 0))).toContain('Nos constats')
  expect(headings(axisOf(setupPlan(), 1))).toContain('Notre constat')
})

test('an entry without a word is left out', () => {
  const ids = axisOf(setupPlan(), 0).runs[0]?.actions[0]?.rubrics[0]?.entries.map((entry) => entry.id)
  expect(ids).toEqual(['m-1', 'm-2'])
})

test('the announced list shows announced titles; a plan without one shows them on the action', () => {
  const plan = setupPlan()
  const announced = 'Co construire les priorités à partir des résultats'
  const list = axisOf(plan, 0).parts.find((part) => part.type === 'actionList')
  expect(lineToPlain(list?.items[0]?.title ?? [])).toBe(announced)
  expect(fieldNames(plan)).not.toContain('Titre annoncé')
  const axis = plan.template.axis.filter((slot) => slot.type !== 'actionList')
  expect(fieldNames({ ...plan, template: { ...plan.template, axis } })).toContain('Titre annoncé')
})

test('an unnamed foreword has the label of the template, an unnamed annex the word for it', () => {
  const titles = printProject(setupPlan(), { locale: 'fr' }).chapters.flatMap((chapter) =>
    chapter.type === 'section' ? [lineToPlain(chapter.title)] : [],
  )
  expect(titles).toEqual(['Mot de la rectrice', 'Glossaire des sigles', 'Annexe'])
})

test('lists deeper than a page can show keep their words as paragraphs', () => {
  const plan = setupPlan()
  let body: Project['front'][number]['body'] = [{ type: 'paragraph', content: [{ text: 'tout au fond' }] }]
  for (let depth = 0; depth < 40; depth += 1) body = [{ type: 'bulletList', items: [body] }]
  const front = plan.front.map((section) => ({ ...section, body }))
  const printed = JSON.stringify(printProject({ ...plan, front }, { locale: 'fr' }).chapters[0])
  expect(printed).toContain('tout au fond')
  expect(printed.match(/bulletList/gu)).toHaveLength(12)
})

function setupPlan(): Project {
  return everyFeature()
}

function axisOf(plan: Project, index: number): PrintedAxis {
  const axes = printProject(plan, { locale: 'fr' }).chapters.filter((chapter) => chapter.type === 'axis')
  const axis = axes[index]
  if (axis === undefined) throw new Error(`no axis ${index}`)
  return axis
}

function headings(axis: PrintedAxis): string[] {
  return axis.parts.flatMap((part) => (part.type === 'rubric' ? [part.heading] : []))
}

function fieldNames(plan: Project): string[] {
  const action = axisOf(plan, 0).runs[0]?.actions[0]
  return action?.fields.map((field) => field.name) ?? []
}
