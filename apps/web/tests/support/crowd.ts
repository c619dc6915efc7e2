import { onTestFinished } from 'vitest'
import * as Y from 'yjs'

import type { Person } from './browser.ts'
import { createInvitation, password } from './invitations.ts'
import { orleans } from './people.ts'
import { joinByInvitation, type RawPerson } from './raw-person.ts'
import type { TestServer } from './server.ts'

export type Colleague = RawPerson & {
  /** Puts the caret into a field, at an offset of its first paragraph. */
  write: (node: string, field: string, offset: number) => void
}

/** How many come in together. */
const atOnce = 5

/** Several colleagues who took one invitation, each in the plan by a client of its own until the test ends. */
export async function joinCrowd(
  server: TestServer,
  options: { by: Person; names: readonly string[]; role: string },
): Promise<Colleague[]> {
  const { by, names, role } = options
  const invitation = { projectId: orleans, role, reusable: true }
  const token = await createInvitation(by.context.request, server.url, invitation)
  const people: Colleague[] = []
  for (let first = 0; first < names.length; first += atOnce) {
    const some = names.slice(first, first + atOnce)
    people.push(...(await Promise.all(some.map((name) => join(server, { token, name })))))
  }
  return people
}

async function join(
  server: TestServer,
  { token, name }: { token: string; name: string },
): Promise<Colleague> {
  const person = await joinByInvitation(server.url, { token, name, password, projectId: orleans })
  onTestFinished(person.leave)
  return { ...person, write: (...place) => writeAt(person, place) }
}

function writeAt(
  { doc, awareness }: Pick<RawPerson, 'doc' | 'awareness'>,
  [node, field, offset]: [node: string, field: string, offset: number],
): void {
  const map: unknown = doc.getMap('nodes').get(node)
  const fragment: unknown = map instanceof Y.Map ? map.get(field) : undefined
  const paragraph: unknown = fragment instanceof Y.XmlFragment ? fragment.get(0) : undefined
  const text: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : paragraph
  if (!(text instanceof Y.XmlText)) throw new Error(`no words in ${node} ${field}`)
  const point = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset, -1)) as unknown
  awareness.setLocalState({
    ...awareness.getLocalState(),
    place: { node, field },
    view: node,
    cursor: { anchor: point, head: point },
  })
}
