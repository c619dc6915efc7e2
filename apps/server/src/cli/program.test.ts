import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

import { lockDataDir } from '../server-lock.ts'
import { setupServer } from '../testing/test-server.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { cliMessages } from './messages.ts'
import { runProgram } from './program.ts'

const seed = (name: string) => fileURLToPath(new URL(`../../../../seeds/${name}`, import.meta.url))
const password = 'un mot de passe'

/** Runs `concerte` in a terminal of its own; `typed` is what the person answers to a hidden question. */
async function run(
  argv: string[],
  options: { environment?: Record<string, string>; typed?: string; language?: 'fr' | 'en' } = {},
) {
  const result = { exitCode: -1, out: '', err: '' }
  result.exitCode = await runProgram(argv, {
    messages: cliMessages[options.language ?? 'fr'],
    environment: options.environment ?? {},
    out: (text) => {
      result.out += typeof text === 'string' ? text : Buffer.from(text).toString()
    },
    err: (text) => {
      result.err += text
    },
    askHidden: () => Promise.resolve(options.typed ?? null),
  })
  return result
}

test('help speaks French, and English where the terminal does', async () => {
  const french = await run(['--help'])
  expect(french.exitCode).toBe(0)
  expect(french.out).toMatch(/Utilisation\u00a0: concerte/)
  for (const command of ['serve', 'import', 'export', 'user']) expect(french.out).toContain(command)
  expect((await run(['export', '--help'], { language: 'en' })).out).toContain('the format of the file')
})

test.each([
  [['dance'], /n’existe pas. 'dance'/],
  [['import'], /manque un argument/],
  [['import', 'a', 'b'], /trop d’arguments/],
  [['export', 'a.json', '--format', 'doc', '-o', '-'], /ne convient pas/],
  [['export', 'a.json', '--format', 'pdf'], /option obligatoire/],
  [['serve', '--fast'], /option n’existe pas. '--fast'/],
  [[], /Utilisation/],
])('%j is a mistake of use', async (argv, message) => {
  const { exitCode, err } = await run(argv)
  expect(exitCode).toBe(2)
  expect(err).toMatch(message)
})

test('import writes the very JSON of the seed, and reports beside it', async () => {
  const { exitCode, out, err } = await run(['import', seed('clermont-ferrand.txt'), '--json'])
  expect(out).toBe(readFileSync(seed('clermont-ferrand.project.json'), 'utf8'))
  expect(err).toContain('4 axes')
  expect(err).toContain('Tout le texte a été placé.')
  expect(exitCode).toBe(0)
})

test('import shows an outline, and exits with 1 when a line has no place', async () => {
  const path = join(temporaryFolder(), 'plan.txt')
  const source = readFileSync(seed('clermont-ferrand.txt'), 'utf8')
  writeFileSync(path, source)
  const whole = await run(['import', path])
  expect(whole.out.split('\n').filter((line) => line.startsWith('  Axe '))).toHaveLength(4)
  writeFileSync(path, 'Un texte sans axe.\n')
  const { exitCode, err } = await run(['import', path])
  expect([exitCode, err]).toEqual([1, 'Aucun axe n’a été trouvé dans ce fichier.\n'])
})

test('a file that cannot be read is named', async () => {
  const folder = temporaryFolder()
  const picture = join(folder, 'picture.png')
  writeFileSync(picture, new Uint8Array([0x89, 0x50, 0, 0, 0]))
  const json = join(folder, 'other.project.json')
  writeFileSync(json, '{}')
  expect(await run(['import', join(folder, 'absent.txt')])).toMatchObject({
    exitCode: 1,
    err: expect.stringContaining('ne peut pas être lu'),
  })
  expect((await run(['import', picture])).err).toContain('n’est pas un texte')
  expect((await run(['export', json, '--format', 'md', '-o', '-'])).err).toContain('n’est pas un projet')
})

test.each(['pdf', 'html', 'md', 'json'])('export writes a project file as %s', async (format) => {
  const output = join(temporaryFolder(), `plan.${format}`)
  const source = seed('clermont-ferrand.project.json')
  const { exitCode, err } = await run(['export', source, '--format', format, '-o', output])
  expect([exitCode, err]).toEqual([0, `Écrit\u00a0: ${output}\n`])
  expect(readFileSync(output).length).toBeGreaterThan(1000)
})

