import { threadSchema, type Thread } from '@concerte/api'
import { addNode, createAnchor, nodeText, replaceInText, trashNode, edit } from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, it, vi } from 'vitest'

import { createPlanStore } from '../plan/store/plan-store.ts'
import { createStandBook } from './stand-book.ts'

function setupBook() {
  const { plan: opened, project } = createSmallPlan()
  const store = createPlanStore(opened)
  const { plan } = store
  const parent = project.axes[0]!.content[0]!.id
  const entry = addNode(plan, { type: 'entry', parent, rubric: 'measures' })
  const other = addNode(plan, { type: 'entry', parent, rubric: 'measures' })
  const put = (node: typeof entry, words: string, at = 0) =>
    edit(plan, () => replaceInText(nodeText(plan, node, 'text')!, { start: at, end: at }, words))
  put(entry, 'Former les équipes')
  const waiting: (() => void)[] = []
  const book = createStandBook(store, (run) => {
    waiting.push(run)
    return () => undefined
  })
  const thread = (id: string, resolved = false): Thread =>
    threadSchema.parse({
      id,
      number: 1,
      subject: { type: 'text', anchor: createAnchor(plan, { node: entry, field: 'text', from: 7, to: 10 }) },
      createdBy: { userId: 'ada', name: 'Ada' },
      createdAt: '2026-01-01T00:00:00Z',
      assignee: null,
      resolved: resolved ? { by: { userId: 'ada', name: 'Ada' }, at: '2026-01-01T00:00:00Z' } : null,
      comments: [],
      readUpTo: 0,
    })
  const settle = () => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) run()
  }
  return { plan, book, entry, other, put, thread, waiting, settle }
}

it('follows the words of a thread, and looks at nothing when other texts change', () => {
  const { book, entry, other, put, thread, waiting, settle } = setupBook()
  const first = thread('t1')
  book.setThreads([first])
  expect(book.markedIn(`${entry}.text`)).toEqual([{ thread: 't1', range: { start: 7, end: 10 } }])
  put(other, 'autre')
  expect(waiting).toEqual([])
  const told = vi.fn<(places: ReadonlySet<string>, isElsewhere: boolean) => void>()
  book.subscribe(told)
  const before = book.current()
  put(entry, 'Bien ')
  settle()
  // It went along with its words: what only lists where threads stand has nothing to do.
  expect(told.mock.calls).toEqual([[new Set([`${entry}.text`]), false]])
  expect(book.current()).toBe(before)
  expect(book.markedIn(`${entry}.text`)).toEqual([{ thread: 't1', range: { start: 12, end: 15 } }])
})

it('marks no words of a thread that is resolved, and of one whose node went to the bin', () => {
  const { plan, book, entry, thread, settle } = setupBook()
  const first = thread('t1')
  book.setThreads([thread('t2', true), first])
  const before = book.current()
  expect(book.markedIn(`${entry}.text`)).toHaveLength(1)
  trashNode(plan, entry, { by: null, at: null })
  settle()
  expect(book.markedIn(`${entry}.text`)).toEqual([])
  expect(book.standing(first.id)).toEqual({ type: 'bin', node: entry, isGone: false })
  expect(book.current()).not.toBe(before)
})
