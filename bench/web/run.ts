import type { Browser } from 'playwright-core'

import { launchBrowser, planField } from '../support/browser.ts'
import { startConcerte, type Concerte } from '../support/concerte.ts'
import { median, percentile } from '../support/samples.ts'
import { anHour } from './an-hour.ts'
import { startCrowd } from './crowd.ts'
import { goalLine, goalsHead, ms, type Figure } from './goals.ts'
import { keyDelay, keyWork, type KeyDelay } from './key-work.ts'
import { openPlanPage, type PlanPage } from './plan-page.ts'
import { makePlan, type MeasuredPlan } from './plans.ts'

// The figures of the page, in a plan and in one so many times as long: `npm run bench:web [times]`. README.md says how to read them.
const times = Number(process.argv[2] ?? 100)
const typists = 40
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
  const usual = await openPlanPage(browser, concerte, plans[0])
  const long = await openPlanPage(browser, concerte, plans[1])
  process.stdout.write(goalsHead(times))
  opening(usual, long)
  await typing(usual, long, ['e'], 'a letter')
  await typing(usual, long, ['Enter', 'x'], 'a new entry, its first letter')
  await painted(usual, long)
  await among(concerte, plans, usual, long)
  await scrolling(usual, long)
  await memory(usual, long)
  for (const page of [usual, long]) await page.close()
}

function kilobytes({ opening }: PlanPage): number {
  return [...opening.scripts.values()].reduce((sum, size) => sum + size, 0)
}

function opening(usual: PlanPage, long: PlanPage): void {
  print({
    measure: 'JavaScript before the first keystroke, gzip',
    usual: `${kilobytes(usual).toFixed(0)} kB`,
    long: `${kilobytes(long).toFixed(0)} kB`,
    goal: 'at most 350 kB',
    isMet: kilobytes(usual) <= 350,
  })
  for (const [name, size] of usual.opening.scripts) process.stderr.write(`  ${size.toFixed(1)} kB ${name}\n`)
  print({
    measure: 'navigation to words',
    usual: ms(usual.opening.readable),
    long: ms(long.opening.readable),
    goal: '',
    isMet: null,
  })
  const gap = usual.opening.writable - usual.opening.readable
  print({
    measure: 'from the words to a live text',
    usual: ms(gap),
    long: ms(long.opening.writable - long.opening.readable),
    goal: 'the plan within 1 s',
    isMet: gap <= 1000,
  })
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
  printDelays('', await keyDelay(usual.page, 60), await keyDelay(long.page, 60), false)
}

async function among(
  concerte: Concerte,
  plans: readonly [MeasuredPlan, MeasuredPlan],
  usual: PlanPage,
  long: PlanPage,
): Promise<void> {
  const delays: KeyDelay[][] = []
  for (const [plan, page] of [
    [plans[0], usual],
    [plans[1], long],
  ] as const) {
    const crowd = await startCrowd(concerte, plan, typists)
    delays.push(await keyDelay(page.page, 100))
    await crowd.stop()
    process.stderr.write(`  ${crowd.typed()} letters of others\n`)
  }
  const [here = [], there = []] = delays
  printDelays(` while ${typists} others type`, here, there, true)
}

function medianAndHigh(values: number[]): string {
  return `${ms(median(values))}, ${ms(percentile(values, 0.95))}`
}

function printDelays(when: string, here: KeyDelay[], there: KeyDelay[], hasGoal: boolean): void {
  const own = [here, there].map((delays) => delays.map((delay) => delay.own))
  print({
    measure: `key to painted letter${when}: the page's own part, median and 95th percentile`,
    usual: medianAndHigh(own[0] ?? []),
    long: medianAndHigh(own[1] ?? []),
    goal: hasGoal ? `median under ${frame} ms` : '',
    isMet: hasGoal ? own.every((values) => median(values) < frame) : null,
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
