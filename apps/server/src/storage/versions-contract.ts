import { projectIdSchema, userIdSchema, type VersionKind } from '@concerte/api'
import { actionsTemplate, emptyProject } from '@concerte/schema'
import { describe, expect, test } from 'vitest'

import { canonicalJson } from './canonical-json.ts'
import { addPerson, openFixture, type StorageFixture } from './storage-contract.ts'
import { packVersion, versionRowHash } from './version-content.ts'
import type { StoredVersion } from './version-port.ts'

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const cover = { title: 'Projet académique', academy: 'Académie de Lille', period: { start: 2025, end: 2029 } }
const state = new Uint8Array([1, 2, 3])

/** What every adapter must do about versions. */
export function describeVersions(name: string, createFixture: () => StorageFixture): void {
  async function setupPlan() {
    const context = await openFixture(createFixture)
    const { storage } = context
    const lead = await addPerson(storage, 'lead')
    await storage.projects.add({ id: plan, cover, update: new Uint8Array([0, 0]), lead })
    const project = emptyProject({ template: actionsTemplate, ...cover })
    const content = packVersion(state, canonicalJson(project))
    const add = (id: string, kind: VersionKind = 'named', createdBy: string | null = lead) =>
      storage.versions.add({
        id,
        projectId: plan,
        kind,
        name: kind === 'named' ? id : '',
        createdBy: createdBy === null ? null : userIdSchema.parse(createdBy),
        work: null,
        content,
      })
    return { ...context, lead, project, content, add }
  }

  describe(`${name}: versions`, () => {
    test('versions come back whole and form a chain', async () => {
      const { storage, project, content, add } = await setupPlan()
      const [first, second] = [await add('first'), await add('second')]
      expect(first).toMatchObject({ number: 1, kind: 'named', createdBy: 'lead', isKept: true })
      expect(first.previousSha256).toBeNull()
      expect(second.previousSha256).toBe(first.sha256)
      expect(first.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect((await storage.versions.list(plan)).map(({ id }) => id)).toEqual(['second', 'first'])
      expect(await storage.versions.newest(plan)).toEqual(second)
      expect(await storage.versions.read(plan, 'first')).toEqual({ version: first, project, state })
      expect(await storage.versions.content(plan, 'first')).toEqual({
        state: content.state,
        project: content.project,
      })
      expect(await storage.versions.read(otherPlan, 'first')).toBeNull()
      expect(await storage.versions.newest(otherPlan)).toBeNull()
    })

    test('a version that nobody asked for says who worked, and stays when its maker is unknown', async () => {
      const { storage, lead, content, add } = await setupPlan()
      const work = [
        {
          userId: lead,
          places: [{ type: 'axis' as const, node: 'a1', number: 1, axis: null, characters: 5, changes: 0 }],
        },
      ]
      const about = { id: 'auto', projectId: plan, kind: 'auto' as const, name: '', createdBy: null }
      await storage.versions.add({ ...about, work, content })
      await add('gone', 'before-restore', 'someone-who-left')
      expect(await storage.versions.list(plan)).toMatchObject([
        { id: 'gone', createdBy: null, work: null },
        { id: 'auto', createdBy: null, work },
      ])
    })

    test('another name, and letting go of the words, leave the chain and hashes that hold', async () => {
      const { storage, setTime, add, lead } = await setupPlan()
      await add('first', 'auto')
      await add('second', 'auto')
      setTime('2026-02-01T00:00:00.000Z')
      expect(
        await storage.versions.rename(plan, 'second', { name: 'Jalon', kind: 'milestone', by: lead }),
      ).toMatchObject({ name: 'Jalon', kind: 'milestone', createdAt: '2026-01-01T00:00:00.000Z' })
      expect(
        await storage.versions.rename(otherPlan, 'second', { name: 'Jalon', kind: 'named', by: lead }),
      ).toBeNull()
      await storage.versions.letGo(plan, ['first'])
      expect(await storage.versions.read(plan, 'first')).toBeNull()
      expect(await storage.versions.find(plan, 'first')).toMatchObject({ number: 1, isKept: false })
      const rows: StoredVersion[] = []
      for await (const row of storage.versions.stored(plan)) rows.push(row)
      expect(rows.map(({ head, project }) => [head.number, head.letGoAt, project === null])).toEqual([
        [1, '2026-02-01T00:00:00.000Z', true],
        [2, null, false],
      ])
      for (const { head } of rows) expect(head.rowSha256).toBe(versionRowHash(head))
      expect(await storage.versions.countAstray()).toBe(0)
    })
  })
}
