import { readJson } from '@concerte/formats'
import {
  actionsOf,
  compareProjects,
  mergeTexts,
  plainToBlocks,
  summarizeComparison,
  type BlockText,
  type Project,
} from '@concerte/schema'
import { longPlan } from '@concerte/testkit'

import { orleans, readSeed, seedFile } from './support/plans.ts'
import { timed } from './support/samples.ts'
import type { Row } from './support/table.ts'

/** Comparing two states of a plan, against reading both; merging two changes of a long text, against cutting the three into words. */
export async function compare(): Promise<Row[]> {
  const plan = readSeed(orleans)
  return [
    await comparing(
      'compare: Orléans-Tours, a word of each measure changed, an action of each axis moved',
      plan,
      20,
    ),
    await comparing('compare: the same, 100 times as long', longPlan(plan, 100), 5),
    await merging(),
  ]
}

async function comparing(measure: string, before: Project, runs: number): Promise<Row> {
  const after = changed(before)
  const bytes = [before, after].map((project) => Buffer.from(JSON.stringify(project)))
  const samples: number[] = []
  const reading: number[] = []
  // The first two warm up.
  for (let run = -2; run < runs; run += 1) {
    const read = await timed(() => bytes.map((each) => readJson(each)))
    const compared = await timed(() => summarizeComparison(compareProjects(before, after)))
    if (run < 0) continue
    reading.push(read)
    samples.push(compared)
  }
  return { measure, unit: 'ms', samples, baseline: { name: 'reading both', samples: reading } }
}

async function merging(): Promise<Row> {
  const source = seedFile(`${orleans}.txt`)
    .toString('utf8')
    .split(/\s+/)
    .filter((word) => word !== '')
  const words = Array.from({ length: 5000 }, (_, index) => source[index % source.length]!)
  const texts = [words, everyFrom(words, 3), everyFrom(words, 8)].map(toText)
  const [base, mine, theirs] = [texts[0]!, texts[1]!, texts[2]!]
  const samples: number[] = []
  const cutting: number[] = []
  for (let run = -5; run < 30; run += 1) {
    const cut = await timed(() => [base, mine, theirs].map((text) => wordsOf(text).length))
    let merged = false
    const time = await timed(() => (merged = mergeTexts(base, mine, theirs).type === 'merged'))
    if (!merged) throw new Error('changes of different words did not merge')
    if (run < 0) continue
    cutting.push(cut)
    samples.push(time)
  }
  return {
    measure: 'merge: 5,000 words, every tenth changed by each of two',
    unit: 'ms',
    samples,
    baseline: { name: 'cutting the three texts into words', samples: cutting },
  }
}

/** The plan with a word of each measure changed, and in each axis the first action last. */
function changed(plan: Project): Project {
  const after = structuredClone(plan)
  for (const axis of after.axes) {
    axis.content.push(...axis.content.splice(0, 1))
    for (const entry of actionsOf(axis).flatMap(({ rubrics }) => rubrics.flatMap(({ entries }) => entries))) {
      const [first] = entry.text
      if (entry.type === 'measure' && first?.type === 'paragraph') first.content.push({ text: ' ensemble' })
    }
  }
  return after
}

function everyFrom(words: readonly string[], start: number): string[] {
  return words.map((word, index) => (index % 10 === start ? `mot${index}` : word))
}

function toText(words: readonly string[]): BlockText {
  return plainToBlocks(words.join(' ').replaceAll('. ', '.\n'))
}

function wordsOf(text: BlockText): string[] {
  return text.flatMap((block) =>
    block.type === 'paragraph'
      ? block.content.flatMap((run) => run.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
      : [],
  )
}
