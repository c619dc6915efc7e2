import { projectSummarySchema, userSchema } from '@concerte/api'
import { createNodeId } from '@concerte/schema'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createPlanRenderer, type PlanToRender } from './plan-renderer.ts'

function setupRenderer(body: string) {
  const path = join(temporaryFolder(), 'render-plan.js')
  writeFileSync(path, `let count = 0\nexport function renderPlan({ updates, user }) {\n${body}\n}`)
  const problems: unknown[] = []
  const renderer = createPlanRenderer({ path, reportError: (error) => problems.push(error) })
  onTestFinished(() => renderer.close())
  return { renderer, problems }
}

const counting = "count += 1\nreturn { styles: '', markup: `${user.name} ${updates.length} ${count}` }"

test('the same page for the same person is rendered once, also when it is asked for twice at once', async () => {
  const { renderer } = setupRenderer(counting)
  const pages = await Promise.all([renderer.render(plan('Anne')), renderer.render(plan('Anne'))])
  pages.push(await renderer.render(plan('Anne')), await renderer.render(plan('Luc')))
  expect(pages.map((page) => page?.markup)).toEqual(['Anne 1 1', 'Anne 1 1', 'Anne 1 1', 'Luc 1 2'])
})

test('another state of the plan, or other rights, is another page', async () => {
  const { renderer } = setupRenderer(counting)
  const before = plan('Anne')
  const changes: Partial<PlanToRender>[] = [
    {},
    { updates: [new Uint8Array([1, 3])] },
    { updates: [new Uint8Array([1]), new Uint8Array([2])] },
    { rights: { ...before.rights, locked: [createNodeId()] } },
    { locale: 'en' },
  ]
  const markups: (string | undefined)[] = []
  for (const change of changes) markups.push((await renderer.render({ ...before, ...change }))?.markup)
  expect(new Set(markups).size).toBe(changes.length)
})

test('[S7] a plan that is longer than any is not rendered', async () => {
  const { renderer, problems } = setupRenderer(counting)
  expect(await renderer.render({ ...plan('Anne'), updates: [new Uint8Array(4_000_001)] })).toBe(null)
  expect(problems).toEqual([])
})

test('[S7] a thread that ends, out of memory or otherwise, takes down its page alone: the next has another thread', async () => {
  const { renderer } = setupRenderer(`if (user.name === 'Anne') process.exit(1)\n${counting}`)
  expect(await renderer.render(plan('Anne'))).toBe(null)
  expect((await renderer.render(plan('Luc')))?.markup).toBe('Luc 1 1')
})

test('[S7] of many pages at once the last are left to the browser', async () => {
  const { renderer } = setupRenderer(counting)
  const people = Array.from({ length: 30 }, (_, index) => plan(`Anne ${index}`))
  const pages = await Promise.all(people.map((person) => renderer.render(person)))
  expect(pages.filter((page) => page === null)).toHaveLength(14)
})

function plan(name: string): PlanToRender {
  return {
    updates: [new Uint8Array([1, 2])],
    project: projectSummarySchema.parse({
      id: 'plan',
      title: 'Projet',
      academy: '',
      period: null,
      role: 'lead',
      phase: 'drafting',
      updatedAt: '',
    }),
    rights: {
      role: 'lead',
      phase: 'drafting',
      scope: 'everything',
      decides: 'everything',
      axes: [],
      locked: [],
    },
    user: userSchema.parse({ id: name, name, email: 'a@example.fr', admin: false }),
    locale: 'fr',
  }
}
