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

const runs = 11

/** From the navigation to the plan's words, and to the first letter typed in it, with an empty cache. */
export async function openPlan(browser: Browser, concerte: Concerte, bare: Bare): Promise<Row[]> {
  const openOurs = () => open(browser, concerte, `${concerte.url}/plans/${orleans}`, planField)
  const openBare = () => open(browser, concerte, bare.url, bareField)
  // Both servers and the browser are warm before the first figure.
  await openOurs()
  await openBare()
  const ours: Opening[] = []
  const theirs: Opening[] = []
  for (let run = 0; run < runs; run += 1) {
    theirs.push(await openBare())
    ours.push(await openOurs())
  }
  const row = (measure: string, unit: Row['unit'], figure: (opening: Opening) => number): Row => ({
    measure,
    unit,
    samples: ours.map(figure),
    baseline: { name: 'bare page', samples: theirs.map(figure) },
  })
  return [
    row('open-plan: navigation to words', 'ms', (opening) => opening.words),
    row('open-plan: navigation to first letter typed', 'ms', (opening) => opening.letter),
    row('open-plan: JavaScript until then, as transferred', 'kB', (opening) => opening.scriptBytes / 1000),
    row('open-plan: requests until then', '', (opening) => opening.requests),
  ]
}

/** Milliseconds since the navigation began; bytes of the answers' bodies as they came over the wire. */
type Opening = { words: number; letter: number; scriptBytes: number; requests: number }

async function open(browser: Browser, concerte: Concerte, url: string, field: Field): Promise<Opening> {
  const page = await newPage(browser, concerte, field)
  const traffic = await watchTraffic(page)
  await page.goto(url, { waitUntil: 'commit' })
  const words = await firstShown(page)
  await enter(page, field)
  const [typed] = await typeLetter(page, [page], field)
  const { scriptBytes, requests } = traffic
  if (typed === undefined) throw new Error('the letter was not seen')
  const start = await page.evaluate<number>('performance.timeOrigin')
  await page.context().close()
  return { words, letter: typed.painted - start, scriptBytes, requests }
}

async function watchTraffic(page: Page): Promise<{ scriptBytes: number; requests: number }> {
  const traffic = { scriptBytes: 0, requests: 0 }
  const scripts = new Set<string>()
  const session = await page.context().newCDPSession(page)
  session.on('Network.requestWillBeSent', () => (traffic.requests += 1))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(requestId)
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) traffic.scriptBytes += encodedDataLength
  })
  await session.send('Network.enable')
  return traffic
}
