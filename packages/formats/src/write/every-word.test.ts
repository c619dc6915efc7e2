import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { normalizeProject, type Project } from '@concerte/schema'
import { arbitraryProject } from '@concerte/testkit'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readJson } from '../read/json.ts'
import { everyFeature } from './every-feature.ts'
import { writeHtml } from './html.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { writePdf } from './pdf.ts'

const run = promisify(execFile)
const seedFiles = globSync(fileURLToPath(new URL('../../../../seeds/*.project.json', import.meta.url)))
const plans = [
  { name: 'the plan with every feature', setupPlan: everyFeature },
  ...seedFiles.map((file) => ({ name: basename(file), setupPlan: () => readJson(readFileSync(file)) })),
]

describe.each(plans)('$name', ({ setupPlan }) => {
  test('HTML holds every word of the plan, each field in its order', () => {
    const plan = setupPlan()
    expect(missing(plan, htmlText(writeHtml(plan, { locale: 'fr' })))).toEqual([])
  })

  test('Markdown holds every word of the plan, each field in its order', () => {
    const plan = setupPlan()
    expect(missing(plan, markdownText(writeMarkdown(plan, { locale: 'fr' })))).toEqual([])
  })

  test('the PDF holds every word of the plan, each field in its order', async () => {
    const plan = setupPlan()
    expect(missing(plan, await pdfText(await writePdf(plan, { locale: 'fr' })))).toEqual([])
  })

  test('JSON reads back as the same plan', () => {
    const plan = setupPlan()
    expect(readJson(Buffer.from(writeJson(plan)))).toEqual(normalizeProject(plan))
  })
})

describe.each([
  { name: 'any text in every field', anyPlan: anyTexts(), seed: 31 },
  { name: 'any plan', anyPlan: arbitraryProject, seed: 32 },
])('$name', ({ anyPlan, seed }) => {
  test('HTML keeps its words', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(missing(plan, htmlText(writeHtml(plan, { locale: 'fr' })))).toEqual([])
      }),
      { seed, numRuns: 150 },
    )
  })

  test('Markdown keeps its words', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(missing(plan, markdownText(writeMarkdown(plan, { locale: 'fr' })))).toEqual([])
      }),
      { seed, numRuns: 150 },
    )
  })

  test('JSON keeps the whole of it', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(readJson(Buffer.from(writeJson(plan)))).toEqual(normalizeProject(plan))
      }),
      { seed, numRuns: 150 },
    )
  })
})

/** The plan with every feature, with texts that look like markup in every run of characters. */
function anyTexts(): fc.Arbitrary<Project> {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), syntax(), words())
  return fc.array(text, { minLength: 1, maxLength: 12 }).map((texts) => withTexts(everyFeature(), texts))
}

/** Every text of a plan, found without knowing its shape: each line or paragraph, each string field. */
function fieldsOf(plan: Project): string[] {
  const { cover, front, axes, back, unplaced } = plan
  return textsIn([cover, front, axes, back, unplaced])
}

const stringFields = new Set(
  'website announcedTitle lead partners schedule continues unit value source frequency'.split(' '),
)

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isInline)) return [value.map((inline) => inline.text).join('')]
    return value.flatMap(textsIn)
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && stringFields.has(key) ? [inner] : textsIn(inner),
  )
}

function isInline(value: unknown): value is { text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
}

/** The words of the plan that stand fewer times on the page than in it, and the fields whose words are not in one row. */
function missing(plan: Project, printed: string): string[] {
  const fields = fieldsOf(plan).map(wordsOf)
  const output = wordsOf(printed)
  const counts = countsOf(output)
  const sequence = ` ${output.join(' ')} `
  const words = [...countsOf(fields.flat())].filter(([word, count]) => (counts.get(word) ?? 0) < count)
  const broken = fields.filter((field) => field.length > 0 && !sequence.includes(` ${field.join(' ')} `))
  return [...words.map(([word]) => word), ...broken.map((field) => field.join(' '))]
}

/** The words of a text, without case; what no page shows is left out. */
function wordsOf(text: string): string[] {
  const shown = text
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, ' ')
    .replaceAll(/\p{Cc}|\p{Noncharacter_Code_Point}|[\u00ad\u200b]/gu, '')
  return shown.toLocaleLowerCase('fr').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function htmlText(html: string): string {
  const body = html.replace(/^[\s\S]*<\/head>/u, '')
  const apart = body.replaceAll(/<\/?(?:sup|em|strong|a|span)\b[^>]*>/gu, '').replaceAll(/<[^>]*>/gu, ' ')
  return decoded(apart)
}

// An underscore that marks nothing stands between letters as CommonMark sees them. Beside a mark, a rare letter is
// written as a reference, and then its underscore without a backslash; between two references it is a mark.
const letter = String.raw`[^\s\p{P}\p{S}]`
const reference = String.raw`&#x[\dA-F]{5,6};`
const markdownSyntax = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`,
    `(?<inWord>(?<=${letter})_+(?=${letter}|${reference})|(?<=${reference})_+(?=${letter}))`,
    String.raw`<(?<address>(?:https?|mailto):[^<>\s]*)>`,
    String.raw`\]\((?:\\.|[^\\)])*\)`,
    '</?sup>',
    '[*_[]',
    String.raw`(?<entity>&#?\w+;)`,
  ].join('|'),
  'gu',
)

function markdownText(markdown: string): string {
  return markdown.replaceAll(
    markdownSyntax,
    (_all, escaped?: string, inWord?: string, address?: string, entity?: string) =>
      escaped ?? inWord ?? address ?? decoded(entity ?? ''),
  )
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function decoded(html: string): string {
  return html.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? all
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    },
  )
}

/** The text of the pages without their footers, in the order of the pages. */
async function pdfText(pdf: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'concerte-'))
  try {
    const file = join(folder, 'plan.pdf')
    await writeFile(file, pdf)
    const body = ['-x', '0', '-y', '0', '-W', '596', '-H', '775']
    const { stdout } = await run('pdftotext', ['-raw', ...body, file, '-'], { maxBuffer: 1 << 26 })
    return stdout.replaceAll(/\u200b\s*/gu, '')
  } finally {
    await rm(folder, { recursive: true })
  }
}

function syntax(): fc.Arbitrary<string> {
  const pieces = [
    '*',
    '_',
    '`',
    '[',
    '](',
    ')',
    '<',
    '>',
    '&',
    '&amp;',
    '#',
    '\n',
    '\\',
    '1. ',
    '- ',
    '"',
    "'",
    '!',
    '|',
  ]
  return fc.array(fc.constantFrom(...pieces, 'mot', ' '), { maxLength: 16 }).map((parts) => parts.join(''))
}

function words(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('élève', 'l’École', '80\u00a0%', 'inter-degrés', '«\u00a0où\u00a0»'), {
      maxLength: 8,
    })
    .map((parts) => parts.join(' '))
}

/** The plan with these texts, in turn, in every run of characters. */
function withTexts(plan: Project, texts: string[]): Project {
  let next = 0
  const filled: Project = JSON.parse(JSON.stringify(plan), (key, value: unknown) =>
    key === 'text' && typeof value === 'string' ? texts[next++ % texts.length] : value,
  )
  return filled
}
