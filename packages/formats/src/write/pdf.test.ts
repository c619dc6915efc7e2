import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { plainToLine, type Project } from '@concerte/schema'
import { describe, expect, test } from 'vitest'

import { everyFeature } from './every-feature.ts'
import { PdfError, PdfGlyphError, writePdf } from './pdf.ts'

const run = promisify(execFile)

describe('writePdf', () => {
  test('gives a tagged PDF/UA-1 file in French with a title', async () => {
    const pdf = await writePdf(setupPlan(), { locale: 'fr' })
    const info = await inspect(pdf, 'pdfinfo')
    expect(info).toMatch(/^Title:\s+Projet académique 2024-2028 – Académie d’Orléans-Tours$/mu)
    expect(info).toMatch(/^Tagged:\s+yes$/mu)
    const objects = await inspect(pdf, 'qpdf', ['--qdf', '--object-streams=disable'], ['-'])
    expect(objects).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(objects).toMatch(/\/DisplayDocTitle true/u)
    expect(objects).toMatch(/\/Lang \(fr-FR\)/u)
  })

  test('tags headings by their level, lists and the contents', async () => {
    const structure = await inspect(await writePdf(setupPlan(), { locale: 'fr' }), 'pdfinfo', [
      '-struct-text',
    ])
    expect(structure).toMatch(/^ {2}H1 "Mot de la rectrice"/mu)
    expect(structure).toMatch(/^ {2}H2 "Nos constats"/mu)
    expect(structure).toMatch(/^ {2}H3 /mu)
    expect(structure).toMatch(/^\s+H4 "Indicateur"/mu)
    for (const tag of ['TOC', 'TOCI', 'L', 'LI', 'Lbl', 'LBody', 'Link']) {
      expect(structure).toMatch(new RegExp(String.raw`^\s+${tag}\b`, 'mu'))
    }
  })

  test('has a bookmark for every chapter, group and action', async () => {
    const plan = setupPlan()
    const outline = await inspect(await writePdf(plan, { locale: 'fr' }), 'pdftohtml', [
      '-xml',
      '-i',
      '-stdout',
    ])
    const bookmarks = [...outline.matchAll(/<item page="\d+">(.*?)<\/item>/gu)].map(([, title]) => title)
    expect(bookmarks.slice(0, 4)).toEqual([
      'Mot de la rectrice',
      'Axe\u00a01 – Progresser au XXIe siècle',
      '1. Co construire les priorités pédagogiques et didactiques sur les évaluations',
      'Pour les élèves',
    ])
    expect(bookmarks).toHaveLength(21)
  })

  test('embeds its own fonts and no other', async () => {
    const fonts = await inspect(await writePdf(setupPlan(), { locale: 'fr' }), 'pdffonts')
    const names = fonts
      .split('\n')
      .slice(2, -1)
      .map((line) => line.replace(/^\w+\+(\S+).*$/u, '$1'))
    const own = /^(SourceSerif4|SourceSans3|NewCMMath|DejaVuSansMono|LibertinusSerif)/u
    expect(names.length).toBeGreaterThan(4)
    expect(names.filter((name) => !own.test(name))).toEqual([])
  })

  test('is the same file for the same plan', async () => {
    const plan = setupPlan()
    const [first, second] = await Promise.all([
      writePdf(plan, { locale: 'fr' }),
      writePdf(plan, { locale: 'fr' }),
    ])
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test('names the characters that no font has', async () => {
    const plan = withTitle(setupPlan(), 'Une fusée 🚀 et 中')
    const error = await writePdf(plan, { locale: 'fr' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(PdfGlyphError)
    expect(error).toMatchObject({ code: 'pdf-unsupported-character', characters: ['🚀', '中'] })
  })

  test('prints a plan without a word', async () => {
    const plan = { ...withTitle(setupPlan(), ''), front: [], axes: [], back: [], unplaced: [] }
    const text = await inspect(await writePdf(plan, { locale: 'fr' }), 'pdftotext', [], ['-'])
    expect(text).toContain('Projet\nacadémique')
  })

  test('ends a compilation that takes too long', async () => {
    const error = await writePdf(setupPlan(), { locale: 'fr', timeLimit: 1 }).catch(
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(PdfError)
    expect(error).toMatchObject({ code: 'pdf-timeout' })
  })

  test('ends with the reason of an aborted signal', async () => {
    const reason = new Error('the reader left')
    const signal = AbortSignal.abort(reason)
    await expect(writePdf(setupPlan(), { locale: 'fr', signal })).rejects.toBe(reason)
  })
})

function setupPlan(): Project {
  return everyFeature()
}

function withTitle(plan: Project, title: string): Project {
  return { ...plan, cover: { ...plan.cover, title: plainToLine(title) } }
}

/** What a program of poppler or qpdf prints about the file. Poppler warns about a boolean that PDF 1.7 allows. */
async function inspect(
  pdf: Uint8Array,
  program: string,
  before: string[] = [],
  after: string[] = [],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'concerte-'))
  try {
    const file = join(folder, 'plan.pdf')
    await writeFile(file, pdf)
    return (await run(program, [...before, file, ...after], { maxBuffer: 1 << 27 })).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}
