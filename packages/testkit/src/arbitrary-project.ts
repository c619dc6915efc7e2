import {
  checkIds,
  nodeIdSchema,
  rubricIdSchema,
  type Action,
  type ActionFields,
  type Axis,
  type Dismissal,
  type Entry,
  type Group,
  type IndicatorFields,
  type NodeId,
  type Project,
  type RubricEntries,
  type Section,
  type SlotLevel,
  type Template,
  type Unplaced,
} from '@concerte/schema'
import * as fc from 'fast-check'

import { arbitraryActionFields, arbitraryIndicatorFields } from './arbitrary-fields.ts'
import { arbitraryTemplate } from './arbitrary-template.ts'
import { arbitraryBlocks, arbitraryLine, arbitraryWords } from './arbitrary-text.ts'

/**
 * A whole plan, in any form that `projectSchema` accepts (numbers and texts need not be normal). Ids come from a small
 * pool of each type (`axis-3`), so that two plans share many nodes, which stand elsewhere and say something else.
 */
export const arbitraryProject: fc.Arbitrary<Project> = fc
  .record({ template: arbitraryTemplate, shape: planShape(), ids: idPools() })
  .map(({ template, shape, ids }) => build(template, shape, ids))

type EntryShape = { text: Entry['text']; fields: IndicatorFields }
type RubricShapes = EntryShape[][]
type ActionShape = { title: Action['title']; fields: ActionFields; rubrics: RubricShapes }
type GroupShape = { title: Group['title']; actions: ActionShape[] }
type AxisShape = Pick<Axis, 'title' | 'slogan' | 'introduction' | 'colour'> & {
  rubrics: RubricShapes
  content: (ActionShape | GroupShape)[]
}
type SectionShape = Omit<Section, 'type' | 'id'>
type UnplacedShape = {
  parent: string
  entry: EntryShape
  action: ActionShape
  type: 'entry' | 'action' | 'section'
}
type PlanShape = {
  cover: Project['cover']
  front: SectionShape[]
  axes: AxisShape[]
  back: SectionShape[]
  unplaced: UnplacedShape[]
  dismissals: Dismissal[] | undefined
}
type NodeLayer = 'section' | 'axis' | 'group' | 'action' | 'entry'
type Pools = Record<NodeLayer, number[]>

function planShape(): fc.Arbitrary<PlanShape> {
  const entry: fc.Arbitrary<EntryShape> = fc.record({
    text: arbitraryBlocks,
    fields: arbitraryIndicatorFields(),
  })
  const rubrics = fc.array(fc.array(entry, { maxLength: 3 }), { maxLength: 3 })
  const action: fc.Arbitrary<ActionShape> = fc.record({
    title: arbitraryLine,
    fields: arbitraryActionFields(),
    rubrics,
  })
  const group: fc.Arbitrary<GroupShape> = fc.record({
    title: arbitraryLine,
    actions: fc.array(action, { maxLength: 3 }),
  })
  const axis: fc.Arbitrary<AxisShape> = fc.record(
    {
      title: arbitraryLine,
      slogan: arbitraryLine,
      introduction: arbitraryBlocks,
      colour: fc.constantFrom('#0b5c8f', '#123456'),
      rubrics,
      content: fc.array(fc.oneof<fc.Arbitrary<ActionShape | GroupShape>[]>(action, group), { maxLength: 3 }),
    },
    { requiredKeys: ['title', 'slogan', 'introduction', 'rubrics', 'content'] },
  )
  const section: fc.Arbitrary<SectionShape> = fc.record({
    kind: fc.constantFrom<'foreword' | 'annex'>('foreword', 'annex'),
    title: arbitraryLine,
    body: arbitraryBlocks,
    signatory: arbitraryBlocks,
  })
  return fc.record({
    cover: fc.record(
      {
        title: arbitraryLine,
        academy: arbitraryLine,
        slogan: arbitraryLine,
        mention: arbitraryLine,
        period: fc.constantFrom({ start: 2024, end: 2028 }, { start: 2025, end: 2029 }),
        website: fc.constant('www.ac-test.fr'),
      },
      { requiredKeys: ['title', 'academy', 'slogan', 'mention'] },
    ),
    front: fc.array(section, { maxLength: 2 }),
    axes: fc.array(axis, { maxLength: 3 }),
    back: fc.array(section, { maxLength: 2 }),
    unplaced: fc.array(
      fc.record({
        // Gone, never there, a root that holds none of these, or a node that stands in the plan.
        parent: fc.constantFrom('gone', '', 'axes', 'action-0', 'axis-1'),
        type: fc.constantFrom<UnplacedShape['type']>('entry', 'action', 'section'),
        entry,
        action,
      }),
      { maxLength: 2 },
    ),
    dismissals: fc.option(fc.array(dismissal(), { maxLength: 3 }), { nil: undefined }),
  })
}

