import type { Browser } from 'playwright-core'

import { launchBrowser, planField } from '../support/browser.ts'
import { startConcerte, type Concerte } from '../support/concerte.ts'
import { median, percentile } from '../support/samples.ts'
import { anHour } from './an-hour.ts'
import { startCrowd } from './crowd.ts'
import { goalLine, goalsHead, ms, type Figure } from './goals.ts'
import { keyDelay, keyWork, letterWork, type KeyDelay, type LetterWork } from './key-work.ts'
import { openPlanPage, type Opening, type PlanPage } from './plan-page.ts'
import { makePlan, type MeasuredPlan } from './plans.ts'

// The figures of the page, in a plan and in one so many times as long: `npm run bench:web [times]`. README.md says how to read them.
const times = Number(process.argv[2] ?? 100)
const typists = 40
const openings = 5
const frame = 16

const concerte = await startConcerte()
const browser = await launchBrowser()
try {
  await measure(browser, concerte)
} finally {
  await browser.close()
  await concerte.stop()
}

async function measure(browser: Browser, concerte: Concerte): Promise<void> {
  const plans = [await makePlan(concerte, 1), await makePlan(concerte, times)] as const
  // The server and the browser are warm before the first figure.
  await (await openPlanPage(browser, concerte, plans[0])).close()
  process.stdout.write(goalsHead(times))
  const [usual, long] = await opening(browser, concerte, plans)
  await typing(usual, long, ['e'], 'a letter')
  await typing(usual, long, ['Enter', 'x'], 'a new entry, its first letter')
  await painted(usual, long)
  await among(concerte, plans, usual, long)
  await scrolling(usual, long)
  await memory(usual, long)
  for (const page of [usual, long]) await page.close()
}

/** In turns; the last two pages stay open. */
async function opening(
  browser: Browser,
  concerte: Concerte,
  [plan, longPlan]: readonly [MeasuredPlan, MeasuredPlan],
): Promise<[PlanPage, PlanPage]> {
  const here: Opening[] = []
  const there: Opening[] = []
  for (let round = 1; ; round += 1) {
    const usual = await openPlanPage(browser, concerte, plan)
    const long = await openPlanPage(browser, concerte, longPlan)
    here.push(usual.opening)
    there.push(long.opening)
    if (round === openings) {
      printOpenings(here, there)
      return [usual, long]
    }
    await usual.close()
    await long.close()
  }
}

function printOpenings(here: readonly Opening[], there: readonly Opening[]): void {
  const sizes = [...(here.at(-1)?.scripts ?? [])]
  for (const [name, size] of sizes) process.stderr.write(`  ${size.toFixed(1)} kB ${name}\n`)
  const [usual, long] = [here, there].map((openings) => Math.max(...openings.map(kilobytes)))
  print({
    measure: 'JavaScript before the first keystroke, gzip',
    usual: `${(usual ?? 0).toFixed(0)} kB`,
    long: `${(long ?? 0).toFixed(0)} kB`,
    goal: 'at most 350 kB',
    isMet: (usual ?? Infinity) <= 350,
  })
  print({
    measure: 'navigation to words, median and slowest',
    usual: medianAndHigh(here.map(({ readable }) => readable)),
    long: medianAndHigh(there.map(({ readable }) => readable)),
    goal: '',
    isMet: null,
  })
  const [gaps, longGaps] = [here, there].map((openings) =>
    openings.map(({ readable, writable }) => writable - readable),
  )
  print({
    measure: 'from the words to a live text, median and slowest',
    usual: medianAndHigh(gaps ?? []),
    long: medianAndHigh(longGaps ?? []),
    goal: 'the plan within 1 s',
    isMet: median(gaps ?? []) <= 1000,
  })
}

function kilobytes({ scripts }: Opening): number {
  return [...scripts.values()].reduce((sum, size) => sum + size, 0)
}

/** In turns, so that what else runs on the machine meets both. */
async function typing(usual: PlanPage, long: PlanPage, keys: readonly string[], what: string): Promise<void> {
  const work = { usual: [] as number[], long: [] as number[] }
  for (const page of [usual, long]) await keyWork(page, keys, 10)
  for (let round = 0; round < 5; round += 1) {
    work.usual.push(...(await keyWork(usual, keys, 20)))
    work.long.push(...(await keyWork(long, keys, 20)))
  }
  const ratio = median(work.long) / median(work.usual)
  print({
    measure: `work for ${what}, median`,
    usual: ms(median(work.usual)),
    long: `${ms(median(work.long))} (${ratio.toFixed(2)}×)`,
    goal: 'at most 1.5×',
    isMet: ratio <= 1.5,
  })
  print({
    measure: `work for ${what}, 95th percentile`,
    usual: ms(percentile(work.usual, 0.95)),
    long: ms(percentile(work.long, 0.95)),
    goal: keys.length === 1 ? `under ${frame} ms` : '',
    isMet: keys.length === 1 ? percentile(work.long, 0.95) < frame : null,
  })
}

