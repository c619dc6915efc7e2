import { amendmentIdSchema, sessionSchema, type AmendmentId, type UserId } from '@concerte/api'
import { addNode, phaseSchema, type Phase } from '@concerte/schema'
import { expect, test } from 'vitest'

import { setupAmendments } from '../../testing/amended-plan.ts'
import { invite } from '../../testing/people.ts'
import { refusalCode, type Visitor } from '../../testing/visitor.ts'

/** `other`: an editor whose working group has another axis. */
const people = ['reader', 'reviewer', 'other', 'editor', 'lead'] as const
type Person = (typeof people)[number]

/** What each person is answered, in the order of `people`. */
type Statuses = readonly [number, number, number, number, number]
type Row = { route: string; own: boolean; statuses: Record<Phase, Statuses> }

const nobody: Statuses = [403, 403, 403, 403, 403]
const participants: Statuses = [403, 200, 200, 200, 200]
const writers: Statuses = [403, 403, 200, 200, 200]
/** Whoever may propose in a phase. */
const proposing = {
  drafting: participants,
  review: participants,
  consultation: participants,
  validation: writers,
  final: nobody,
}
/** Everything that the routes of amendments change, in every phase. `own`: the amendment is the person's. */
const rows: Row[] = [
  { route: 'propose', own: false, statuses: proposing },
  { route: 'improve', own: true, statuses: proposing },
  { route: 'improve', own: false, statuses: all(nobody) },
  { route: 'support', own: false, statuses: proposing },
  { route: 'support', own: true, statuses: all(nobody) },
  { route: 'sign', own: false, statuses: proposing },
  // Taking back is no proposing: it is for whoever may still speak.
  {
    route: 'withdraw',
    own: true,
    statuses: { ...all(participants), final: nobody },
  },
  { route: 'withdraw', own: false, statuses: all(nobody) },
  {
    route: 'decide',
    own: false,
    statuses: {
      drafting: [403, 403, 403, 200, 200],
      review: [403, 403, 403, 200, 200],
      consultation: [403, 403, 403, 200, 200],
      validation: [403, 403, 403, 403, 200],
      final: nobody,
    },
  },
  { route: 'read', own: false, statuses: all([200, 200, 200, 200, 200]) },
]

async function setupPeople() {
  const setup = await setupAmendments()
  const { admin, deps, visit, projectId, plan, change, ids, editor, wording, axis } = setup
  const other = visit()
  const otherId = await invite(admin, other, { projectId, role: 'editor', name: 'other' })
  const elsewhere = await change((opened) => addNode(opened, { type: 'axis' }))
  for (const [member, its] of [
    [otherId, elsewhere],
    [ids.editor, axis],
  ]) {
    await admin.send('POST', `${plan}/groups`, { name: 'Groupe', members: [member], axes: [its] })
  }
  const visitors: Record<Person, Visitor> = { ...setup, other, editor }
  const members = await deps.storage.members.list(projectId)
  const idOf = (name: string): UserId => {
    const member = members.find((candidate) => candidate.name === name)
    if (member === undefined) throw new Error(`no member ${name}`)
    return member.userId
  }
  const adminId = await adminOf(setup)
  let count = 0
  /** An amendment that everybody is asked to sign; by an administrator who is no member unless it is by somebody. */
  const make = async (author: Person | null): Promise<AmendmentId> => {
    count += 1
    const amendmentId = amendmentIdSchema.parse(`amendment-${count}`)
    const authorId = author === null ? adminId : idOf(author)
    const cosigners = people.map(idOf)
    const made = { projectId, amendmentId, authorId, cosigners, reason: '' }
    await deps.storage.amendments.add({ ...made, proposal: wording('autre') })
    return amendmentId
  }
  return { ...setup, visitors, make }
}

async function adminOf({ admin }: { admin: Visitor }): Promise<UserId> {
  const { user } = await admin.read(sessionSchema, 'GET', '/api/session')
  if (user === null) throw new Error('the administrator is not signed in')
  return user.id
}

test('[S4] each role gets of every route of amendments, in every phase, what the table says', async () => {
  const { deps, projectId, plan, visitors, make, wording } = await setupPeople()
  const improved = { proposal: wording('meilleur'), reason: '', cosigners: [] }
  const ask = async (person: Visitor, route: string, id: AmendmentId): Promise<Response> => {
    const path = `${plan}/amendments/${id}`
    switch (route) {
      case 'propose':
        return person.send('POST', `${plan}/amendments`, improved)
      case 'improve':
        return person.send('PUT', path, { ...improved, revision: 1 })
      case 'support':
        return person.send('PUT', `${path}/support`)
      case 'sign':
        return person.send('PUT', `${path}/signature`)
      case 'withdraw':
        return person.send('POST', `${path}/withdrawal`, { reason: '' })
      case 'decide':
        return person.send('POST', `${path}/decisions`, { type: 'refuse', revision: 1, reason: 'Non' })
      default:
        return person.send('GET', `${plan}/amendments.csv`)
    }
  }
  const seen: string[] = []
  const expected: string[] = []
  for (const phase of phaseSchema.options) {
    await deps.storage.rights.setPhase(projectId, phase)
    for (const { route, own, statuses } of rows) {
      for (const [index, person] of people.entries()) {
        const { status } = await ask(visitors[person], route, await make(own ? person : null))
        const what = `${phase} ${person} ${route}${own ? ' (own)' : ''}`
        seen.push(`${what}: ${status === 204 ? 200 : status}`)
        expected.push(`${what}: ${statuses[phase][index]}`)
      }
    }
  }
  expect(seen).toEqual(expected)
}, 120_000)

test('[S4] in a locked axis nobody decides, and an editor decides in no axis of others, whatever the phase of theirs', async () => {
  const { deps, projectId, plan, visitors, make, axis, lead } = await setupPeople()
  const decide = async (person: Person) => {
    const path = `${plan}/amendments/${await make(null)}/decisions`
    return refusalCode(await visitors[person].send('POST', path, { type: 'accept', revision: 1, reason: '' }))
  }
  expect(await decide('other')).toBe('not-your-axis')
  await lead.send('PUT', `${plan}/locks/${axis}`)
  expect(await decide('lead')).toBe('axis-locked')
  expect(await decide('editor')).toBe('axis-locked')
  await deps.storage.rights.setPhase(projectId, 'validation')
  expect(await decide('editor')).toBe('phase-forbids')
  expect(await decide('reviewer')).toBe('forbidden')
})

function all(statuses: Statuses): Record<Phase, Statuses> {
  return {
    drafting: statuses,
    review: statuses,
    consultation: statuses,
    validation: statuses,
    final: statuses,
  }
}
