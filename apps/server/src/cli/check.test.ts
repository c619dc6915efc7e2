import { readJson, writeJson } from '@concerte/formats'
import { plainToLine, type Project } from '@concerte/schema'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.ts'
import { cliMessages } from './messages.ts'
import { runProgram } from './program.ts'

const seed = (name: string) => fileURLToPath(new URL(`../../../../seeds/${name}`, import.meta.url))

test('check tells what it finds under the axis and action, with the words, and counts it; it exits with 1', async () => {
  const { exitCode, out, err } = await check(seed('orleans-tours-2024-2028.txt'))
  expect([exitCode, err]).toEqual([1, ''])
  const [, ofAction = ''] = /^(Axe 1, action 8\..*(?:\n {2}.*)+)/m.exec(out) ?? []
  expect(ofAction).toContain(
    '\n  mesure 2, ne commence pas par un infinitif, comme les autres\u00a0: «\u00a0Inscription systématique',
  )
  expect(ofAction).toMatch(/\n {2}mesure 3, mot répété.*sur les élèves d’élèves de CM2/)
  expect(ofAction).toMatch(/\n {2}indicateur 1, sans valeur de départ, sans cible, sans source/)
  expect(out).toMatch(/^ +10 {2}Sigles développés plusieurs fois$/m)
  expect(out).toMatch(/\n346 remarques\n$/)
})

test('check reads a project file too, names the rubrics of statements, and speaks English', async () => {
  const { out } = await check(seed('clermont-ferrand.project.json'), { language: 'en' })
  expect(out).toContain('  Nos grandes orientations 2, acronym never spelled out, EPLE: “')
  expect(out).toMatch(/\n8 remarks\n$/)
})

test('check writes JSON, with what was dismissed and why beside what is open', async () => {
  const dismissals = [{ check: 'no-break-spaces', reason: 'plus tard', by: null, at: null }]
  const path = planFile((project) => ({ ...project, dismissals }))
  const { exitCode, out } = await check(path, { json: true })
  const { findings, dismissed } = JSON.parse(out)
  expect(exitCode).toBe(1)
  expect(findings).toHaveLength(5)
  expect(findings[0]).toMatchObject({ check: 'spelling-differs', place: { field: 'body' } })
  expect(dismissed).toHaveLength(3)
  expect(dismissed[0]).toMatchObject({ dismissal: { reason: 'plus tard' } })
  expect((await check(path)).out).toMatch(/\n5 remarques \(3 de plus, écartées\)\n$/)
})

test('check exits with 0 when there is nothing to say, and with 2 when the file is no plan', async () => {
  const path = planFile((project) => ({ ...project, front: [], axes: project.axes.slice(0, 1).map(bare) }))
  expect(await check(path)).toEqual({ exitCode: 0, out: 'Rien à redire\n', err: '' })
  const absent = await check(join(temporaryFolder(), 'absent.txt'))
  expect(absent).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining('ne peut pas être lu') })
  const text = join(temporaryFolder(), 'liste.txt')
  writeFileSync(text, 'Une liste de courses.\n')
  expect(await check(text)).toMatchObject({ exitCode: 2, out: '' })
})

async function check(path: string, options: { json?: true; language?: 'fr' | 'en' } = {}) {
  const result = { exitCode: -1, out: '', err: '' }
  result.exitCode = await runProgram(['check', path, ...(options.json === true ? ['--json'] : [])], {
    messages: cliMessages[options.language ?? 'fr'],
    environment: {},
    out: (text) => {
      result.out += typeof text === 'string' ? text : Buffer.from(text).toString()
    },
    err: (text) => {
      result.err += text
    },
    askHidden: () => Promise.resolve(null),
  })
  return result
}

/** The plan of Clermont-Ferrand, changed, in a file. */
function planFile(change: (project: Project) => Project): string {
  const path = join(temporaryFolder(), 'plan.project.json')
  writeFileSync(path, writeJson(change(readJson(readFileSync(seed('clermont-ferrand.project.json'))))))
  return path
}

function bare(axis: Project['axes'][number]): Project['axes'][number] {
  return { ...axis, title: plainToLine('Progresser'), rubrics: [], content: [] }
}
