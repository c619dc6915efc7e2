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
import { orleans } from './support/plans.ts'
import type { Row } from './support/table.ts'

const rounds = 5
const lettersARound = 20

/** From a key in one page to the letter in the other's: through Concerte, and through a relay that keeps nothing. */
export async function delivery(browser: Browser, concerte: Concerte, bare: Bare): Promise<Row[]> {
  const ours = await openPair(browser, concerte, `${concerte.url}/plans/${orleans}`, planField)
  const relay = await openPair(browser, concerte, `${bare.url}/relay`, bareField)
  for (const page of [relay.writer, relay.reader]) {
    await page.waitForFunction('document.title === "relay"')
  }
  for (const pair of [ours, relay]) {
    await typeRound(pair)
    pair.delays.length = 0
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const pair of [relay, ours]) await typeRound(pair)
  }
  for (const { writer, reader } of [ours, relay]) {
    await writer.context().close()
    await reader.context().close()
  }
  return [
    {
      measure: 'delivery: key to the letter in another page',
      unit: 'ms',
      samples: ours.delays,
      baseline: { name: 'bare relay, nothing stored', samples: relay.delays },
    },
  ]
}

type Pair = { writer: Page; reader: Page; field: Field; delays: number[] }

async function openPair(browser: Browser, concerte: Concerte, url: string, field: Field): Promise<Pair> {
  const writer = await newPage(browser, concerte, field)
  const reader = await newPage(browser, concerte, field)
  for (const page of [writer, reader]) {
    await page.goto(url, { waitUntil: 'commit' })
    await firstShown(page)
  }
  await enter(writer, field)
  return { writer, reader, field, delays: [] }
}

async function typeRound({ writer, reader, field, delays }: Pair): Promise<void> {
  for (let count = 0; count < lettersARound; count += 1) {
    const [typed, seen] = await typeLetter(writer, [writer, reader], field)
    if (typed?.key == null || seen === undefined) throw new Error('the key was not seen')
    delays.push(seen.inDom - typed.key)
  }
}
