import { setTimeout as delay } from 'node:timers/promises'

import { applyProject, type Project } from '@concerte/schema'
import * as Y from 'yjs'

import type { MeasuredServer } from '../servers/measured-server.ts'
import { openPlan } from './open-plan.ts'
import { maskedFrame } from './raw-socket.ts'
import { updateMessage, type Letter } from './typist.ts'

/**
 * Brings a room to a plan, and makes places to write in: paragraphs of one letter, spread over the plan's measures. All
 * of it is there for whoever comes next when this resolves.
 */
export async function prepareRoom(
  server: MeasuredServer,
  room: number,
  { project, places }: { project: Project; places: number },
): Promise<Letter[]> {
  const doc = new Y.Doc()
  if (!server.dialect.answers)
    return Array.from({ length: places }, (_, clock) => ({ client: doc.clientID, clock }))
  const plan = await openPlan(server, room)
  // What comes late is waited for, or the plan would be made a second time.
  if (server.loadsLate) await delay(300)
  for (const update of plan.updates) Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  applyProject(doc, project)
  const letters = makePlaces(doc, places)
  const prefix = server.dialect.prefix(server.roomName(room))
  plan.socket.write(maskedFrame(updateMessage(prefix, Y.encodeStateAsUpdate(doc, before))))
  const whole = Y.getState(doc.store, doc.clientID)
  for (;;) {
    const found = await plan.ask()
    if ((Y.decodeStateVector(Y.encodeStateVectorFromUpdate(found)).get(doc.clientID) ?? 0) >= whole) break
    await delay(10)
  }
  plan.socket.destroy()
  await plan.socket.closed
  return letters
}

function makePlaces(doc: Y.Doc, places: number): Letter[] {
  const texts = measures(doc)
  const made: Y.XmlText[] = []
  doc.transact(() => {
    for (let n = 0; n < places; n += 1) {
      const fragment = texts[n % texts.length]
      const paragraph = new Y.XmlElement('paragraph')
      const text = new Y.XmlText('x')
      paragraph.insert(0, [text])
      fragment?.push([paragraph])
      made.push(text)
    }
  })
  return made.map((text) => {
    // Yjs offers no other way to the place of a letter.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    const letter = text._start
    if (letter === null) throw new Error('a place has no letter')
    return letter.id
  })
}

/** The texts of all measures, indicators and statements. */
function measures(doc: Y.Doc): Y.XmlFragment[] {
  const texts: Y.XmlFragment[] = []
  for (const node of doc.getMap('nodes').values()) {
    if (!(node instanceof Y.Map) || node.get('type') !== 'entry') continue
    const text: unknown = node.get('text')
    if (text instanceof Y.XmlFragment) texts.push(text)
  }
  if (texts.length === 0) throw new Error('the plan has no measures')
  return texts
}
