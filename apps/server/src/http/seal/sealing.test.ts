import {
  notificationListSchema,
  phaseStorySchema,
  projectSummarySchema,
  sealReadinessSchema,
  sealSchema,
  trailSchema,
  versionContentSchema,
  versionListSchema,
  type ProjectId,
  type Role,
} from '@concerte/api'
import { nodeText, openPlan, projectSchema, readProject } from '@concerte/schema'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { planHash } from '../../storage/plan-hash.ts'
import { firstProject, invite, setUpAdmin } from '../../testing/people.ts'
import { approveAlone, readValidation, sealAlone } from '../../testing/sealing.ts'
import { setupApp } from '../../testing/test-app.ts'
import { refusalCode, type Visitor } from '../../testing/visitor.ts'

/** In ms: a PDF takes some seconds where much else runs. */
const patience = 120_000

async function setupPlan() {
  const { deps, visit } = await setupApp()
  const admin = visit()
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const join = async (name: string, role: Role) => {
    const visitor = visit()
    return { visitor, id: await invite(admin, visitor, { projectId, role, name }) }
  }
  const lead = await join('lead', 'lead')
  return {
    deps,
    visit,
    join,
    projectId,
    plan: `/api/projects/${projectId}`,
    lead: lead.visitor,
    leadId: lead.id,
    /** Someone types a word. */
    type: (word: string) => typeWord(deps.rooms, projectId, word),
  }
}

type Rooms = Awaited<ReturnType<typeof setupApp>>['deps']['rooms']

async function typeWord(rooms: Rooms, projectId: ProjectId, word: string): Promise<void> {
  await rooms.edit(projectId, null, (doc) => {
    const [axis] = readProject(doc).axes
    if (axis === undefined) throw new Error('The seed has axes')
    nodeText(openPlan(doc), axis.id, 'title')?.insert(0, [new Y.XmlText(word)])
  })
}

test(
  'a plan is sealed when all who were named approved the very same text, and every step before is refused',
  async () => {
    const { plan, projectId, lead, leadId, join, type } = await setupPlan()
    const [reader, editor] = [await join('rectrice', 'reader'), await join('editor', 'editor')]
    const { sha256 } = await readValidation(lead, projectId)
    const seal = { sha256, name: 'Version finale' }
    const code = async (who: Visitor, method: string, path: string, body?: unknown) =>
      refusalCode(await who.send(method, `${plan}/${path}`, body))

    expect(await code(lead, 'POST', 'seal', seal)).toBe('phase-forbids')
    expect(await code(editor.visitor, 'POST', 'seal', seal)).toBe('forbidden')
    expect(await code(lead, 'PUT', 'approval', { sha256 })).toBe('phase-forbids')
    expect(await code(lead, 'PUT', 'phase', { phase: 'final' })).toBe('seal-needed')
    await lead.send('PUT', `${plan}/phase`, { phase: 'validation' })
    expect(await code(lead, 'POST', 'seal', seal)).toBe('approvals-missing')
    expect(await code(editor.visitor, 'PUT', 'approvers', { approvers: [editor.id] })).toBe('forbidden')
    expect(await code(lead, 'PUT', 'approvers', { approvers: [leadId, 'nobody'] })).toBe('not-a-member')
    expect((await lead.send('PUT', `${plan}/approvers`, { approvers: [leadId, reader.id] })).status).toBe(204)
    expect(await code(editor.visitor, 'PUT', 'approval', { sha256 })).toBe('not-an-approver')
    expect(await code(lead, 'PUT', 'approval', { sha256: '0'.repeat(64) })).toBe('text-changed')

    expect((await lead.send('PUT', `${plan}/approval`, { sha256 })).status).toBe(204)
    expect(await code(lead, 'POST', 'seal', seal)).toBe('approvals-missing')
    expect((await reader.visitor.send('PUT', `${plan}/approval`, { sha256 })).status).toBe(204)
    await type('autrement ')
    // Both approved what no longer stands there.
    expect(await code(lead, 'POST', 'seal', seal)).toBe('text-changed')
    const now = await readValidation(lead, projectId)
    expect(now.sha256).not.toBe(sha256)
    expect(now.approvers).toMatchObject([
      { name: 'lead', approvedAt: null, approvedFormerAt: expect.any(String) },
      { name: 'rectrice', role: 'reader', approvedAt: null, approvedFormerAt: expect.any(String) },
    ])
    const again = { ...seal, sha256: now.sha256 }
    expect(await code(lead, 'POST', 'seal', again)).toBe('approvals-missing')
    for (const { visitor } of [{ visitor: lead }, reader]) {
      await visitor.send('PUT', `${plan}/approval`, { sha256: now.sha256 })
    }
    expect((await reader.visitor.send('DELETE', `${plan}/approval`)).status).toBe(204)
    expect(await code(lead, 'POST', 'seal', again)).toBe('approvals-missing')
    await reader.visitor.send('PUT', `${plan}/approval`, { sha256: now.sha256 })

    const sealed = await lead.read(sealSchema, 'POST', `${plan}/seal`, again)
    expect(sealed).toMatchObject({
      revision: 1,
      name: 'Version finale',
      sealedBy: 'lead',
      sha256: now.sha256,
    })
    expect((await lead.read(projectSummarySchema, 'GET', plan)).phase).toBe('final')
    expect(await code(lead, 'POST', 'seal', again)).toBe('phase-forbids')
    expect(await code(lead, 'PUT', 'phase', { phase: 'drafting' })).toBe('reopening-needed')
    expect(await code(lead, 'DELETE', 'approval')).toBe('phase-forbids')
  },
  patience,
)

