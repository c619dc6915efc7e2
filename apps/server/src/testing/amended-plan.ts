import {
  amendmentListSchema,
  amendmentSchema,
  decisionResultSchema,
  projectIdSchema,
  type Amendment,
  type DecisionResult,
  type ErrorCode,
  type UserId,
} from '@concerte/api'
import {
  actionsTemplate,
  addNode,
  blocksToPlain,
  emptyProject,
  nodeText,
  openPlan,
  plainToBlocks,
  readBlocks,
  rubricIdSchema,
  writeBlocks,
  type NodeId,
  type PlanDoc,
  type Proposal,
} from '@concerte/schema'

import { projectToUpdate } from '../plan.ts'
import { invite, setUpAdmin } from './people.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { setupApp } from './test-app.ts'
import { refusalCode, type Visitor } from './visitor.ts'

type Author = 'reviewer' | 'editor' | 'lead'

export const firstWords = 'un deux trois quatre cinq six'

/** A small plan with a measure of {@link firstWords} and an indicator, and one person of each role. */
export async function setupAmendments() {
  const app = await setupApp({ seedsDir: temporaryFolder() })
  const { deps, visit } = app
  const [admin, lead, editor, reviewer, reader] = [visit(), visit(), visit(), visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = projectIdSchema.parse('amended')
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: 'A', period: null })
  await deps.storage.projects.add({ id: projectId, ...projectToUpdate(project), lead: null })
  const ids: Record<Author, UserId> = {
    lead: await invite(admin, lead, { projectId, role: 'lead' }),
    editor: await invite(admin, editor, { projectId, role: 'editor' }),
    reviewer: await invite(admin, reviewer, { projectId, role: 'reviewer' }),
  }
  await invite(admin, reader, { projectId, role: 'reader' })
  const authors: Record<Author, Visitor> = { lead, editor, reviewer }

  const plan = `/api/projects/${projectId}`
  const change = <T>(edit: (plan: PlanDoc) => T) =>
    deps.rooms.edit(projectId, null, (doc) => edit(openPlan(doc)))
  const read = <T>(reading: (plan: PlanDoc) => T) =>
    deps.rooms.look(projectId, (doc) => reading(openPlan(doc)))
  const write = (words: string, node: NodeId = measure) =>
    change((opened) => writeBlocks(textOf(opened, node), plainToBlocks(words)))
  const send = (person: Visitor, { id, revision }: Amendment, decision: object) =>
    person.send('POST', `${plan}/amendments/${id}/decisions`, { revision, ...decision })

  const { axis, action, measure, indicator } = await change(addNodes)
  await write(firstWords)
  return {
    ...app,
    ...authors,
    admin,
    reader,
    ids,
    projectId,
    plan,
    axis,
    action,
    measure,
    indicator,
    change,
    read,
    write,
    send,
    words: (node: NodeId = measure) => read((opened) => blocksToPlain(readBlocks(textOf(opened, node)))),
    /** Another wording of a measure that has its first words. */
    wording: (text: string, node: NodeId = measure): Extract<Proposal, { type: 'text' }> => ({
      type: 'text',
      node,
      field: 'text',
      base: plainToBlocks(firstWords),
      text: plainToBlocks(text),
    }),
    propose: (author: Author, proposal: Proposal, cosigners: UserId[] = []): Promise<Amendment> =>
      authors[author].read(amendmentSchema, 'POST', `${plan}/amendments`, {
        proposal,
        reason: 'Plus clair',
        cosigners,
      }),
    decide: (person: Visitor, amendment: Amendment, decision: object): Promise<DecisionResult> =>
      person.read(decisionResultSchema, 'POST', `${plan}/amendments/${amendment.id}/decisions`, {
        revision: amendment.revision,
        ...decision,
      }),
    refused: async (person: Visitor, amendment: Amendment, decision: object): Promise<ErrorCode> =>
      refusalCode(await send(person, amendment, decision)),
    list: async (): Promise<Amendment[]> =>
      (await lead.read(amendmentListSchema, 'GET', `${plan}/amendments`)).amendments,
  }
}

export const measures = rubricIdSchema.parse('measures')

function addNodes(plan: PlanDoc) {
  const axis = addNode(plan, { type: 'axis' })
  const action = addNode(plan, { type: 'action', parent: axis })
  const measure = addNode(plan, { type: 'entry', parent: action, rubric: measures })
  const indicator = addNode(plan, { type: 'entry', parent: action, rubric: 'indicators' })
  return { axis, action, measure, indicator }
}

function textOf(plan: PlanDoc, node: NodeId) {
  const text = nodeText(plan, node, 'text')
  if (text === undefined) throw new Error(`no text in ${node}`)
  return text
}
