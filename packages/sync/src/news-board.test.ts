import { expect, it } from 'vitest'

import { closeCodes } from './close-codes.ts'
import { splitFrames } from './frames.ts'
import { decodeMessage, encodeMessage, protocolVersion } from './messages.ts'
import { createNewsBoard } from './news-board.ts'

/** A board, the time of the test, and listeners of which what they are told is noted. */
function setupBoard() {
  let waiting: (() => void)[] = []
  const board = createNewsBoard({
    later(run) {
      waiting.push(run)
      return () => {
        waiting = waiting.filter((one) => one !== run)
      }
    },
    reportError(error) {
      throw error
    },
  })
  const listen = (plan: string, userId: string) => {
    const told: string[] = []
    const session = board.join(plan, {
      identity: { userId, name: userId, colours: ['#000000'] },
      access: { canWrite: true, judge: null, rights: '{}', lineage: 'one' },
      send(frames) {
        for (const bytes of splitFrames(frames, 1_000).messages) {
          const message = decodeMessage(bytes)
          told.push(message.type === 'news' ? message.topic : message.type)
        }
      },
      pause: () => undefined,
      resume: () => undefined,
      close: ({ reason }) => told.push(reason),
    })
    const ask = (version = protocolVersion) => session.receive(encodeMessage({ type: 'askSaved', version }))
    return { told, session, ask }
  }
  const wait = () => {
    for (const run of waiting.splice(0)) run()
  }
  return { board, listen, wait, isWaiting: () => waiting.length > 0 }
}

it('whoever asked hears the topics of their plan, and what they are told by name wherever it comes from', () => {
  const { board, listen } = setupBoard()
  const [ada, max, silent] = [listen('plan', 'ada'), listen('other', 'max'), listen('plan', 'eva')]
  ada.ask()
  max.ask()
  board.tell('plan', 'phase')
  board.tell('plan', 'notifications', 'max')
  expect([ada.told, max.told, silent.told]).toEqual([['access', 'phase'], ['access', 'notifications'], []])
})

it('[S5] whoever says anything else is sent away, and nobody else is', () => {
  const { board, listen } = setupBoard()
  const [ada, max, old, odd] = ['ada', 'max', 'old', 'odd'].map((name) => listen('plan', name))
  ada?.ask()
  max?.ask()
  max?.ask()
  old?.ask(0)
  odd?.session.receive(encodeMessage({ type: 'syncStep1', stateVector: new Uint8Array([0]) }))
  board.tell('plan', 'phase')
  expect([ada, max, old, odd].map((one) => one?.told)).toEqual([
    ['access', 'phase'],
    ['access', 'bad-message'],
    ['outdated'],
    ['bad-message'],
  ])
})

it('[S4] when rights change the lines of that plan and person end, to be opened anew', () => {
  const { board, listen } = setupBoard()
  const [ada, max, elsewhere] = [listen('plan', 'ada'), listen('plan', 'max'), listen('other', 'ada')]
  board.disconnect('plan', closeCodes.roleChanged, 'ada')
  board.close(closeCodes.restarting)
  expect([ada.told, max.told, elsewhere.told]).toEqual([['role-changed'], ['restarting'], ['restarting']])
})

it('[S7] edits are told together, to those who listen to their plan', () => {
  const { board, listen, wait, isWaiting } = setupBoard()
  board.noteEdit('plan')
  expect(isWaiting()).toBe(false)
  const [ada, max] = [listen('plan', 'ada'), listen('other', 'max')]
  ada.ask()
  max.ask()
  for (let count = 0; count < 3; count += 1) board.noteEdit('plan')
  wait()
  expect([ofText(ada.told), ofText(max.told)]).toEqual([['text'], []])
  board.noteEdit('plan')
  ada.session.leave()
  max.session.leave()
  expect(isWaiting()).toBe(false)
})

it('[S7] a sign of life goes to all in time, and nothing runs once everyone has left', () => {
  const { listen, wait, isWaiting } = setupBoard()
  const ada = listen('plan', 'ada')
  wait()
  wait()
  expect(ada.told).toEqual(['awareness', 'awareness'])
  expect(isWaiting()).toBe(true)
  ada.session.leave()
  expect(isWaiting()).toBe(false)
})

function ofText(told: readonly string[]): string[] {
  return told.filter((one) => one === 'text')
}
