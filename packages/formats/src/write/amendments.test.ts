import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { actionsTemplate, emptyProject } from '@concerte/schema'
import { expect, onTestFinished, test } from 'vitest'

import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { writePdf } from './pdf.ts'
import type { AmendmentRow } from './words.ts'

const run = promisify(execFile)

const rows: AmendmentRow[] = [
  {
    number: '1',
    place: 'Axe 1 › Action 2',
    author: 'Claire <Deschamps>',
    proposal: 'Remplacer «\u00a0lire\u00a0» par «\u00a0lire & écrire\u00a0»',
    fate: 'Accepté',
    reason: '',
  },
  {
    number: '2',
    place: 'Couverture',
    author: 'Jean',
    proposal: 'Ajouter un\u0000 mot',
    fate: 'Refusé',
    reason: 'Hors sujet',
  },
]

function setupPlan(amendments?: readonly AmendmentRow[]) {
  const project = emptyProject({ template: actionsTemplate, title: 'Projet', academy: 'A', period: null })
  return { project, options: { locale: 'fr' as const, ...(amendments && { annexes: { amendments } }) } }
}

test('the HTML tells what became of the amendments in a table whose headings are headings, and which a keyboard scrolls', () => {
  const { project, options } = setupPlan(rows)
  const html = writeHtml(project, options)
  expect(html).toContain('<a href="#:amendments">Suite donnée aux amendements</a>')
  expect(html).toContain('<h2 id=":amendments">Suite donnée aux amendements</h2>')
  expect(html).toContain('<div class="table" role="region" aria-labelledby=":amendments" tabindex="0">')
  expect(html.match(/<th scope="col">/gu)).toHaveLength(6)
  expect(html).toContain(
    '<tr><th scope="row">1</th><td>Axe 1 › Action 2</td><td>Claire &lt;Deschamps&gt;</td>',
  )
  expect(html).toContain('<td>Ajouter un mot</td><td>Refusé</td><td>Hors sujet</td></tr>')
})

test('the Markdown, which has no tables, tells each amendment under its number, and nothing that is empty', () => {
  const { project, options } = setupPlan(rows)
  const markdown = writeMarkdown(project, options)
  expect(markdown).toContain(
    '## Suite donnée aux amendements\n\n### N° 1\n\n- **Passage visé**\u00a0: Axe 1 › Action 2\n',
  )
  expect(markdown).toContain('- **Suite donnée**\u00a0: Accepté\n\n### N° 2\n')
  expect(markdown).toContain('- **Motif**\u00a0: Hors sujet\n')
})

test('the PDF has a tagged table, with a bookmark', async () => {
  const { project, options } = setupPlan(rows)
  const path = await written(await writePdf(project, options))
  const { stdout: structure } = await run('pdfinfo', ['-struct-text', path])
  expect(structure).toMatch(/^\s+H1 .*\n\s+"Suite donnée aux amendements"/mu)
  expect(structure).toMatch(/^\s+Table\b/mu)
  expect(structure.match(/^\s+TH\b/gmu)).toHaveLength(6)
  expect(structure.match(/^\s+TD\b/gmu)).toHaveLength(12)
  const { stdout: text } = await run('pdftotext', ['-layout', path, '-'])
  expect(text.replaceAll(/\s+/gu, ' ')).toContain('Hors sujet')
})

test('an annex that is asked for says when there was no amendment, and one that is not is not there', async () => {
  const { project, options } = setupPlan([])
  for (const file of [writeHtml(project, options), writeMarkdown(project, options)]) {
    expect(file).toContain('Aucun amendement n’a été proposé.')
  }
  const { stdout: text } = await run('pdftotext', [await written(await writePdf(project, options)), '-'])
  expect(text).toContain('Aucun amendement n’a été proposé.')
  const without = setupPlan()
  expect(writeHtml(without.project, without.options)).not.toContain('endements')
})

test('in English the fixed words of the annex are marked with their language', () => {
  const { project, options } = setupPlan(rows)
  const html = writeHtml(project, { ...options, locale: 'en' })
  expect(html).toContain('<th scope="col"><span lang="en">Outcome</span></th>')
})

async function written(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'concerte-annex-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'plan.pdf')
  await writeFile(path, bytes)
  return path
}