/** Of a check everywhere, of a finding, also by a check that only a newer version has; two may be of the same. */
function dismissal(): fc.Arbitrary<Dismissal> {
  return fc
    .record({
      check: fc.constantFrom(checkIds[0], checkIds[1], 'check-of-tomorrow'),
      subject: fc.constantFrom(null, '*/QVT', 'entry-1/text', 'gone'),
      reason: arbitraryWords,
      by: fc.constantFrom(null, 'nadia'),
      at: fc.constantFrom(null, '2026-03-02T10:00:00.000Z'),
    })
    .map(({ subject, ...dismissal }) =>
      Object.assign(dismissal, subject !== null && { key: `${dismissal.check}/${subject}` }),
    )
}

function idPools(): fc.Arbitrary<Pools> {
  return fc.record({
    section: idPool(4),
    axis: idPool(4),
    group: idPool(4),
    action: idPool(10),
    entry: idPool(30),
  })
}

function idPool(size: number): fc.Arbitrary<number[]> {
  const all = Array.from({ length: size }, (_, index) => index)
  return fc.shuffledSubarray(all, { minLength: size })
}

function build(template: Template, shape: PlanShape, pools: Pools): Project {
  const used: Record<NodeLayer, number> = { section: 0, axis: 0, group: 0, action: 0, entry: 0 }
  const nextId = (layer: NodeLayer): NodeId => {
    const position = used[layer]
    used[layer] += 1
    return nodeIdSchema.parse(`${layer}-${pools[layer][position] ?? position}`)
  }
  const entry = ({ text, fields }: EntryShape, type: Entry['type']): Entry =>
    type === 'indicator'
      ? { id: nextId('entry'), type, text, ...fields }
      : { id: nextId('entry'), type, text }
  const rubrics = (given: RubricShapes, level: SlotLevel): RubricEntries[] =>
    template[level]
      .filter((slot) => slot.type === 'rubric')
      .map((slot, index) => ({
        rubric: slot.id,
        entries: (given[index] ?? []).map((item) => entry(item, slot.entryType)),
      }))
  const action = ({ title, fields, rubrics: given }: ActionShape): Action => ({
    type: 'action',
    id: nextId('action'),
    number: 1,
    title,
    ...fields,
    rubrics: rubrics(given, 'action'),
  })
  const group = ({ title, actions }: GroupShape): Group => ({
    type: 'group',
    id: nextId('group'),
    title,
    actions: actions.map(action),
  })
  const axis = ({ rubrics: given, content, ...fields }: AxisShape): Axis => ({
    type: 'axis',
    id: nextId('axis'),
    number: 1,
    ...fields,
    rubrics: rubrics(given, 'axis'),
    content: content.map((item) => ('actions' in item ? group(item) : action(item))),
  })
  const section = (given: SectionShape): Section => ({ type: 'section', id: nextId('section'), ...given })
  const unplaced = (given: UnplacedShape): Unplaced => {
    const { parent } = given
    switch (given.type) {
      case 'entry': {
        const node = entry(given.entry, 'indicator')
        return { parent, rubric: rubricIdSchema.parse('gone-rubric'), node }
      }
      case 'action':
        return { parent, node: action(given.action) }
      case 'section':
        return {
          parent,
          node: section({ kind: 'annex', title: given.action.title, body: given.entry.text, signatory: [] }),
        }
    }
  }
  return {
    format: 'concerte-project',
    version: 1,
    cover: shape.cover,
    template,
    front: shape.front.map(section),
    axes: shape.axes.map(axis),
    back: shape.back.map(section),
    unplaced: shape.unplaced.map(unplaced),
    ...(shape.dismissals !== undefined && { dismissals: shape.dismissals }),
  }
}
