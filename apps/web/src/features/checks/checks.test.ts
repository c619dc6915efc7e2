import { openPlan, addNode } from '@concerte/schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { createChecks } from './checks.ts'
import type { ChecksView } from './checks-view.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

const request = { axes: null, unfolded: {} }
const view: ChecksView = { total: 3, groups: [], dismissed: [] }

function setupChecks() {
  const doc = new Y.Doc()
  const sent: ToWorker[] = []
  const heard = new EventTarget()
  let terminated = 0
  const checks = createChecks(doc, () => ({
    postMessage: (message: ToWorker) => sent.push(message),
    addEventListener: heard.addEventListener.bind(heard),
    terminate: () => {
      terminated += 1
    },
  }))
  return {
    doc,
    checks,
    sent,
    terminated: () => terminated,
    edit: () => addNode(openPlan(doc), { type: 'axis' }),
    answer: (message: FromWorker) => heard.dispatchEvent(new MessageEvent('message', { data: message })),
  }
}

it('while somebody looks, the worker has the same plan as the page; afterwards it is told nothing', () => {
  const { doc, checks, sent, edit, terminated } = setupChecks()
  edit()
  expect(sent).toEqual([])
  checks.start(request)
  edit()
  const replica = new Y.Doc()
  for (const message of sent) if (message.type === 'update') Y.applyUpdate(replica, message.update)
  expect(replica.getMap('nodes').toJSON()).toEqual(doc.getMap('nodes').toJSON())
  const before = sent.length
  checks.stop()
  edit()
  expect([sent.length, terminated()]).toEqual([before, 1])
})

it('how many findings there are is known while one looks, and afterwards until the plan changes', () => {
  const { checks, edit, answer } = setupChecks()
  expect(checks.total()).toBeNull()
  checks.start(request)
  expect(checks.current()).toEqual({ type: 'checking' })
  answer({ type: 'view', seen: 1, view })
  expect(checks.total()).toBe(3)
  checks.stop()
  expect(checks.total()).toBe(3)
  edit()
  expect(checks.total()).toBeNull()
})

it('a finding that was dealt with stays away until the plan was checked with that change', () => {
  const { checks, edit, answer } = setupChecks()
  checks.start(request)
  answer({ type: 'view', seen: 1, view })
  edit()
  checks.hide(['spaces/a'])
  expect(hiddenOf(checks.current())).toEqual(['spaces/a'])
  answer({ type: 'view', seen: 1, view: { ...view, total: 2 } })
  expect(hiddenOf(checks.current())).toEqual(['spaces/a'])
  answer({ type: 'view', seen: 2, view })
  expect(hiddenOf(checks.current())).toEqual([])
})

function hiddenOf(state: ReturnType<ReturnType<typeof createChecks>['current']>): string[] {
  return state.type === 'ready' ? [...state.hidden] : []
}
