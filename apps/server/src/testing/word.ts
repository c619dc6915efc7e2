import type { PlanUpdate } from '@concerte/sync'
import * as Y from 'yjs'

/** An update, of a Yjs client of its own, that says word `n`: it is there or it is not, whatever else is. */
export function word(projectId: string, n: number): PlanUpdate {
  const doc = new Y.Doc()
  doc.clientID = 1000 + n
  doc.getMap('words').set(String(n), `mot ${n}`)
  return { projectId, userId: null, update: Y.encodeStateAsUpdate(doc), claims: [] }
}
