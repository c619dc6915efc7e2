import {
  createdInvitationSchema,
  planValidationSchema,
  versionSchema,
  workingGroupSchema,
  type TrailEvent,
} from '@concerte/api'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'

import { databasePath } from '../../config.ts'
import { setupAmendments } from '../../testing/amended-plan.ts'
import { invite, password } from '../../testing/people.ts'
import type { Visitor } from '../../testing/visitor.ts'

const seed = new URL('../../../../../seeds/clermont-ferrand.txt', import.meta.url)

type Act = [method: string, path: string, body?: unknown, who?: Visitor]
type Prepare = () => Promise<Act> | Act

test('[A3] an act of which the trail cannot be told is not done, whatever kind it is', async () => {
  const setup = await setupAmendments()
  const { plan, lead, admin, ids, projectId, axis, propose, wording, visit } = setup
  const database = new DatabaseSync(databasePath(setup.dataDir))
  onTestFinished(() => database.close())
  const memberId = await invite(admin, visit(), { projectId, role: 'editor', name: 'member' })
  const group = { name: 'Groupe 1', members: [memberId], axes: [axis] }
  const link = { role: 'reviewer', expiresInDays: 1, reusable: true }
  const phase = (name: string): Act => ['PUT', `${plan}/phase`, { phase: name }]
  const hash = async () => (await lead.read(planValidationSchema, 'GET', `${plan}/validation`)).sha256
  const makeGroup = () => lead.read(workingGroupSchema, 'POST', `${plan}/groups`, group)
  const makeVersion = () => lead.read(versionSchema, 'POST', `${plan}/versions`, { name: 'Avant' })

  /** The acts of each kind of event, in an order in which each is possible. */
  const acts: Record<TrailEvent['type'], Prepare | Prepare[]> = {
    'member-changed': () => ['PUT', `${plan}/members/${memberId}`, { role: 'reviewer' }],
    'group-changed': [
      () => ['POST', `${plan}/groups`, group],
      async () => ['PUT', `${plan}/groups/${(await makeGroup()).id}`, { ...group, members: [] }],
      async () => ['DELETE', `${plan}/groups/${(await makeGroup()).id}`],
    ],
    'axis-locked': () => ['PUT', `${plan}/locks/${axis}`],
    'axis-unlocked': () => ['DELETE', `${plan}/locks/${axis}`],
    'member-removed': () => ['DELETE', `${plan}/members/${memberId}`],
    'invitation-made': () => ['POST', `${plan}/invitations`, link],
    'invitation-revoked': async () => {
      const made = await lead.read(createdInvitationSchema, 'POST', `${plan}/invitations`, link)
      return ['DELETE', `${plan}/invitations/${made.invitation.id}`]
    },
    'member-joined': async () => {
      const { url } = await lead.read(createdInvitationSchema, 'POST', `${plan}/invitations`, link)
      const account = { name: 'new', email: 'new@example.fr', password }
      return ['POST', `/api/invitations/${url.split('/').at(-1)}/accept`, { account }, visit()]
    },
    'phase-dated': () => ['PUT', `${plan}/phases/review`, { startsOn: '2026-01-01', endsOn: null }],
    'phase-changed': () => phase('validation'),
    'amendment-decided': async () => {
      const { id, revision } = await propose('editor', wording('refusé'))
      return ['POST', `${plan}/amendments/${id}/decisions`, { type: 'refuse', revision, reason: 'Non' }]
    },
    'amendment-withdrawn': async () => {
      const { id } = await propose('editor', wording('retiré'))
      return ['POST', `${plan}/amendments/${id}/withdrawal`, { reason: '' }, setup.editor]
    },
    'version-named': [
      () => ['POST', `${plan}/versions`, { name: 'Jalon', isMilestone: true }],
      async () => [
        'PUT',
        `${plan}/versions/${(await makeVersion()).id}`,
        { name: 'Autre', isMilestone: false },
      ],
    ],
    restored: async () => {
      const { id } = await makeVersion()
      return ['POST', `${plan}/restorations`, { versionId: id, scope: { type: 'plan' } }]
    },
    imported: () => ['POST', '/api/projects/import', readFileSync(seed)],
    exported: () => ['GET', `${plan}/export/html`],
    'approvers-named': () => ['PUT', `${plan}/approvers`, { approvers: [ids.lead] }],
    approved: async () => ['PUT', `${plan}/approval`, { sha256: await hash() }],
    'approval-withdrawn': () => ['DELETE', `${plan}/approval`],
    sealed: async () => {
      await lead.send('PUT', `${plan}/approval`, { sha256: await hash() })
      return ['POST', `${plan}/seal`, { sha256: await hash(), name: 'Finale' }]
    },
    reopened: () => ['POST', `${plan}/reopening`, { phase: 'review', reason: 'Erreur' }],
  }

  const inOrder = Object.entries(acts).flatMap(([type, all]) =>
    [all].flat().map((prepare) => ({ type, prepare })),
  )
  for (const { type, prepare } of inOrder) {
    const [method, path, body, who = lead] = await prepare()
    const before = dump(database)
    database.exec(`create trigger "no_trail" before insert on "trail" begin select raise(abort, 'full'); end`)
    expect((await who.send(method, path, body)).status, type).toBe(500)
    database.exec('drop trigger "no_trail"')
    expect(dump(database), type).toEqual(before)
    expect((await who.send(method, path, body)).ok, type).toBe(true)
    expect(database.prepare('select "event" from "trail" order by rowid desc').get()?.['event']).toContain(
      `"type":"${type}"`,
    )
  }
}, 120_000)

/** Every row of every table but those of who is signed in. */
function dump(database: DatabaseSync): Record<string, unknown[]> {
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all()
  return Object.fromEntries(
    tables
      .map(({ name }) => String(name))
      .filter((name) => name !== 'session')
      .map((name) => [name, database.prepare(`select * from "${name}"`).all()]),
  )
}