async function painted(usual: PlanPage, long: PlanPage): Promise<void> {
  printDelays('', await keyDelay(usual.page, 60), await keyDelay(long.page, 60))
}

async function among(
  concerte: Concerte,
  plans: readonly [MeasuredPlan, MeasuredPlan],
  usual: PlanPage,
  long: PlanPage,
): Promise<void> {
  const delays: KeyDelay[][] = []
  const work: LetterWork[] = []
  for (const [plan, page] of [
    [plans[0], usual],
    [plans[1], long],
  ] as const) {
    const crowd = await startCrowd(concerte, plan, typists)
    delays.push(await keyDelay(page.page, 100))
    work.push(await letterWork(page, 100))
    await crowd.stop()
    process.stderr.write(`  ${crowd.typed()} letters of others\n`)
  }
  const own = work.map(({ all, others }) => median(all) - median(others))
  const written = work.map(
    ({ all, others }, index) =>
      `${ms(own[index] ?? 0)} (all ${ms(median(all))}, of others ${ms(median(others))})`,
  )
  print({
    measure: `work for a letter while ${typists} others type, median`,
    usual: written[0] ?? '',
    long: written[1] ?? '',
    goal: `under ${frame} ms`,
    isMet: own.every((value) => value < frame),
  })
  const [here = [], there = []] = delays
  printDelays(` while ${typists} others type`, here, there)
}

function medianAndHigh(values: number[]): string {
  return `${ms(median(values))}, ${ms(percentile(values, 0.95))}`
}

function printDelays(when: string, here: KeyDelay[], there: KeyDelay[]): void {
  const own = [here, there].map((delays) => delays.map((delay) => delay.own))
  print({
    measure: `key to painted letter${when}: the page's own part, median and 95th percentile`,
    usual: medianAndHigh(own[0] ?? []),
    long: medianAndHigh(own[1] ?? []),
    goal: '',
    isMet: null,
  })
  print({
    measure: `key to painted letter${when}: all of it`,
    usual: medianAndHigh(here.map((delay) => delay.painted)),
    long: medianAndHigh(there.map((delay) => delay.painted)),
    goal: '',
    isMet: null,
  })
}

/** The times between frames and the tasks over 50 ms, in ms. */
type Scrolling = { frames: number[]; longTasks: number[]; windows: number }

function slowShare({ frames }: Scrolling): string {
  return `${((100 * frames.filter((time) => time > 34).length) / frames.length).toFixed(1)} %`
}

async function scrolling(usual: PlanPage, long: PlanPage): Promise<void> {
  const here = await usual.page.evaluate<Scrolling>('measured.scroll(60)')
  const there = await long.page.evaluate<Scrolling>('measured.scroll(240)')
  print({
    measure: 'scrolling: frames over 34 ms',
    usual: slowShare(here),
    long: slowShare(there),
    goal: '',
    isMet: null,
  })
  print({
    measure: 'scrolling: tasks over 50 ms in a hundred windows',
    usual: ((100 * here.longTasks.length) / here.windows).toFixed(1),
    long: ((100 * there.longTasks.length) / there.windows).toFixed(1),
    goal: '',
    isMet: null,
  })
}

/** The last against the middle. */
function growth(heap: readonly number[]): number {
  return (heap.at(-1) ?? 0) / (heap[Math.floor(heap.length / 2)] ?? 1)
}

function threeOf(heap: readonly number[]): string {
  return [heap[0], heap[Math.floor(heap.length / 2)], heap.at(-1)].map((size) => size?.toFixed(1)).join(', ')
}

async function memory(usual: PlanPage, long: PlanPage): Promise<void> {
  for (const { page } of [usual, long]) {
    await page.locator(planField.selector).focus()
    await page.keyboard.press('Control+End')
  }
  const [here, there] = [await anHour(usual), await anHour(long)]
  print({
    measure: 'heap in MB at the beginning, the middle, the end of an hour of work',
    usual: threeOf(here),
    long: threeOf(there),
    goal: 'flat: under 5 % in the second half',
    isMet: growth(here) < 1.05 && growth(there) < 1.05,
  })
}

function print(figure: Figure): void {
  process.stdout.write(goalLine(figure))
}
