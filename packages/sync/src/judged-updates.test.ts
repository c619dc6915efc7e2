import {
  coverText,
  judgeTouches,
  mayWriteNode,
  nodeIdSchema,
  openPlan,
  toRights,
  type NodeId,
  type PlanDoc,
  type Rights,
} from '@concerte/schema'
import {
  axesOfPlan,
  createPick,
  createTypingLog,
  pickOne,
  planOfAxes,
  roughSteps,
  takeAxisStep,
  takeStep,
} from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { MessageError } from './messages.ts'
import { openPlanDocument, type PlanDocument } from './plan-document.ts'

test('[S4] an honest editor is never refused within the axes of their groups, offline or not, whatever others do meanwhile', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { maxLength: 60 }), (seeds) => {
      const { server, person, lead } = setup()
      const ada = person('ada', axesOfPlan[0]!)
      for (const [index, seed] of seeds.entries()) {
        const pick = createPick(seed)
        // No two steps choose the same new ids.
        const own = seed * 100 + index
        switch (pick(8)) {
          case 0:
          case 1:
          case 2:
            ada.step(own)
            break
          case 3:
            ada.undo()
            break
          case 4:
            ada.redo()
            break
          case 5:
            lead.receive()
            lead.step(own)
            lead.send()
            break
          case 6:
            if (pick(2) === 0) ada.reopen()
            else {
              lead.receive()
              lead.undo()
              lead.send()
            }
            break
          default:
            if (pick(2) === 0) ada.receive()
            ada.send()
        }
      }
      ada.send()
      ada.receive()
      lead.receive()
      expect(Y.encodeStateVector(ada.doc)).toEqual(Y.encodeStateVector(server.doc))
    }),
    { seed: 7, numRuns: 150 },
  )
}, 120_000)

test('[S4] whatever anybody writes anywhere, what is accepted of it leaves everything outside their axis as it was', () => {
  let [accepted, refused] = [0, 0]
  fc.assert(
    fc.property(roughSteps(2, 40), fc.nat(1_000_000), (steps, seed) => {
      const { server, person } = setup()
      const lead = person('lead', null)
      const log = createTypingLog()
      let offender = person('offender', axesOfPlan[0]!)
      for (const [index, step] of steps.entries()) {
        if (step.kind === 'receive') offender.receive()
        else if (step.replica === 0) {
          lead.receive()
          lead.step(seed * 100 + index)
          lead.send()
        } else {
          takeStep(offender.doc, step, log)
          const before = outside(server.doc)
          if (offender.trySend() === 'refused') {
            // Who was refused takes the plan anew.
            offender = person(`offender ${index}`, axesOfPlan[0]!)
            refused += 1
          } else accepted += 1
          // A node that lost its place in the axis waits in the tray: that is all that may come.
          const { places, ...after } = withoutLost(server.doc, before)
          expect(after).toEqual(before)
          expect(places.filter((place) => place !== undefined)).toEqual([])
        }
      }
    }),
    { seed: 9, numRuns: 100 },
  )
  expect(Math.min(accepted, refused)).toBeGreaterThan(30)
}, 120_000)

/** What is outside now, without the nodes that were not before; the places of these. */
function withoutLost(doc: Y.Doc, before: Record<string, unknown>) {
  const { nodes } = openPlan(doc)
  const now = outside(doc)
  const lost = Object.keys(now).filter((key) => !Object.hasOwn(before, key))
  const kept = Object.entries(now).filter(([key]) => Object.hasOwn(before, key))
  return {
    ...Object.fromEntries(kept),
    places: lost.map((key): unknown => nodes.get(key.slice('node '.length))?.get('place')),
  }
}

/** Everything of a plan that is not in the first axis, as it stands in the document. */
function outside(doc: Y.Doc): Record<string, unknown> {
  const plan = openPlan(doc)
  const nodes = [...plan.nodes].filter(([id]) => !isWithin(plan, id))
  return {
    project: plan.project.toJSON(),
    cover: coverText(plan, 'title').toJSON(),
    axis: structureOf(plan, axesOfPlan[0]!),
    ...Object.fromEntries(nodes.map(([id, node]) => [`node ${id}`, node.toJSON()])),
  }
}

function isWithin(plan: PlanDoc, id: string): boolean {
  const node = nodeIdSchema.safeParse(id).data
  return node !== undefined && mayWriteNode(plan, rightsIn(axesOfPlan[0]!), node) === null
}

function rightsIn(axis: NodeId): Rights {
  return toRights({ role: 'editor', phase: 'drafting', groupAxes: [axis], locked: [] })
}

function structureOf(plan: PlanDoc, id: NodeId): unknown {
  const { place, trashed, colour, type } = plan.nodes.get(id)?.toJSON() ?? {}
  return { place, trashed, colour, type }
}

function setup() {
  const state = Y.encodeStateAsUpdate(planOfAxes().doc)
  const server = openPlanDocument({ state, updates: [], owners: new Map() }, (error) => {
    throw error
  })
  const person = (userId: string, axis: NodeId | null) => createPerson(server, userId, axis)
  return { server, person, lead: person('lead', null) }
}

function createPerson(server: PlanDocument, userId: string, axis: NodeId | null) {
  const rights = rightsIn(axis ?? axesOfPlan[0]!)
  const judge =
    axis === null
      ? null
      : (doc: Y.Doc, touches: Parameters<typeof judgeTouches>[2]) => judgeTouches(doc, rights, touches)
  let { doc, plan, undo } = openReplica(Y.encodeStateAsUpdate(server.doc))
  return {
    get doc() {
      return doc
    },
    step(seed: number) {
      const pick = createPick(seed)
      takeAxisStep(plan, axis ?? pickOne(pick, axesOfPlan)!, pick)
    },
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    /** As a browser does that was closed and opened again. */
    reopen() {
      ;({ doc, plan, undo } = openReplica(Y.encodeStateAsUpdate(doc)))
    },
    receive() {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(doc)))
    },
    trySend() {
      try {
        return server.accept(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server.doc)), {
          userId,
          judge,
          triedAt: null,
        }).type
      } catch (error) {
        if (error instanceof MessageError) return 'refused'
        throw error
      }
    },
    send() {
      const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server.doc))
      const result = server.accept(update, { userId, judge, triedAt: null })
      expect(result).not.toMatchObject({ type: 'refused' })
      expect(result).not.toMatchObject({ type: 'early' })
    },
  }
}

function openReplica(state: Uint8Array): { doc: Y.Doc; plan: PlanDoc; undo: Y.UndoManager } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const undo = new Y.UndoManager(doc.getMap('nodes'), {
    trackedOrigins: new Set(['self']),
    captureTimeout: 0,
  })
  return { doc, plan: openPlan(doc, 'self'), undo }
}