test(
  'what was sealed is a version of the approved text, with its files, the trail and a notice for every member',
  async () => {
    const { plan, projectId, lead, leadId, join } = await setupPlan()
    const reader = await join('reader', 'reader')
    const seal = await sealAlone(lead, leadId, projectId)
    const { versions } = await lead.read(versionListSchema, 'GET', `${plan}/versions`)
    expect(versions[0]).toMatchObject({ kind: 'final', name: 'Version finale', sha256: seal.sha256 })
    const { project } = await lead.read(
      versionContentSchema,
      'GET',
      `${plan}/versions/${versions[0]?.id ?? ''}`,
    )
    expect(planHash(project)).toBe(seal.sha256)
    expect(seal.files.map(({ format }) => format).toSorted()).toEqual(['html', 'json', 'md', 'pdf'])

    const { entries } = await lead.read(trailSchema, 'GET', `${plan}/trail`)
    const told = entries.map(({ event }) => event)
    expect(told[0]).toEqual({ type: 'sealed', revision: 1, sha256: seal.sha256 })
    expect(told.slice(1, 4).map(({ type }) => type)).toEqual(['approved', 'approvers-named', 'phase-changed'])
    const { moves } = await reader.visitor.read(phaseStorySchema, 'GET', `${plan}/phase`)
    expect(moves).toMatchObject([
      { from: 'validation', to: 'final', by: 'lead' },
      { from: 'drafting', to: 'validation', by: 'lead' },
    ])
    const { notifications } = await reader.visitor.read(notificationListSchema, 'GET', '/api/notifications')
    expect(notifications.map(({ notice }) => notice.type)).toEqual(['sealed', 'phase'])
  },
  patience,
)

