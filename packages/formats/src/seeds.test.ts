import { readFileSync } from 'node:fs'

import {
  actionRuns,
  actionsOf,
  announcedTitle,
  blocksToPlain,
  countNodes,
  entriesOf,
  lineToPlain,
  projectSchema,
  rubricHeading,
  type Action,
  type Axis,
  type Project,
  type Slot,
} from '@concerte/schema'
import { describe, expect, test } from 'vitest'

import { readText, type SourceLine } from './read/text.ts'

const seeds = ['orleans-tours-2024-2028', 'clermont-ferrand'] as const

describe.each(seeds)('the plan %s', (name) => {
  const source = readFileSync(seedUrl(`${name}.txt`))
  const { project, unplaced, furniture } = readText(source)
  const lines = source.toString('utf8').split('\n')

  test('is what stands in the seeds folder', () => {
    expect(`${JSON.stringify(project, null, 2)}\n`).toBe(
      readFileSync(seedUrl(`${name}.project.json`), 'utf8'),
    )
    expect(projectSchema.parse(project)).toEqual(project)
  })

  test('holds every word of its source once, in the order of the source', () => {
    expect(unplaced).toEqual([])
    expect(words(planText(project))).toEqual(words(withoutFurniture(lines, furniture)))
  })

  test('leaves aside nothing but repeated titles, repeated hashtags and doubled numbers', () => {
    const repeatable = new Set([
      ...project.axes.map((axis) => lineToPlain(axis.title)),
      lineToPlain(project.cover.mention),
    ])
    for (const run of joinRuns(furniture)) {
      const isDoubled = (lines[run.line - 1] ?? '').trim().startsWith(`${run.text} ${run.text} `)
      expect(isDoubled || repeatable.has(run.text), `line ${run.line}: ${run.text}`).toBe(true)
    }
  })

  test('keeps all punctuation but the marks that its form stands for', () => {
    const left = countMarks(withoutFurniture(lines, furniture))
    for (const [mark, count] of countMarks(planText(project))) left.set(mark, (left.get(mark) ?? 0) - count)
    const differences = Object.fromEntries([...left].filter(([, count]) => count !== 0))
    expect(differences).toEqual(
      name === 'clermont-ferrand'
        ? { '\uFFFD': 57, ':': 4 } // bullets, and the colon of one heading in each axis
        : { '>': bullets(lines), '-': 4 + 10, '.': 29 + 29 }, // axis titles, dashes of lists; numbers, announced titles
    )
  })
})

test('the plan of Orléans-Tours has 4 axes and 29 actions, 8 of them in two groups', () => {
  const project = readSeed('orleans-tours-2024-2028')
  expect(countNodes(project)).toMatchObject({ axes: 4, actions: 29 })
  expect(project.axes.map((axis) => actionsOf(axis).length)).toEqual([9, 8, 7, 5])
  const groups = project.axes.map((axis) => axis.content.filter((item) => item.type === 'group'))
  expect(groups.map((some) => some.map((group) => [lineToPlain(group.title), group.actions.length]))).toEqual(
    [
      [],
      [
        ['pour les élèves', 4],
        ['pour le personnel', 4],
      ],
      [],
      [],
    ],
  )
})

test('the plan of Clermont-Ferrand has 4 axes, each with an introduction between two of its three rubrics', () => {
  const project = readSeed('clermont-ferrand')
  expect(project.axes.map((axis) => axis.rubrics.map((rubric) => rubric.entries.length))).toEqual([
    [5, 5, 4],
    [5, 5, 4],
    [5, 6, 4],
    [4, 7, 3],
  ])
  expect(project.axes.map((axis) => axis.introduction.length)).toEqual([1, 1, 1, 1])
  expect(project.template.axis.map((slot) => slot.id)).toEqual([
    'orientations',
    'objectives',
    'introduction',
    'assets',
  ])
})

