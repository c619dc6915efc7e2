import {
  addedNodeId,
  applyProposal,
  applyProject,
  examine,
  followPlan,
  nodeIdSchema,
  nodeText,
  nodeWords,
  openPlan,
  readBlocks,
  readOutline,
  writeBlocks,
  type BlockText,
  type PlanDoc,
  type Project,
  type Proposal,
} from '@concerte/schema'
import { createPlanRooms, type PlanUpdate, type UpdateLog } from '@concerte/sync'
import * as Y from 'yjs'

import { orleans, readSeed, timesLonger } from './support/plans.ts'
import { timed } from './support/samples.ts'
import type { Row } from './support/table.ts'

const open = 500

/** Accepting an amendment in an open plan, and examining all that are open after an edit of others, in a plan and in one a hundred times as long. */
export async function amendments(): Promise<Row[]> {
  const plan = readSeed(orleans)
  return [
    ...(await measure('Orléans-Tours', plan, { runs: 20, warmUp: 5 })),
    ...(await measure('100 times as long', timesLonger(plan, 100), { runs: 5, warmUp: 1 })),
  ]
}

type Rounds = { runs: number; warmUp: number }

async function measure(name: string, project: Project, rounds: Rounds): Promise<Row[]> {
  const { runs, warmUp } = rounds
  const doc = new Y.Doc()
  applyProject(doc, project)
  const state = Y.encodeStateAsUpdate(doc)
  const plan = followPlan(openPlan(doc))
  const proposals = someProposals(plan)
  const examining: number[] = []
  const reading: number[] = []
  for (let run = 0; run < warmUp + runs; run += 1) {
    touch(plan, proposals[run]!)
    reading[run] = await timed(() => proposals.map((proposal) => nodeWords(plan, nodeOf(proposal))))
    examining[run] = await timed(() => proposals.map((proposal) => examine(plan, proposal)))
  }
  const { accepting, writing } = await accept(state, proposals, runs + warmUp)
  return [
    {
      measure: `amendments: accepting one, ${name}`,
      unit: 'ms',
      samples: accepting.slice(warmUp),
      baseline: { name: 'the server writes the same words', samples: writing.slice(warmUp) },
    },
    {
      measure: `amendments: examining ${open} open ones after an edit, ${name}`,
      unit: 'ms',
      samples: examining.slice(warmUp),
      baseline: { name: 'reading the words that they are about', samples: reading.slice(warmUp) },
    },
  ]
}

/** Both through the rooms of a server, in a plan that somebody has open, on a log in memory. */
async function accept(state: Uint8Array, proposals: readonly Wording[], rounds: number) {
  const rooms = createPlanRooms({
    log: memoryLog(state),
    reportError: (error) => {
      throw error
    },
  })
  rooms.join('plan', {
    identity: { userId: 'someone', name: 'Someone', colours: ['#112233'] },
    access: { canWrite: false, judge: null, rights: '', lineage: '' },
    send: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    close: () => undefined,
  })
  const [accepting, writing]: number[][] = [[], []]
  for (let run = 0; run < rounds; run += 1) {
    const [proposal, other] = [proposals[run * 2]!, proposals[run * 2 + 1]!]
    accepting![run] = await timed(() =>
      rooms.edit('plan', 'decider', (doc) => {
        const trashed = { by: null, at: null }
        applyProposal(openPlan(doc), proposal, { added: addedNodeId('amendment', run), trashed })
      }),
    )
    writing![run] = await timed(() =>
      rooms.edit('plan', 'decider', (doc) => writeBlocks(textOf(openPlan(doc), other), other.text)),
    )
  }
  await rooms.evict()
  return { accepting: accepting!, writing: writing! }
}

function memoryLog(state: Uint8Array): UpdateLog {
  const rows: PlanUpdate[] = []
  return {
    load: () => Promise.resolve({ state, updates: rows.map(({ update }) => update), owners: new Map() }),
    append: async (updates) => void rows.push(...updates),
    compact: () => Promise.resolve(),
  }
}

type Wording = Extract<Proposal, { type: 'text' }>

/** Other wordings of the first measures, each in the middle of a text; again from the first where the plan has fewer. */
function someProposals(plan: PlanDoc): Wording[] {
  const entries = [...readOutline(plan).nodes.values()].filter(({ type }) => type === 'entry')
  return Array.from({ length: open }, (_, index) => {
    const { id } = entries[index % entries.length]!
    const base = readBlocks(nodeText(plan, id, 'text')!)
    return { type: 'text', node: id, field: 'text', base, text: reworded(base, `proposé ${index}`) }
  })
}

function reworded(blocks: BlockText, words: string): BlockText {
  return blocks.map((block) => {
    if (block.type !== 'paragraph') return block
    const text = block.content.map((run) => run.text).join('')
    const middle = text.indexOf(' ', text.length / 2)
    return {
      type: 'paragraph',
      content: [{ text: `${text.slice(0, middle)} ${words}${text.slice(middle)}` }],
    }
  })
}

/** Somebody writes at the end of what a proposal is about. */
function touch(plan: PlanDoc, proposal: Wording): void {
  const text = textOf(plan, proposal)
  writeBlocks(text, [...readBlocks(text), { type: 'paragraph', content: [{ text: 'plus' }] }])
}

function textOf(plan: PlanDoc, { node }: Wording): Y.XmlFragment {
  const text = nodeText(plan, nodeIdSchema.parse(node), 'text')
  if (text === undefined) throw new Error(`no text in ${node}`)
  return text
}

function nodeOf({ node }: Wording): string {
  return node
}
