import { createNodeId, type NodeId } from './ids.ts'
import { normalizeProject } from './normalize-project.ts'
import { projectFormatVersion, type Period, type Project } from './project.ts'
import type { Template } from './template.ts'
import { plainToLine } from './text/plain-text.ts'

/**
 * A plan to start from: an untitled foreword, one axis, and one action where the template has actions.
 * `newId` makes the ids of its nodes.
 */
export function emptyProject(
  start: { template: Template; title: string; academy: string; period: Period | null },
  newId: () => NodeId = createNodeId,
): Project {
  const nothing = [{ type: 'paragraph' as const, content: [] }]
  const hasActions = start.template.axis.some((slot) => slot.type === 'actionList')
  return normalizeProject({
    format: 'concerte-project',
    version: projectFormatVersion,
    cover: {
      title: plainToLine(start.title),
      academy: plainToLine(start.academy),
      slogan: [],
      mention: [],
      ...(start.period !== null && { period: start.period }),
    },
    template: start.template,
    front: [{ type: 'section', id: newId(), kind: 'foreword', title: [], body: nothing, signatory: nothing }],
    axes: [
      {
        type: 'axis',
        id: newId(),
        number: 1,
        title: [],
        slogan: [],
        introduction: nothing,
        rubrics: [],
        content: hasActions ? [{ type: 'action', id: newId(), number: 1, title: [], rubrics: [] }] : [],
      },
    ],
    back: [],
    unplaced: [],
  })
}