test('the covers name the académies, and the years where the foreword names them', () => {
  const covers = seeds.map((name) => readSeed(name).cover)
  expect(covers.map((cover) => lineToPlain(cover.academy))).toEqual([
    'Académie d’Orléans-Tours',
    'Académie de Clermont-Ferrand',
  ])
  expect(covers.map((cover) => cover.period)).toEqual([{ start: 2024, end: 2028 }, undefined])
})

function seedUrl(file: string): URL {
  return new URL(`../../../seeds/${file}`, import.meta.url)
}

function readSeed(name: (typeof seeds)[number]): Project {
  return readText(readFileSync(seedUrl(`${name}.txt`))).project
}

/** The words of a text. A hyphen at a line's end belongs to its word. */
function words(text: string): string[] {
  const joined = text.replace(/(?<=[\p{L}\p{N}]-)[ \t]*\n\s*(?=\p{L})/gu, '')
  return joined.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? []
}

/** How often each mark stands in a text, those inside words set aside. */
function countMarks(text: string): Map<string, number> {
  const marks = new Map<string, number>()
  const joined = text.replace(/(?<=[\p{L}\p{N}]-)[ \t]*\n\s*(?=\p{L})/gu, '')
  for (const mark of joined.match(/[^\p{L}\p{N}\s]/gu) ?? []) marks.set(mark, (marks.get(mark) ?? 0) + 1)
  return marks
}

function bullets(lines: readonly string[]): number {
  return lines.filter((line) => /^\s*>/.test(line)).length
}

function withoutFurniture(lines: readonly string[], furniture: readonly SourceLine[]): string {
  const left = [...lines]
  for (const { line, text } of furniture) left[line - 1] = (left[line - 1] ?? '').replace(text, '')
  return left.join('\n')
}

/** Furniture on lines that follow each other is one text. */
function joinRuns(furniture: readonly SourceLine[]): SourceLine[] {
  const runs: (SourceLine & { last: number })[] = []
  for (const { line, text } of furniture) {
    const run = runs.at(-1)
    if (run?.last === line - 1 && !/^\d+$/.test(run.text)) {
      run.text += ` ${text}`
      run.last = line
    } else runs.push({ line, text, last: line })
  }
  return runs
}

/** A plan as a reader meets it: what its template shows, in its order. */
function planText({ cover, template, front, axes }: Project): string {
  const sections = front.flatMap((section) => [
    lineToPlain(section.title),
    blocksToPlain(section.body),
    blocksToPlain(section.signatory),
  ])
  const actionText = (action: Action): string[] =>
    [`${action.number} ${lineToPlain(action.title)}`].concat(slotTexts(template.action, action))
  const axisText = (axis: Axis): string[] => [
    `${template.labels.axis} ${axis.number}`,
    lineToPlain(axis.title),
    ...slotTexts(template.axis, axis),
    lineToPlain(axis.slogan),
    ...actionsOf(axis).flatMap(actionText),
  ]
  const back = [lineToPlain(cover.mention), cover.website ?? '', lineToPlain(cover.slogan)]
  return [...sections, ...axes.flatMap(axisText), ...back].join('\n')
}

function slotTexts(slots: readonly Slot[], holder: Axis | Action): string[] {
  return slots.flatMap((slot) => slotText(slot, holder))
}

function slotText(slot: Slot, holder: Axis | Action): string[] {
  if (slot.type === 'rubric') {
    const entries = entriesOf(holder, slot)
    const heading = entries.length === 0 ? '' : rubricHeading(slot, entries.length)
    return [heading, ...entries.map((entry) => blocksToPlain(entry.text))]
  }
  if (holder.type !== 'axis') return []
  if (slot.type === 'introduction') return [blocksToPlain(holder.introduction)]
  return actionRuns(holder).flatMap(({ group, actions }) =>
    [`${slot.heading} ${group === undefined ? '' : lineToPlain(group.title)}`].concat(
      actions.map((action) => `${action.number} ${lineToPlain(announcedTitle(action))}`),
    ),
  )
}