test(
  'the public page and its files are for everyone, cached, hashed, and tell nobody’s name; nothing else is there',
  async () => {
    const { deps, visit, plan, projectId, lead, leadId, type } = await setupPlan()
    const anyone = visit()
    const page = `/public/${projectId}`
    expect((await anyone.send('GET', page)).status).toBe(404)
    const seal = await sealAlone(lead, leadId, projectId)
    const latest = await anyone.send('GET', page)
    const html = await latest.text()
    expect(latest.status).toBe(200)
    expect(latest.headers.get('content-type')).toContain('text/html')
    expect(latest.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'/,
    )
    expect(latest.headers.get('cache-control')).toBe('public, max-age=60')
    expect(latest.headers.get('set-cookie')).toBeNull()
    expect(html).toContain(seal.sha256)
    expect(html).not.toMatch(/<script|\blead\b|@example/u)
    for (const { format, sha256, size } of seal.files) {
      const path = format === 'html' ? `${page}/1` : `${page}/1/projet.${format}`
      const file = await anyone.send('GET', path)
      const bytes = new Uint8Array(await file.arrayBuffer())
      expect(bytes.byteLength).toBe(size)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const etag = file.headers.get('etag') ?? ''
      expect((await anyone.send('GET', path, undefined, { 'if-none-match': etag })).status).toBe(304)
      if (format !== 'html') expect(html).toContain(`href="${path}"`)
    }
    const json: unknown = await (await anyone.send('GET', `${page}/1/projet.json`)).json()
    expect(planHash(projectSchema.parse(json))).toBe(seal.sha256)

    for (const path of [
      `${page}/2`,
      `${page}/0`,
      `${page}/1/projet.docx`,
      `${page}/1/projet.html`,
      '/public/no-such',
      '/public/',
    ]) {
      const missing = await anyone.send('GET', path)
      expect([path, missing.status]).toEqual([path, 404])
      expect(await missing.text()).toContain('Ce document n’est pas publié')
    }

    // Reopened and written on, it still shows what was sealed.
    await lead.send('POST', `${plan}/reopening`, { reason: 'Une erreur', phase: 'drafting' })
    await type('brouillon secret ')
    expect(await (await anyone.send('GET', page)).text()).toBe(html)
    expect(deps.rooms.counts().connections).toBe(0)
  },
  patience,
)

test(
  'reopening says why, begins a revision that nobody has approved, and leaves the sealed one as it was',
  async () => {
    const { plan, projectId, lead, leadId, visit, join } = await setupPlan()
    const editor = await join('editor', 'editor')
    const reopening = { reason: 'Le taux de l’axe 2 était faux.', phase: 'drafting' }
    expect(await refusalCode(await lead.send('POST', `${plan}/reopening`, reopening))).toBe('phase-forbids')
    const first = await sealAlone(lead, leadId, projectId)
    const before = await (await visit().send('GET', `/public/${projectId}/1`)).text()
    expect(
      await refusalCode(await lead.send('POST', `${plan}/reopening`, { ...reopening, reason: ' ' })),
    ).toBe('invalid-request')
    expect(
      await refusalCode(await lead.send('POST', `${plan}/reopening`, { ...reopening, phase: 'final' })),
    ).toBe('invalid-request')
    expect(await refusalCode(await editor.visitor.send('POST', `${plan}/reopening`, reopening))).toBe(
      'forbidden',
    )
    expect((await lead.send('POST', `${plan}/reopening`, reopening)).status).toBe(204)

    expect(await readValidation(lead, projectId)).toMatchObject({
      revision: 2,
      sha256: first.sha256,
      approvers: [{ name: 'lead', approvedAt: null, approvedFormerAt: null }],
      seals: [first],
    })
    const { entries } = await lead.read(trailSchema, 'GET', `${plan}/trail`)
    expect(entries[0]?.event).toEqual({ type: 'reopened', revision: 1, ...reopening })
    const second = await sealAlone(lead, leadId, projectId)
    expect(second).toMatchObject({ revision: 2, sha256: first.sha256 })
    const anyone = visit()
    expect(await (await anyone.send('GET', `/public/${projectId}/1`)).text()).toBe(before)
    expect(await (await anyone.send('GET', `/public/${projectId}`)).text()).toContain('Révision\u00a02')
    expect((await readValidation(lead, projectId)).seals.map(({ revision }) => revision)).toEqual([2, 1])
  },
  patience,
)

