import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import type { Project } from '@concerte/schema'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readJson } from '../read/json.ts'
import { writeHtml } from './html.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { writePdf } from './pdf.ts'

const run = promisify(execFile)
const everyFeature = fileURLToPath(new URL('every-feature.project.json', import.meta.url))
const seeds = globSync(fileURLToPath(new URL('../../../../seeds/*.project.json', import.meta.url)))

describe.each([everyFeature, ...seeds].map((file) => ({ name: basename(file), file })))(
  '$name',
  ({ file }) => {
    const setupPlan = () => readJson(readFileSync(file))

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
      expect(readJson(Buffer.from(writeJson(plan)))).toEqual(plan)
    })
  },
)

describe('any text in any field', () => {
  const plan = readJson(readFileSync(everyFeature))
  const anyPlan = fc
    .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), syntax(), words()), {
      minLength: 1,
      maxLength: 12,
    })
    .map((texts) => withTexts(plan, texts))

  test('HTML keeps its words', () => {
    fc.assert(
      fc.property(anyPlan, (filled) => {
        expect(missing(filled, htmlText(writeHtml(filled, { locale: 'fr' })))).toEqual([])
      }),
    )
  })

  test('Markdown keeps its words', () => {
    fc.assert(
      fc.property(anyPlan, (filled) => {
        expect(missing(filled, markdownText(writeMarkdown(filled, { locale: 'fr' })))).toEqual([])
      }),
    )
  })

  test('JSON keeps the whole of it', () => {
    fc.assert(
      fc.property(anyPlan, (filled) => {
        expect(readJson(Buffer.from(writeJson(filled)))).toEqual(filled)
      }),
    )
  })
})

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

function markdownText(markdown: string): string {
  // In turn: an escaped character, the address of a link, a mark, an entity.
  const syntax = /\\([!-/:-@[-`{-~])|\]\([^)]*\)|<\/?sup>|[*[]|(?<!\w)_|_(?!\w)|(&#?\w+;)/gu
  return markdown.replaceAll(
    syntax,
    (_all, literal?: string, entity?: string) => literal ?? decoded(entity ?? ''),
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
