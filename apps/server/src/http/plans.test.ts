import {
  createdProjectSchema,
  memberListSchema,
  projectListSchema,
  projectSummarySchema,
  versionContentSchema,
  versionListSchema,
  versionSchema,
} from '@concerte/api'
import { coverText, openPlan, projectSchema, writeLine } from '@concerte/schema'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { setupApp } from '../testing/test-app.ts'
import { refusalCode } from '../testing/visitor.ts'

const seeds = new URL('../../../../seeds/', import.meta.url)

async function setupAdmin() {
  const app = await setupApp()
  const admin = app.visit()
  await setUpAdmin(admin, app.deps.setupToken.value)
  return { ...app, admin }
}

test('on an empty data folder both seed plans are there, whole', async () => {
  const { admin } = await setupAdmin()
  const { projects } = await admin.read(projectListSchema, 'GET', '/api/projects')
  expect(projects.map(({ id, role }) => `${id} ${role}`).toSorted()).toEqual([
    'clermont-ferrand lead',
    'orleans-tours-2024-2028 lead',
  ])
  for (const { id } of projects) {
    const seed: unknown = JSON.parse(readFileSync(new URL(`${id}.project.json`, seeds), 'utf8'))
    expect(await admin.read(projectSchema, 'GET', `/api/projects/${id}/export/json`)).toEqual(seed)
  }
})

test('a plan that is started from a template is its maker’s', async () => {
  const { admin, projectId, visit } = await setupLead()
  const reader = visit()
  await invite(admin, reader, { projectId, role: 'reader', name: 'second' })
  const period = { start: 2026, end: 2030 }
  const body = { template: 'orientations', academy: 'Académie de Lille', period }
  const { id, unplaced } = await reader.read(createdProjectSchema, 'POST', '/api/projects', body)
  expect(unplaced).toEqual([])
  expect(await reader.read(projectSummarySchema, 'GET', `/api/projects/${id}`)).toMatchObject({
    title: 'Projet académique',
    academy: 'Académie de Lille',
    period,
    role: 'lead',
  })
  const { axes } = await reader.read(projectSchema, 'GET', `/api/projects/${id}/export/json`)
  expect(axes).toHaveLength(1)
})

test('a period that ends before it begins is refused', async () => {
  const { admin } = await setupAdmin()
  const body = { template: 'actions', academy: 'Lille', period: { start: 2030, end: 2026 } }
  expect(await refusalCode(await admin.send('POST', '/api/projects', body))).toBe('invalid-request')
})

test('a text becomes a plan, and what has no place in it is told by line', async () => {
  const { admin } = await setupAdmin()
  const text = readFileSync(new URL('clermont-ferrand.txt', seeds), 'utf8')
  const { id, unplaced } = await admin.read(createdProjectSchema, 'POST', '/api/projects/import', text)
  expect(unplaced).toEqual([])
  const { axes } = await admin.read(projectSchema, 'GET', `/api/projects/${id}/export/json`)
  expect(axes).toHaveLength(4)
})

test('a plan exported as JSON comes back the same', async () => {
  const { admin } = await setupAdmin()
  const source = await (await admin.send('GET', '/api/projects/clermont-ferrand/export/json')).text()
  const { id } = await admin.read(createdProjectSchema, 'POST', '/api/projects/import', source)
  expect(await (await admin.send('GET', `/api/projects/${id}/export/json`)).text()).toBe(source)
})

test.each([
  ['a picture', '\u0089PNG\u0000\u0000\u0000', 'file-unreadable'],
  ['JSON that is no plan', '{"a":1}', 'file-unreadable'],
  ['a text without an axis', 'Bonjour à tous.\n', 'import-empty'],
  ['a text that is too long', 'x'.repeat(2_000_001), 'file-too-large'],
] as const)('%s is refused', async (_name, body, code) => {
  const { admin } = await setupAdmin()
  expect(await refusalCode(await admin.send('POST', '/api/projects/import', body))).toBe(code)
})

