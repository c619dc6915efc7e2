import { readText, writeMarkdown, type SourceLine } from '@concerte/formats'

import { orleans, seedFile } from './support/plans.ts'
import { timed } from './support/samples.ts'
import type { Row } from './support/table.ts'

const runs = 30
const warmUp = 10

/** Reading a plan from its text, and what becomes of every word of both seeds. */
export async function importText(): Promise<Row[]> {
  const source = seedFile(`${orleans}.txt`)
  const reading: number[] = []
  const splitting: number[] = []
  for (let run = 0; run < warmUp + runs; run += 1) {
    splitting[run] = await timed(() => wordsOf(source.toString('utf8')))
    reading[run] = await timed(() => readText(source))
  }
  return [
    {
      measure: 'import: reading Orléans-Tours',
      unit: 'ms',
      samples: reading.slice(warmUp),
      baseline: { name: 'cutting the same text into words', samples: splitting.slice(warmUp) },
    },
    ...placed('Orléans-Tours', `${orleans}.txt`),
    ...placed('Clermont-Ferrand', 'clermont-ferrand.txt'),
  ]
}

/**
 * Words counted as the export in Markdown shows them, not as the reader says: a word that it lost without a report
 * counts as neither placed nor left aside, and placed falls short of what it is measured against.
 */
function placed(name: string, file: string): Row[] {
  const source = seedFile(file)
  const { project, unplaced, furniture } = readText(source)
  const all = wordsOf(source.toString('utf8'))
  const aside = wordsIn(furniture)
  const wanted = subtract(subtract(all, aside), wordsIn(unplaced))
  const missing = subtract(wanted, wordsOf(writeMarkdown(project, { locale: 'fr' })))
  const count = (measure: string, samples: number[], baseline: string, of: number): Row => ({
    measure: `import: ${name}, ${measure}`,
    unit: '',
    samples,
    baseline: { name: baseline, samples: [of] },
  })
  return [
    count(
      'words placed',
      [wanted.length - missing.length],
      'words but page furniture',
      all.length - aside.length,
    ),
    count('words left aside', [wordsIn(unplaced).length], 'words', all.length),
    count('words of page furniture', [aside.length], 'words', all.length),
  ]
}

function wordsIn(lines: readonly SourceLine[]): string[] {
  return lines.flatMap(({ text }) => wordsOf(text))
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What is left of a bag of words when those of another are taken out. */
function subtract(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}
