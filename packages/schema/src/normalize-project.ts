import { normalizeDismissals, type Dismissal } from './dismissals/dismissal.ts'
import { numberProject } from './numbering.ts'
import { compareUnplaced } from './outline/compare-unplaced.ts'
import { hasRoom } from './outline/has-room.ts'
import { isRoot, nowhere, type NodeType, type Root } from './outline/node-types.ts'
import {
  indicatorFieldsSchema,
  type Action,
  type Axis,
  type Entry,
  type Group,
  type IndicatorFields,
  type Project,
  type RubricEntries,
  type Section,
  type Unplaced,
} from './project.ts'
import type { EntryType, SlotLevel, Template } from './template.ts'
import { normalizeBlocks, normalizeLine } from './text/normalize-text.ts'
import { wellFormed } from './text/well-formed.ts'

/** A `Project` that cannot stand as a plan: two nodes with one id, or a rubric that the template lacks. Nothing was changed. */
export class InvalidProjectError extends Error {
  override name = 'InvalidProjectError'
  readonly code: 'duplicate-id' | 'unknown-rubric' | 'type-conflict'
  readonly id: string
  constructor(code: InvalidProjectError['code'], id: string) {
    super(`${code}: ${id}`)
    this.code = code
    this.id = id
  }
}

/**
 * The one form of a plan: numbers computed, texts joined, every rubric of the template present in its order, the
 * type of each entry that of its rubric. `readProject` gives this form; `applyProject` brings its input to it.
 *
 * @throws {InvalidProjectError}
 */
export function normalizeProject(given: Project): Project {
  const { dismissals, ...project } = wellFormed(given)
  requireUniqueIds(project)
  const { template, cover } = project
  const types = new Map<string, NodeType>(nodesOf(project).map((node) => [node.id, layerOf(node)]))
  return numberProject({
    ...project,
    cover: {
      ...cover,
      title: normalizeLine(cover.title),
      academy: normalizeLine(cover.academy),
      slogan: normalizeLine(cover.slogan),
      mention: normalizeLine(cover.mention),
    },
    front: project.front.map(normalizeSection),
    axes: project.axes.map((axis) => normalizeAxis(axis, template)),
    back: project.back.map(normalizeSection),
    unplaced: project.unplaced
      .map((item) => {
        const { parent, rubric } = awayFrom(
          template,
          item,
          isRoot(item.parent) ? item.parent : types.get(item.parent),
        )
        const node = normalizeAny(item.node, template, rubric)
        return rubric === undefined ? { parent, node } : { parent, rubric, node }
      })
      .toSorted(compareUnplaced),
    ...dismissalsOf(dismissals),
  })
}

/** What an entry is: as its rubric says; in the tray, where the rubric may be gone, as its fields say. */
export function entryTypeFor(
  template: Template,
  rubric: string | undefined,
  fields: IndicatorFields,
): EntryType {
  for (const slot of [...template.axis, ...template.action]) {
    if (slot.type === 'rubric' && slot.id === rubric) return slot.entryType
  }
  return Object.keys(fields).length > 0 ? 'indicator' : 'statement'
}

/** Any node of a plan as JSON. */
export type ProjectNode = Unplaced['node']

/** The layer of the outline that a node stands in. */
export function layerOf(node: ProjectNode): NodeType {
  switch (node.type) {
    case 'measure':
    case 'indicator':
    case 'statement':
      return 'entry'
    case 'section':
    case 'axis':
    case 'group':
    case 'action':
      return node.type
  }
}

/** A node waits in the tray under a parent that has no room for it: where `parent` has, the node stands nowhere. */
export function awayFrom(template: Template, item: Unplaced, parent: NodeType | Root | undefined): Unplaced {
  return hasRoom(template, parent, layerOf(item.node), item.rubric)
    ? { ...item, parent: nowhere.parent }
    : item
}

function dismissalsOf(dismissals: readonly Dismissal[] = []): { dismissals?: Dismissal[] } {
  return dismissals.length === 0 ? {} : { dismissals: normalizeDismissals(dismissals) }
}

function normalizeAny(node: ProjectNode, template: Template, rubric: string | undefined): ProjectNode {
  switch (node.type) {
    case 'section':
      return normalizeSection(node)
    case 'axis':
      return normalizeAxis(node, template)
    case 'group':
      return normalizeGroup(node, template)
    case 'action':
      return normalizeAction(node, template)
    case 'measure':
    case 'indicator':
    case 'statement':
      return normalizeEntry(node, template, rubric)
  }
}

function normalizeSection(section: Section): Section {
  return {
    ...section,
    title: normalizeLine(section.title),
    body: normalizeBlocks(section.body),
    signatory: normalizeBlocks(section.signatory),
  }
}

function normalizeAxis(axis: Axis, template: Template): Axis {
  return {
    ...axis,
    title: normalizeLine(axis.title),
    slogan: normalizeLine(axis.slogan),
    introduction: normalizeBlocks(axis.introduction),
    rubrics: normalizeRubrics(axis.rubrics, template, 'axis'),
    content: axis.content.map((item) =>
      item.type === 'group' ? normalizeGroup(item, template) : normalizeAction(item, template),
    ),
  }
}

function normalizeGroup(group: Group, template: Template): Group {
  return {
    ...group,
    title: normalizeLine(group.title),
    actions: group.actions.map((action) => normalizeAction(action, template)),
  }
}

function normalizeAction(action: Action, template: Template): Action {
  return {
    ...action,
    title: normalizeLine(action.title),
    rubrics: normalizeRubrics(action.rubrics, template, 'action'),
  }
}

function normalizeRubrics(given: RubricEntries[], template: Template, level: SlotLevel): RubricEntries[] {
  const rubrics = template[level].filter((slot) => slot.type === 'rubric')
  for (const item of given) {
    if (!rubrics.some((rubric) => rubric.id === item.rubric)) {
      throw new InvalidProjectError('unknown-rubric', item.rubric)
    }
  }
  return rubrics.flatMap((rubric) => {
    const entries = given
      .filter((item) => item.rubric === rubric.id)
      .flatMap((item) => item.entries)
      .map((entry) => normalizeEntry(entry, template, rubric.id))
    return rubric.retired && entries.length === 0 ? [] : [{ rubric: rubric.id, entries }]
  })
}

function normalizeEntry(entry: Entry, template: Template, rubric: string | undefined): Entry {
  const { id } = entry
  const text = normalizeBlocks(entry.text)
  const fields = indicatorFieldsSchema.parse(entry)
  const type = entryTypeFor(template, rubric, fields)
  return type === 'indicator' ? { id, type, text, ...fields } : { id, type, text }
}

function requireUniqueIds(project: Project): void {
  const seen = new Set<string>()
  const claim = (id: string): void => {
    if (seen.has(id)) throw new InvalidProjectError('duplicate-id', id)
    seen.add(id)
  }
  for (const slot of [...project.template.axis, ...project.template.action]) claim(`slot ${slot.id}`)
  for (const { id } of nodesOf(project)) claim(id)
}

/** Every node of a plan, those in the tray too. */
function nodesOf(project: Project): ProjectNode[] {
  const waiting = project.unplaced.map(({ node }) => node)
  return [...project.front, ...project.axes, ...project.back, ...waiting].flatMap(withBelow)
}

function withBelow(node: ProjectNode): ProjectNode[] {
  const entries = 'rubrics' in node ? node.rubrics.flatMap((item) => item.entries) : []
  const below = node.type === 'axis' ? node.content : node.type === 'group' ? node.actions : []
  return [node, ...entries, ...below.flatMap(withBelow)]
}