test('two nodes with one id are refused before anything is written', async () => {
  const { admin } = await setupAdmin()
  const source = await (await admin.send('GET', '/api/projects/clermont-ferrand/export/json')).text()
  const plan = projectSchema.parse(JSON.parse(source))
  const twice = JSON.stringify({ ...plan, axes: [...plan.axes, ...plan.axes] })
  expect(await refusalCode(await admin.send('POST', '/api/projects/import', twice))).toBe('file-unreadable')
  expect((await admin.read(projectListSchema, 'GET', '/api/projects')).projects).toHaveLength(2)
})

test('a version keeps the plan as it stood, whatever is written after', async () => {
  const { admin, deps } = await setupAdmin()
  const id = await firstProject(admin)
  const before = await admin.read(projectSchema, 'GET', `/api/projects/${id}/export/json`)
  const version = await admin.read(versionSchema, 'POST', `/api/projects/${id}/versions`, { name: ' Jalon ' })
  expect(version).toMatchObject({ name: 'Jalon', createdBy: 'Admin' })
  await deps.rooms.edit(id, null, (doc) => {
    writeLine(coverText(openPlan(doc), 'title'), [{ text: 'Tout autre chose' }])
  })
  const content = await admin.read(versionContentSchema, 'GET', `/api/projects/${id}/versions/${version.id}`)
  expect(content).toEqual({ version, project: before })
  const exported = `/api/projects/${id}/export/json?version=${version.id}`
  expect(await admin.read(projectSchema, 'GET', exported)).toEqual(before)
  const { versions } = await admin.read(versionListSchema, 'GET', `/api/projects/${id}/versions`)
  expect(versions).toEqual([version])
  expect(await admin.read(projectSummarySchema, 'GET', `/api/projects/${id}`)).toMatchObject({
    title: 'Tout autre chose',
  })
})

test.each([
  ['pdf', 'application/pdf', '%PDF-'],
  ['html', 'text/html; charset=utf-8', '<!doctype html>'],
  ['md', 'text/markdown; charset=utf-8', '# '],
  ['json', 'application/json', '{'],
])('the plan is exported as %s, under a good name', async (format, contentType, start) => {
  const { admin } = await setupAdmin()
  const response = await admin.send('GET', `/api/projects/orleans-tours-2024-2028/export/${format}`)
  expect(response.headers.get('content-type')).toBe(contentType)
  const extension = format === 'json' ? 'project.json' : format
  const name = `Projet académique – Académie d’Orléans-Tours – 2024-2028.${extension}`
  const disposition = response.headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/)
  expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(name)
  expect((await response.text()).toLowerCase().startsWith(start.toLowerCase())).toBe(true)
})

test('a character that no font has is named instead of failing the PDF silently', async () => {
  const { admin, deps } = await setupAdmin()
  const id = await firstProject(admin)
  await deps.rooms.edit(id, null, (doc) => {
    writeLine(coverText(openPlan(doc), 'title'), [{ text: 'Projet 𒀀' }])
  })
  const response = await admin.send('GET', `/api/projects/${id}/export/pdf`)
  expect(await response.clone().text()).toContain('𒀀')
  expect(await refusalCode(response)).toBe('pdf-unsupported-character')
})

test('the last lead cannot leave the plan without one; an administrator may take them out', async () => {
  const { admin, projectId, lead, leadId } = await setupLead()
  const member = `/api/projects/${projectId}/members/${leadId}`
  expect(await refusalCode(await lead.send('PUT', member, { role: 'reader' }))).toBe('last-lead')
  expect(await refusalCode(await lead.send('DELETE', member))).toBe('last-lead')
  expect((await admin.send('DELETE', member)).status).toBe(204)
  const { members } = await admin.read(memberListSchema, 'GET', `/api/projects/${projectId}/members`)
  expect(members).toEqual([])
})

async function setupLead() {
  const app = await setupAdmin()
  const projectId = await firstProject(app.admin)
  const lead = app.visit()
  const leadId = await invite(app.admin, lead, { projectId, role: 'lead' })
  return { ...app, projectId, lead, leadId }
}
