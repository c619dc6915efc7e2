import type { Doc } from 'yjs'

import { readDismissals } from '../dismissals/plan-dismissals.ts'
import { entryTypeFor } from '../normalize-project.ts'
import { numberProject } from '../numbering.ts'
import {
  coverSchema,
  projectFormatVersion,
  type Action,
  type Axis,
  type Cover,
  type Entry,
  type Group,
  type Period,
  type Project,
  type RubricEntries,
  type Section,
  type Unplaced,
} from '../project.ts'
import type { SlotLevel } from '../template.ts'
import { readBlocks, readLine } from '../text/read-fragment.ts'
import { lineToPlain } from '../text/plain-text.ts'
import type { BlockText, LineText } from '../text/rich-text.ts'
import { coverText, nodeText, openPlan, type PlanDoc } from './plan-doc.ts'
import { readOutline, type Outline, type OutlineNode } from './read-outline.ts'
import { readValues } from './read-values.ts'

/** Reads a plan as plain JSON, in reading order and numbered. Pure: two replicas with the same updates read the same. */
export function readProject(doc: Doc): Project {
  const plan = openPlan(doc)
  const outline = readOutline(plan)
  const reader: Reader = { plan, outline }
  const dismissals = readDismissals(plan)
  return numberProject({
    format: 'concerte-project',
    version: projectFormatVersion,
    cover: readCover(plan),
    template: outline.template,
    front: outline.children('front').map((node) => readSection(reader, node)),
    axes: outline.children('axes').map((node) => readAxis(reader, node)),
    back: outline.children('back').map((node) => readSection(reader, node)),
    unplaced: outline.unplaced.map((node) => readUnplaced(reader, node)),
    ...(dismissals.length > 0 && { dismissals }),
  })
}

/** What a list of plans shows of one, without reading its nodes. */
export function coverSummary(doc: Doc): { title: string; academy: string; period: Period | null } {
  const { title, academy, period } = readCover(openPlan(doc))
  return { title: lineToPlain(title), academy: lineToPlain(academy), period: period ?? null }
}

export function readCover(plan: PlanDoc): Cover {
  const period = coverSchema.shape.period.safeParse(plan.project.get('period')).data
  const website = coverSchema.shape.website.safeParse(plan.project.get('website')).data
  return {
    title: readLine(coverText(plan, 'title')),
    academy: readLine(coverText(plan, 'academy')),
    slogan: readLine(coverText(plan, 'slogan')),
    mention: readLine(coverText(plan, 'mention')),
    ...(period !== undefined && { period }),
    ...(website !== undefined && { website }),
  }
}

type Reader = { plan: PlanDoc; outline: Outline }

function readUnplaced(reader: Reader, node: OutlineNode): Unplaced {
  const { parent, rubric } = node.place
  const read = readAny(reader, node)
  return rubric === undefined ? { parent, node: read } : { parent, rubric, node: read }
}

function readAny(reader: Reader, node: OutlineNode): Section | Axis | Group | Action | Entry {
  switch (node.type) {
    case 'section':
      return readSection(reader, node)
    case 'axis':
      return readAxis(reader, node)
    case 'group':
      return readGroup(reader, node)
    case 'action':
      return readAction(reader, node)
    case 'entry':
      return readEntry(reader, node)
  }
}

function readSection({ plan }: Reader, { id, place }: OutlineNode): Section {
  return {
    type: 'section',
    id,
    kind: readValues(plan, id, 'section').kind ?? sectionKindAt(place.parent),
    title: line(plan, id, 'title'),
    body: blocks(plan, id, 'body'),
    signatory: blocks(plan, id, 'signatory'),
  }
}

/** The kind of a section that says none, or one that only a newer version knows. */
export function sectionKindAt(parent: string): Section['kind'] {
  return parent === 'front' ? 'foreword' : 'annex'
}

function readAxis(reader: Reader, { id }: OutlineNode): Axis {
  const { plan, outline } = reader
  return {
    type: 'axis',
    id,
    number: 1,
    title: line(plan, id, 'title'),
    slogan: line(plan, id, 'slogan'),
    ...readValues(plan, id, 'axis'),
    introduction: blocks(plan, id, 'introduction'),
    rubrics: readRubrics(reader, id, 'axis'),
    content: outline
      .children(id)
      .map((node) => (node.type === 'group' ? readGroup(reader, node) : readAction(reader, node))),
  }
}

function readGroup(reader: Reader, { id }: OutlineNode): Group {
  return {
    type: 'group',
    id,
    title: line(reader.plan, id, 'title'),
    actions: reader.outline.children(id).map((node) => readAction(reader, node)),
  }
}

function readAction(reader: Reader, { id }: OutlineNode): Action {
  return {
    type: 'action',
    id,
    number: 1,
    title: line(reader.plan, id, 'title'),
    ...readValues(reader.plan, id, 'action'),
    rubrics: readRubrics(reader, id, 'action'),
  }
}

function readRubrics(reader: Reader, id: string, level: SlotLevel): RubricEntries[] {
  return reader.outline.template[level].flatMap((slot) => {
    if (slot.type !== 'rubric') return []
    const entries = reader.outline.children(id, slot.id).map((node) => readEntry(reader, node))
    return slot.retired && entries.length === 0 ? [] : [{ rubric: slot.id, entries }]
  })
}

function readEntry({ plan, outline }: Reader, { id, place }: OutlineNode): Entry {
  const values = readValues(plan, id, 'entry')
  const type = entryTypeFor(outline.template, place.rubric, values)
  const text = blocks(plan, id, 'text')
  return type === 'indicator' ? { id, type, text, ...values } : { id, type, text }
}

function line(plan: PlanDoc, id: OutlineNode['id'], field: string): LineText {
  const text = nodeText(plan, id, field)
  return text === undefined ? [] : readLine(text)
}

function blocks(plan: PlanDoc, id: OutlineNode['id'], field: string): BlockText {
  const text = nodeText(plan, id, field)
  return text === undefined ? [{ type: 'paragraph', content: [] }] : readBlocks(text)
}
