import {
  amendmentSchema,
  createdInvitationSchema,
  errorBodySchema,
  projectIdSchema,
  threadSchema,
  versionSchema,
  workingGroupSchema,
  type ProjectId,
  type UserId,
} from '@concerte/api'
import {
  openPlan,
  permissions,
  phaseSchema,
  policyTable,
  readOutline,
  type Phase,
  type Role,
} from '@concerte/schema'
import { closeCodes, type PlanUpdate } from '@concerte/sync'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { askSaved, openHttpLine } from './testing/http-line-client.ts'
import { policy, verdictOf } from './testing/matrix/policy.ts'
import {
  elsewhere,
  newAmendment,
  newThread,
  people,
  rows,
  type Person,
  type Row,
} from './testing/matrix/routes.ts'
import { placesIn, writes, type Verdict } from './testing/matrix/writes.ts'
import { invite, setUpAdmin } from './testing/people.ts'
import { joinPlanRaw, type RawClient } from './testing/raw-client.ts'
import { sealAlone } from './testing/sealing.ts'
import { setupApp } from './testing/test-app.ts'
import { joinPlan, setupServer, setupToken, synced, until, type TestServer } from './testing/test-server.ts'
import type { Visitor } from './testing/visitor.ts'

// [S4] Everything that anybody may ask of a real server, by every role in every phase: each route, each kind of write over the
// socket, and the same door over HTTP. What is expected is written out in testing/matrix, not read out of the code.

test('[S4] the table that people are shown is the policy', () => {
  const shown = policyTable().map(({ phase, cells }) => [
    phase,
    Object.fromEntries(cells.map(({ role, scope, may }) => [role, [scope, ...may]])),
  ])
  const inOrder = Object.entries(policy).map(([phase, cells]) => [
    phase,
    Object.fromEntries(
      Object.entries(cells).map(([role, [scope, ...may]]) => [
        role,
        [scope, ...permissions.filter((permission) => may.includes(permission))],
      ]),
    ),
  ])
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(inOrder))
})