test('export writes a stored plan, also while a server runs, and to the standard output', async () => {
  const { dataDir } = await setupServer()
  const environment = { DATA_DIR: dataDir }
  const argv = ['export', 'clermont-ferrand', '--format', 'json', '-o', '-']
  const { exitCode, out } = await run(argv, { environment })
  expect(exitCode).toBe(0)
  expect(out).toBe(readFileSync(seed('clermont-ferrand.project.json'), 'utf8'))
  const unknown = await run(['export', 'lille', '--format', 'json', '-o', '-'], { environment })
  expect(unknown).toMatchObject({ exitCode: 1, err: `Aucun projet «\u00a0lille\u00a0» dans ${dataDir}.\n` })
})

test('export says where it looked when there is no data', async () => {
  const dataDir = join(temporaryFolder(), 'none')
  const { exitCode, err } = await run(['export', 'plan', '--format', 'md', '-o', '-'], {
    environment: { DATA_DIR: dataDir },
  })
  expect([exitCode, err]).toEqual([1, `Aucune donnée de Concerte dans ${dataDir}. Réglez DATA_DIR.\n`])
  expect(existsSync(dataDir)).toBe(false)
})

test('backup says what it wrote, and does not write over a file unasked', async () => {
  const dataDir = temporaryFolder()
  const environment = { DATA_DIR: dataDir }
  const file = join(temporaryFolder(), 'copie.sqlite')
  const nothing = await run(['backup', file], { environment })
  expect(nothing).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/^Il n’y a pas encore de données/),
  })
  expect(existsSync(file)).toBe(false)
  await setupServer({ dataDir })
  const written = await run(['backup', file], { environment })
  expect(written.err).toMatch(/^Écrit\u00a0: .*copie\.sqlite \(2 projets, 0 compte, \d+,\d\u00a0Mo\)\n$/)
  expect(written.exitCode).toBe(0)
  const again = await run(['backup', file], { environment })
  expect(again).toMatchObject({ exitCode: 2, err: expect.stringContaining('--force') })
  expect((await run(['backup', file, '--force'], { environment })).exitCode).toBe(0)
})

test('restore says that a server has the data but does not answer', async () => {
  const dataDir = temporaryFolder()
  const environment = { DATA_DIR: dataDir }
  onTestFinished(lockDataDir(dataDir))
  const { exitCode, err } = await run(['restore', seed('clermont-ferrand.txt')], { environment })
  expect(exitCode).toBe(1)
  expect(err).toContain('il ne répond pas')
})

test('an account made by the command signs in, and closes the set-up', async () => {
  const dataDir = temporaryFolder()
  const environment = { DATA_DIR: dataDir, CONCERTE_PASSWORD: password }
  const argv = ['user', 'add', '--email', 'Ada@Example.fr', '--name', 'Ada', '--admin']
  expect(await run(argv, { environment })).toMatchObject({
    exitCode: 0,
    err: 'Compte créé\u00a0: ada@example.fr\n',
  })
  expect(await run(argv, { environment })).toMatchObject({ exitCode: 1 })
  const server = await setupServer({ dataDir })
  expect(server.setupUrl).toBeNull()
  const visitor = server.visit()
  expect(
    await (await visitor.send('POST', '/api/session', { email: 'ada@example.fr', password })).json(),
  ).toMatchObject({ user: { name: 'Ada', admin: true } })
  // The seeds came with the database, whoever made it.
  expect(await (await visitor.send('GET', '/api/projects')).json()).toMatchObject({ projects: [{}, {}] })
})

test('an account may be made while the server runs, with a typed password', async () => {
  const server = await setupServer()
  const argv = ['user', 'add', '--email', 'ada@example.fr', '--name', 'Ada']
  const environment = { DATA_DIR: server.dataDir }
  expect((await run(argv, { environment, typed: 'court' })).err).toContain('12 à 128')
  expect((await run(argv, { environment })).err).toContain('CONCERTE_PASSWORD')
  expect((await run(argv, { environment, typed: password })).exitCode).toBe(0)
  const response = await server.visit().send('POST', '/api/session', { email: 'ada@example.fr', password })
  expect(response.status).toBe(200)
})

test('a wrong variable is named, in words', async () => {
  const { exitCode, err } = await run(['serve'], { environment: { PORT: 'http', PUBLIC_URL: 'x' } })
  expect(exitCode).toBe(2)
  expect(err).toContain('  PORT doit être un numéro de port')
  expect(err).toContain('  PUBLIC_URL doit être une adresse')
})
