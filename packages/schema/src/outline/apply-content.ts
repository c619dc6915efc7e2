import * as Y from 'yjs'
import type { z } from 'zod'

import { layerOf, type ProjectNode } from '../normalize-project.ts'
import type { Template } from '../template.ts'
import type { BlockText, LineText } from '../text/rich-text.ts'
import { writeBlocks, writeLine } from '../text/write-fragment.ts'
import type { Wanted } from './apply-places.ts'
import { nodeTypes } from './node-types.ts'
import { nodeMap, nodeText, type PlanDoc } from './plan-doc.ts'
import { sectionKindAt } from './read-project.ts'
import { setValue } from './set-value.ts'

/** Makes the texts and fields of a node, which stands in its place already, read as the target's. Within {@link edit}. */
export function applyContent(plan: PlanDoc, template: Template, { node, parent, rubric }: Wanted): void {
  applyTexts(plan, node)
  const map = nodeMap(plan, node.id)!
  const given = new Map<string, unknown>(Object.entries(node))
  switch (node.type) {
    case 'section': {
      // As it is read: a kind that only a newer version knows stays where its fallback is wanted.
      const kind = nodeTypes.section.values.shape.kind.unwrap().catch(sectionKindAt(parent))
      return setValue(map, 'kind', kind, node.kind)
    }
    case 'measure':
    case 'statement':
      // The fields of an indicator stay in a node that its rubric makes a measure: they come back with the rubric. In
      // the tray, where no rubric says what it is, they would make it an indicator again.
      if (template.axis.concat(template.action).some((slot) => slot.type === 'rubric' && slot.id === rubric))
        return
      break
    case 'axis':
    case 'group':
    case 'action':
    case 'indicator':
      break
  }
  const fields: Record<string, z.ZodType> = nodeTypes[layerOf(node)].values.shape
  for (const [field, schema] of Object.entries(fields)) setValue(map, field, schema, given.get(field))
}

function applyTexts(plan: PlanDoc, node: ProjectNode): void {
  const line = (field: string, text: LineText): void => writeLine(textOf(plan, node, field), text)
  const blocks = (field: string, text: BlockText): void => writeBlocks(textOf(plan, node, field), text)
  switch (node.type) {
    case 'section':
      line('title', node.title)
      blocks('body', node.body)
      return blocks('signatory', node.signatory)
    case 'axis':
      line('title', node.title)
      line('slogan', node.slogan)
      return blocks('introduction', node.introduction)
    case 'group':
    case 'action':
      return line('title', node.title)
    case 'measure':
    case 'indicator':
    case 'statement':
      return blocks('text', node.text)
  }
}

/** A damaged node (its text is gone) gets a new one: there is nothing left to lose. */
function textOf(plan: PlanDoc, { id }: ProjectNode, field: string): Y.XmlFragment {
  const existing = nodeText(plan, id, field)
  if (existing !== undefined) return existing
  const fragment = new Y.XmlFragment()
  nodeMap(plan, id)!.set(field, fragment)
  return fragment
}