test('[S4] every registered route is walked, or tested where it is said to be', async () => {
  const { api } = await setupApp()
  const registered = api.routes
    .filter(({ method, path }) => method !== 'ALL' && /^\/(api|public)\//.test(path))
    .map(({ method, path }) => `${method} ${path.replaceAll(/\{[^/]*\}/g, '')}`)
  const walked = new Set([...rows.map(({ route }) => route), ...Object.keys(elsewhere)])
  expect([...new Set(registered)].filter((route) => !walked.has(route))).toEqual([])
  expect([...walked].filter((route) => !registered.includes(route))).toEqual([])
})

for (const phase of phaseSchema.options) {
  test(`[S4] in the phase ${phase} every route answers everyone what the policy says`, async () => {
    const { visitors, wordsOf, bringTo } = await setupPlan()
    await bringTo(phase)
    const seen: string[] = []
    const expected: string[] = []
    for (const row of rows) {
      for (const person of people) {
        const answer = await ask(visitors[person], row, { phase, words: wordsOf(person) })
        const may = expectedOf(row, { person, phase })
        const what = `${person} ${row.route}${row.at === undefined ? '' : ` ${JSON.stringify(row.at)}`}`
        seen.push(`${what}: ${answer}`)
        expected.push(`${what}: ${may.includes(answer) ? answer : may.join(' or ')}`)
      }
    }
    expect(seen).toEqual(expected)
  }, 600_000)

  test(`[S4] in the phase ${phase} everyone writes what role, group and locks allow, and nothing else reaches anyone or the log`, async () => {
    const { server, visitors, projectId, appended, axes, bringTo } = await setupPlan()
    await bringTo(phase)
    const witness = joinPlan(server, visitors.admin, projectId)
    await synced(witness.provider)
    for (const person of writers) {
      for (const [name, { change, told }] of Object.entries(writes)) {
        const what = `${person}, ${phase}: ${name}`
        const client = await joinPlanRaw(server, visitors[person], projectId)
        const plan = openPlan(client.doc)
        const undoing = undoOf(client)
        const before = { rows: appended.length, state: Y.encodeStateAsUpdate(witness.doc) }
        const verdict = await client.write(() => change(plan, placesIn(plan, axes)))
        const expected =
          toldAnyway(person, phase) ?? told[person === 'lead' || person === 'editor' ? person : 'grouped']
        expect(verdict, what).toBe(expected)
        if (expected === 'acknowledged') {
          await until(witness.doc, () => isSame(witness.doc, client.doc))
          // What one may do one may undo; and the next finds the plan as it was.
          expect(await client.write(() => undoing.undo()), `${what}, undone`).toBe('acknowledged')
          await until(witness.doc, () => isSame(witness.doc, client.doc))
          client.close()
        } else {
          expect(await client.closed, what).toBe(closeCodes.forbidden.code)
          expect(appended.length, what).toBe(before.rows)
          expect(Y.encodeStateAsUpdate(witness.doc), what).toEqual(before.state)
        }
      }
    }
    expect(witness.provider.wsconnected).toBe(true)
    await walkDoors({ server, visitors, projectId, phase })
  }, 600_000)
}

/** Who comes in at all, by the socket and over HTTP; what is written there over HTTP; and nobody speaks through the line of another. */
async function walkDoors(of: {
  server: TestServer
  visitors: Record<Walker, Visitor>
  projectId: ProjectId
  phase: Phase
}): Promise<void> {
  const { server, visitors, projectId, phase } = of
  for (const [person, closing] of [
    ['anonymous', closeCodes.signedOut],
    ['stranger', closeCodes.forbidden],
  ] as const) {
    const refused = await joinPlanRaw(server, visitors[person], projectId)
    expect(await refused.closed, person).toBe(closing.code)
    for (const line of ['lines', 'news/lines']) {
      expect((await visitors[person].send('POST', `/sync/${projectId}/${line}`)).ok, person).toBe(false)
    }
  }
  for (const person of writers) {
    const visitor = visitors[person]
    expect((await visitor.send('POST', `/sync/${projectId}/news/lines`)).ok, person).toBe(true)
    const line = await openHttpLine(visitor, projectId)
    for (const [other, stranger] of Object.entries(visitors).filter(([name]) => name !== person)) {
      for (const [method, end] of [
        ['POST', '/send?n=1'],
        ['GET', '/poll?n=1'],
        ['GET', '/stream'],
        ['DELETE', ''],
      ] as const) {
        const answer = await stranger.send(method, `${line.path}${end}`, method === 'POST' ? '' : undefined)
        expect(answer.ok, `${other} on the line of ${person}: ${method} ${end}`).toBe(false)
      }
    }
    const elsewhere = new Y.Doc()
    elsewhere.getMap('elsewhere').set('a', true)
    const update = Y.encodeStateAsUpdate(elsewhere)
    await line.send([askSaved, Uint8Array.from([0, 2, update.byteLength, ...update])])
    const told = await line.hear(([type, kind]) => type === 100 && (kind === 1 || kind === 2))
    const verdict = told[1] === 1 ? 'acknowledged' : new TextDecoder().decode(told.subarray(3))
    const wanted = toldAnyway(person, phase) ?? (person === 'lead' ? 'acknowledged' : 'structure')
    expect(verdict, `${person}, ${phase}, over HTTP`).toBe(wanted)
  }
}

/** `grouped`: an editor whose working group has the first axis; writes alone are told apart by it. */
type Walker = Person | 'grouped'
const writers = ['grouped', 'editor', 'reviewer', 'reader', 'lead'] as const

const roleOf: Record<Exclude<Walker, 'anonymous' | 'stranger'>, Role> = {
  reader: 'reader',
  reviewer: 'reviewer',
  editor: 'editor',
  grouped: 'editor',
  lead: 'lead',
  admin: 'lead',
}

/** What the policy says of a person in a phase, before it matters what is written; null where it matters. */
function toldAnyway(person: (typeof writers)[number], phase: Phase): Verdict | null {
  if (phase === 'final') return 'plan-final'
  const writesIn = (phase: Phase) => policy[phase][roleOf[person]][0] !== 'nothing'
  if (writesIn(phase)) return null
  return phaseSchema.options.some(writesIn) ? 'phase' : 'forbidden'
}

function expectedOf(row: Row, { person, phase }: { person: Person; phase: Phase }): readonly string[] {
  const { needs, answer } = row
  const granted = typeof answer === 'function' ? [answer({ person, phase })] : [answer].flat()
  if (needs === 'nothing') return granted
  if (person === 'anonymous') return ['401 not-signed-in']
  if (needs === 'session') return granted
  if (person === 'stranger') return ['404 not-found']
  if (needs === 'member') return granted
  const verdict = verdictOf(needs, { role: roleOf[person], phase })
  return verdict === 'granted' ? granted : [`403 ${verdict}`]
}

async function ask(
  visitor: Visitor,
  { route, at = {}, body }: Row,
  { phase, words }: { phase: Phase; words: Record<string, string> },
): Promise<string> {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern
    .replaceAll(/:(\w+)/g, (_, name: string) => {
      const word = at[name] ?? name
      return words[word] ?? word
    })
    .replace('*', 'nowhere')
  const sent = JSON.stringify(body)?.replace('"phase":"now"', `"phase":"${phase}"`)
  const response = await visitor.send(method, path, sent)
  const text = await response.text()
  if (response.ok || !response.headers.get('content-type')?.includes('json')) return String(response.status)
  return `${response.status} ${errorBodySchema.parse(JSON.parse(text)).error.code}`
}

/** A plan with one person of each kind, whose third axis is locked, and what they ask about: theirs, and another editor's. */
async function setupPlan() {
  const appended: PlanUpdate[] = []
  const server = await setupServer({
    changes: {
      wrapLog: (log) => ({
        ...log,
        append: (updates) => {
          appended.push(...updates)
          return log.append(updates)
        },
      }),
    },
  })
  const visitors: Record<Walker, Visitor> = {
    anonymous: server.visit(),
    stranger: server.visit(),
    reader: server.visit(),
    reviewer: server.visit(),
    editor: server.visit(),
    grouped: server.visit(),
    lead: server.visit(),
    admin: server.visit(),
  }
  const { admin, lead } = visitors
  await setUpAdmin(admin, setupToken(server))
  // The seed that has actions.
  const projectId = projectIdSchema.parse('orleans-tours-2024-2028')
  const other = projectIdSchema.parse('clermont-ferrand')
  await invite(admin, visitors.stranger, { projectId: other, role: 'lead', name: 'stranger' })
  const ids: Record<string, UserId> = {}
  for (const person of writers) {
    ids[person] = await invite(admin, visitors[person], { projectId, role: roleOf[person], name: person })
  }
  const author = server.visit()
  await invite(admin, author, { projectId, role: 'editor', name: 'author' })
  const { doc } = await joinPlanRaw(server, admin, projectId)
  const axes = readOutline(openPlan(doc))
    .children('axes')
    .map(({ id }) => id)

  const plan = `/api/projects/${projectId}`
  const group = { name: 'Groupe 1', members: [ids['grouped']], axes: [axes[0]] }
  await admin.read(workingGroupSchema, 'POST', `${plan}/groups`, group)
  expect((await admin.send('PUT', `${plan}/locks/${axes[2]}`)).ok).toBe(true)
  const link = { role: 'reader', expiresInDays: 1, reusable: true }
  const invitation = () => admin.read(createdInvitationSchema, 'POST', `${plan}/invitations`, link)
  const propose = async (visitor: Visitor, cosigners: UserId[] = []) => {
    const amendment = newAmendment('Ensemble', cosigners)
    return (await visitor.read(amendmentSchema, 'POST', `${plan}/amendments`, amendment)).id
  }
  const discuss = async (visitor: Visitor) => {
    const { id, comments } = await visitor.read(threadSchema, 'POST', `${plan}/threads`, newThread)
    return [id, comments[0]?.id ?? ''] as const
  }
  const [threadId, commentId] = await discuss(author)
  const empty = { name: 'Groupe 2', members: [], axes: [] }
  const words: Record<string, string> = {
    projectId,
    userId: ids['reader'] ?? '',
    invitationId: (await invitation()).invitation.id,
    // Another one, because a row takes the first back.
    token: (await invitation()).url.split('/').at(-1) ?? '',
    groupId: (await admin.read(workingGroupSchema, 'POST', `${plan}/groups`, empty)).id,
    axisId: axes[3] ?? '',
    versionId: (await admin.read(versionSchema, 'POST', `${plan}/versions`, { name: 'Un' })).id,
    amendmentId: await propose(author, Object.values(ids)),
    threadId,
    commentId,
  }
  const own: Partial<Record<Person, Record<string, string>>> = {}
  for (const person of ['reviewer', 'editor', 'lead', 'admin'] as const) {
    const [ownThread, ownComment] = await discuss(visitors[person])
    const amendments = {
      ownAmendment: await propose(visitors[person]),
      ownOther: await propose(visitors[person]),
    }
    own[person] = { ownThread, ownComment, ...amendments }
  }
  // Who has none asks about another's.
  const others = { ownThread: threadId, ownComment: commentId }
  const foreign = {
    ...others,
    ownAmendment: words['amendmentId'] ?? '',
    ownOther: words['amendmentId'] ?? '',
  }

  /** Final is what sealing makes of a plan. */
  async function bringTo(phase: Phase): Promise<void> {
    const leadId = ids['lead']
    if (phase === 'final' && leadId !== undefined) await sealAlone(lead, leadId, projectId)
    else expect((await admin.send('PUT', `${plan}/phase`, { phase })).ok).toBe(true)
  }
  const wordsOf = (person: Person) => ({ ...words, ...(own[person] ?? foreign) })
  return { server, visitors, projectId, appended, axes, wordsOf, bringTo }
}

function undoOf({ doc }: RawClient): Y.UndoManager {
  const undoing = new Y.UndoManager([openPlan(doc).nodes, openPlan(doc).project, doc.getMap('elsewhere')], {
    doc,
  })
  undoing.addToScope(doc.getXmlFragment('cover.title'))
  return undoing
}

function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
}
