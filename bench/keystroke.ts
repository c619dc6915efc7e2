import type { Browser, Page } from 'playwright-core'

import type { Bare } from './support/bare.ts'
import {
  bareField,
  enter,
  firstShown,
  newPage,
  planField,
  typeLetter,
  type Field,
} from './support/browser.ts'
import type { Concerte } from './support/concerte.ts'
import { importLongPlan, orleans } from './support/plans.ts'
import type { Row } from './support/table.ts'

const rounds = 4
const lettersARound = 25
const times = 10

/** From a key to its painted letter: in the plan, in one ten times as long, in a bare page; and what is sent for it. */
export async function keystroke(browser: Browser, concerte: Concerte, bare: Bare): Promise<Row[]> {
  const longPlan = await importLongPlan(concerte, times)
  const plan = await openTyping(browser, concerte, `${concerte.url}/plans/${orleans}`, planField)
  const long = await openTyping(browser, concerte, `${concerte.url}/plans/${longPlan}`, planField)
  const nothing = await openTyping(browser, concerte, bare.url, bareField)
  const frames = await watchFrames(plan.page)
  for (const typing of [plan, long, nothing]) await typeRound(typing)
  for (const typing of [plan, long, nothing]) typing.inDom.length = typing.painted.length = 0
  frames.document = frames.presence = 0
  for (let round = 0; round < rounds; round += 1) {
    for (const typing of [plan, long, nothing]) await typeRound(typing)
  }
  const typed = plan.painted.length
  for (const { page } of [plan, long, nothing]) await page.context().close()
  return [
    {
      measure: 'keystroke: key to the letter in the page, not painted yet',
      unit: 'ms',
      samples: plan.inDom,
      baseline: { name: 'bare contenteditable', samples: nothing.inDom },
    },
    {
      measure: 'keystroke: key to painted letter',
      unit: 'ms',
      samples: plan.painted,
      baseline: { name: 'bare contenteditable', samples: nothing.painted },
    },
    {
      measure: `keystroke: the same, plan ${times} times as long`,
      unit: 'ms',
      samples: long.painted,
      baseline: { name: 'the plan itself', samples: plan.painted },
    },
    {
      measure: `keystroke: document frames sent for ${typed} keys`,
      unit: '',
      samples: [frames.document],
      baseline: { name: 'keys', samples: [typed] },
    },
    {
      measure: `keystroke: presence frames sent for ${typed} keys`,
      unit: '',
      samples: [frames.presence],
      baseline: { name: 'keys', samples: [typed] },
    },
  ]
}

/** Delays in ms from the key: to the changed page, and to the painted one. */
type Typing = { page: Page; field: Field; inDom: number[]; painted: number[] }

async function openTyping(browser: Browser, concerte: Concerte, url: string, field: Field): Promise<Typing> {
  const page = await newPage(browser, concerte, field)
  await page.goto(url, { waitUntil: 'commit' })
  await firstShown(page)
  await enter(page, field)
  return { page, field, inDom: [], painted: [] }
}

async function typeRound({ page, field, inDom, painted }: Typing): Promise<void> {
  for (let count = 0; count < lettersARound; count += 1) {
    const [letter] = await typeLetter(page, [page], field)
    if (letter?.key == null) throw new Error('the key was not seen')
    inDom.push(letter.inDom - letter.key)
    painted.push(letter.painted - letter.key)
  }
}

/** Frames of a page's WebSocket from now on, by the first bytes of the wire (packages/sync/src/messages.ts). */
async function watchFrames(page: Page): Promise<{ document: number; presence: number }> {
  const frames = { document: 0, presence: 0 }
  const session = await page.context().newCDPSession(page)
  session.on('Network.webSocketFrameSent', ({ response }) => {
    const type = Buffer.from(response.payloadData, 'base64')[0]
    if (type === 0) frames.document += 1
    if (type === 1) frames.presence += 1
  })
  await session.send('Network.enable')
  return frames
}
