import { projectIdSchema, projectSummarySchema, userSchema } from '@concerte/api'
import { createNodeId } from '@concerte/schema'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createPlanRenderer, type PlanView } from './plan-renderer.ts'

/** `body`: renders; `bytes` are those that the opened plan was given (of a long update, how many), `count` is for the pages. */
function setupRenderer(body: string) {
  const path = join(temporaryFolder(), 'render-plan.js')
  writeFileSync(
    path,
    `let count = 0
    export function openPlan(updates) {
      const bytes = updates.flatMap((update) => (update.length < 10 ? [...update] : [update.length]))
      return {
        add: (more) => bytes.push('+', ...more.flatMap((update) => [...update])),
        render({ user, project }) { ${body} }
      }
    }`,
  )
  const problems: unknown[] = []
  const loads: string[] = []
  /** The updates of every plan; a compacted one begins with its state. */
  const log = { state: null as Uint8Array | null, updates: [new Uint8Array([1]), new Uint8Array([2])] }
  let compacted = 0
  const renderer = createPlanRenderer({
    path,
    log: {
      load: (id) => {
        loads.push(id)
        return Promise.resolve({ ...log, owners: new Map() })
      },
    },
    seals: {
      lastUpdate: () => Promise.resolve(compacted + log.updates.length),
      updatesAfter: (_id, number) =>
        Promise.resolve(number < compacted ? null : log.updates.slice(number - compacted)),
    },
    reportError: (error) => problems.push(error),
  })
  onTestFinished(() => renderer.close())
  return {
    renderer,
    problems,
    loads,
    log,
    type: (byte: number) => log.updates.push(new Uint8Array([byte])),
    compact: () => {
      compacted += log.updates.length
      log.state = new Uint8Array(log.updates.flatMap((update) => [...update]))
      log.updates = []
    },
    /** The page of a person, as what the thread was given for it. */
    page: async (name: string, changes: Partial<PlanView> = {}) =>
      (await renderer.render({ ...view(name), ...changes }))?.markup,
  }
}

const counting = "count += 1\nreturn { styles: '', markup: `${user.name} ${bytes.join('')} ${count}` }"

test('the same page is rendered once for all whom it is the same for, also when it is asked for at once, each under their own name', async () => {
  const { page, loads } = setupRenderer(counting)
  expect(await Promise.all([page('Anne'), page('Luc')])).toEqual(['Anne 12 1', 'Luc 12 1'])
  expect(await page('<b>"Zoé')).toBe('&lt;b&gt;&quot;Zoé 12 1')
  expect(loads).toEqual(['plan'])
})

test('another state of the plan, or other rights, is another page', async () => {
  const { page, type } = setupRenderer(counting)
  const { rights, project } = view('Anne')
  const markups = [
    await page('Anne'),
    await page('Anne', { rights: { ...rights, locked: [createNodeId()] } }),
    await page('Anne', { locale: 'en' }),
    await page('Anne', { project: { ...project, title: 'Autre' } }),
  ]
  type(3)
  markups.push(await page('Anne'))
  expect(markups).toEqual(['Anne 12 1', 'Anne 12+ 2', 'Anne 12++ 3', 'Anne 12+++ 4', 'Anne 12++++3 5'])
})

test('a plan is read once: later pages are told what came since, until the log no longer has it by itself', async () => {
  const { page, type, compact, loads } = setupRenderer(counting)
  await page('Anne')
  type(3)
  type(4)
  expect(await page('Anne')).toBe('Anne 12+34 2')
  expect(loads).toHaveLength(1)
  type(5)
  compact()
  expect(await page('Anne')).toBe('Anne 12345 3')
  type(6)
  expect(await page('Anne')).toBe('Anne 12345+6 4')
  expect(loads).toHaveLength(2)
})

test('[S7] a plan that is longer than any is not rendered, and long ones make room for each other', async () => {
  const { page, log, loads, problems } = setupRenderer(
    "return { styles: '', markup: `${project.id} ${bytes}` }",
  )
  const of = (id: string, locale: 'fr' | 'en') =>
    page('Anne', { project: { ...view('Anne').project, id: projectIdSchema.parse(id) }, locale })
  log.updates = [new Uint8Array(16_000_001)]
  expect(await of('plan', 'fr')).toBeUndefined()
  log.updates = [new Uint8Array(9_000_000)]
  expect(await of('one', 'fr')).toBe('one 9000000')
  expect(await of('two', 'fr')).toBe('two 9000000')
  // Its page is kept, and so is the plan of the last.
  expect(await of('one', 'fr')).toBe('one 9000000')
  expect(await of('two', 'en')).toBe('two 9000000,+')
  expect(await of('one', 'en')).toBe('one 9000000')
  expect(loads).toEqual(['plan', 'one', 'two', 'one'])
  expect(problems).toEqual([])
})

test('[S7] a thread that ends, out of memory or otherwise, takes down its page alone: the next has another thread', async () => {
  const { page } = setupRenderer(`if (project.title === 'Lourd') process.exit(1)\n${counting}`)
  expect(await page('Anne', { project: { ...view('Anne').project, title: 'Lourd' } })).toBeUndefined()
  expect(await page('Luc')).toBe('Luc 12 1')
})

test('a plan that could not be rendered is read anew', async () => {
  const { page, type, problems } = setupRenderer(`if (bytes.includes(3)) throw new Error('no')\n${counting}`)
  await page('Anne')
  type(3)
  expect(await page('Anne')).toBeUndefined()
  expect(problems).toHaveLength(1)
})

test('[S7] of many pages at once the last are left to the browser', async () => {
  const { page } = setupRenderer(counting)
  const { project } = view('Anne')
  const pages = await Promise.all(
    Array.from({ length: 30 }, (_, index) => page('Anne', { project: { ...project, title: `${index}` } })),
  )
  expect(pages.filter((markup) => markup === undefined)).toHaveLength(14)
})

function view(name: string): PlanView {
  return {
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