test(
  'whoever seals is told what is still open',
  async () => {
    const { plan, lead, projectId, type } = await setupPlan()
    const readiness = () => lead.read(sealReadinessSchema, 'GET', `${plan}/seal/readiness`)
    const before = await readiness()
    expect(before).toMatchObject({
      unplaced: 0,
      openThreads: 0,
      undecidedAmendments: 0,
      axes: 4,
      lockedAxes: 0,
    })
    expect(before.findings.length).toBeGreaterThan(0)
    const count = (check: string) =>
      readiness().then(({ findings }) => findings.find((one) => one.check === check)?.count ?? 0)
    const doubled = await count('doubled-words')
    await type('pour pour ')
    expect(await count('doubled-words')).toBe(doubled + 1)
    const version = await lead.read(versionContentSchema.shape.project, 'GET', `${plan}/export/json`)
    const [axis] = version.axes
    await lead.send('PUT', `${plan}/locks/${axis?.id ?? ''}`)
    await lead.send('PUT', `${plan}/locks/an-axis-that-is-gone`)
    await lead.send('POST', `${plan}/threads`, {
      subject: { type: 'node', node: axis?.id ?? '' },
      body: 'Faut-il garder ce titre ?',
      mentions: [],
    })
    expect(await readiness()).toMatchObject({ lockedAxes: 1, openThreads: 1 })
    expect(projectId).not.toBe('')
  },
  patience,
)

test(
  'the days of a phase are set by leads, shown to all, and told in the trail',
  async () => {
    const { plan, lead, join } = await setupPlan()
    const reader = await join('reader', 'reader')
    const days = { startsOn: '2026-09-01', endsOn: '2026-10-15' }
    const path = `${plan}/phases/consultation`
    expect((await lead.send('PUT', path, days)).status).toBe(204)
    expect((await lead.send('PUT', path, days)).status).toBe(204)
    expect(await refusalCode(await reader.visitor.send('PUT', path, days))).toBe('forbidden')
    for (const wrong of [
      { ...days, startsOn: '2026-11-01' },
      { ...days, endsOn: 'demain' },
    ]) {
      expect(await refusalCode(await lead.send('PUT', path, wrong))).toBe('invalid-request')
    }
    const { dates } = await reader.visitor.read(phaseStorySchema, 'GET', `${plan}/phase`)
    expect(dates).toEqual([{ phase: 'consultation', ...days }])
    const { entries } = await lead.read(trailSchema, 'GET', `${plan}/trail`)
    expect(entries.filter(({ event }) => event.type === 'phase-dated')).toHaveLength(1)
    await lead.send('PUT', path, { startsOn: null, endsOn: null })
    expect((await lead.read(phaseStorySchema, 'GET', `${plan}/phase`)).dates).toEqual([])
  },
  patience,
)

test(
  'an approver who leaves the plan is no longer waited for',
  async () => {
    const { plan, projectId, lead, leadId, join } = await setupPlan()
    const other = await join('other', 'reviewer')
    await lead.send('PUT', `${plan}/phase`, { phase: 'validation' })
    await lead.send('PUT', `${plan}/approvers`, { approvers: [leadId, other.id] })
    const { sha256 } = await readValidation(lead, projectId)
    await lead.send('PUT', `${plan}/approval`, { sha256 })
    const seal = { sha256, name: 'Version finale' }
    expect(await refusalCode(await lead.send('POST', `${plan}/seal`, seal))).toBe('approvals-missing')
    await lead.send('DELETE', `${plan}/members/${other.id}`)
    expect((await lead.send('POST', `${plan}/seal`, seal)).status).toBe(200)
  },
  patience,
)

test(
  'of several who seal at once one does, and the plan is sealed once',
  async () => {
    const { plan, projectId, lead, leadId } = await setupPlan()
    const sha256 = await approveAlone(lead, leadId, projectId)
    const answers = await Promise.all(
      [1, 2, 3].map(() => lead.send('POST', `${plan}/seal`, { sha256, name: 'Version finale' })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await readValidation(lead, projectId)).seals).toHaveLength(1)
  },
  patience,
)
