import { createPick } from '@concerte/testkit'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'

import { forge, openHttpLine } from '../testing/http-line-client.ts'
import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { startIdleCutter, startProxy, type Proxy, type ProxyMode } from '../testing/proxies.ts'
import { joinPlanAsApp, saved, setupServer, setupToken, until, untilTold } from '../testing/test-server.ts'
import { createVisitor } from '../testing/visitor.ts'
import type { LineTiming } from './line-timing.ts'

/* Networks that refuse WebSockets, each a real proxy before a real server: what one writes behind it, another reads. */

/** A plan with two leads: one goes through networks, the other has the server before them. */
async function setupTwo(timing?: LineTiming) {
  const server = await setupServer(timing === undefined ? {} : { changes: { timing } })
  const [near, far] = [server.visit(), server.visit()]
  await setUpAdmin(near, setupToken(server))
  const projectId = await firstProject(near)
  await invite(near, far, { projectId, role: 'lead', name: 'far' })
  const join = (
    through: number | null,
    waits: NonNullable<Parameters<typeof joinPlanAsApp>[3]>['waits'] = {},
  ) =>
    joinPlanAsApp(server, through === null ? near : far, projectId, {
      waits,
      ...(through !== null && { through }),
    })
  return { server, projectId, host: near, join }
}

/** Words that a test writes, beside the plan. */
function words(doc: Y.Doc): string {
  return doc.getText('test').toJSON()
}

function write(doc: Y.Doc, text: string): void {
  doc.getText('test').insert(doc.getText('test').length, text)
}

const networks: [string, ProxyMode, (proxy: Proxy) => boolean][] = [
  ['answers 400 to upgrades', { upgrades: 'refuse', answers: 'pass' }, streams],
  ['cuts upgrades', { upgrades: 'cut', answers: 'pass' }, streams],
  ['accepts upgrades and passes nothing', { upgrades: 'swallow', answers: 'pass' }, streams],
  ['holds answers back until they end', { upgrades: 'refuse', answers: 'hold' }, polls],
  ['passes nothing on upgrades and holds answers back', { upgrades: 'swallow', answers: 'hold' }, polls],
]

function streams({ seen }: Proxy): boolean {
  return seen.some((request) => request.endsWith('/stream')) && !polls({ seen })
}

function polls({ seen }: Pick<Proxy, 'seen'>): boolean {
  return seen.some((request) => request.includes('/poll?'))
}

for (const [name, mode, isAsExpected] of networks) {
  test(`[S1] [S2] [S4] behind a network that ${name} one writes and reads, is told what is saved, a reader is refused, and one moves to WebSockets when they pass`, async () => {
    const { server, projectId, host, join } = await setupTwo()
    const proxy = await startProxy(server.port, { ...mode })
    const near = join(null)
    const far = join(proxy.port, { firstReturn: 200, lastReturn: 200 })
    await Promise.all([saved(near.client), saved(far.client)])
    expect([near.client.via, far.client.via]).toEqual(['socket', 'http'])
    expect(isAsExpected(proxy)).toBe(true)

    write(far.doc, 'de loin ')
    await Promise.all([saved(far.client), until(near.doc, () => words(near.doc) === 'de loin ')])
    write(near.doc, 'de près ')
    await until(far.doc, () => words(far.doc) === 'de loin de près ')

    const reader = createVisitor(server.url, (request) => sendThrough(proxy, request))
    await invite(host, reader, { projectId, role: 'reader', name: 'reader' })
    expect(await forge(await openHttpLine(reader, projectId))).toMatch(/^(forbidden|phase)$/)
    expect(words(near.doc)).toBe('de loin de près ')

    // Each writes on until the line has changed: no letter is lost, none comes twice.
    const offline = watchOffline(far.client)
    proxy.mode.upgrades = 'pass'
    const written: string[] = []
    for (let n = 0; far.client.via !== 'socket'; n += 1) {
      written.push(`(${n})`)
      write(far.doc, `(${n})`)
      write(near.doc, `[${n}]`)
      await Promise.race([saved(far.client), untilTold(far.client, () => far.client.via === 'socket')])
    }
    write(far.doc, '(fin)')
    await saved(far.client)
    await until(near.doc, () => words(near.doc).includes('(fin)'))
    await until(far.doc, () => words(far.doc) === words(near.doc))
    expect(words(near.doc).match(/\(\d+\)/g)).toEqual(written)
    expect(offline.count).toBe(0)
  })
}

test('a network that cuts what is silent cuts neither a WebSocket, nor a stream, nor polls', async () => {
  const { server, join } = await setupTwo({ heartbeatMs: 300, quietMs: 300, pollMs: 600, idleMs: 60_000 })
  const [refusing, holding] = await Promise.all([
    startProxy(server.port, { upgrades: 'refuse', answers: 'pass' }),
    startProxy(server.port, { upgrades: 'refuse', answers: 'hold' }),
  ])
  const cutters = await Promise.all(
    [server, refusing, holding].map(({ port }) => startIdleCutter(port, 3_000)),
  )
  const people = cutters.map(({ port }) => join(port))
  await Promise.all(people.map(({ client }) => saved(client)))
  const offline = people.map(({ client }) => watchOffline(client))
  // What says nothing is cut, twice in a row, while the others are as quiet as people who read.
  for (const { port } of cutters.slice(0, 2)) {
    const silent = connect(port, 'localhost')
    await once(silent, 'close')
  }
  expect(offline.map(({ count }) => count)).toEqual([0, 0, 0])
  expect(people.map(({ client }) => client.via)).toEqual(['socket', 'http', 'http'])
  write(people[0]!.doc, 'encore là')
  await Promise.all(people.map(({ doc }) => until(doc, () => words(doc) === 'encore là')))
})

test('[S1] [S2] [S6] over networks that cut lines at any moment, everything that is written arrives exactly once', async () => {
  const { server, join } = await setupTwo()
  const seed = Number(process.env['CONCERTE_SEED'] ?? 20_261)
  const pick = createPick(seed)
  const proxies = await Promise.all(
    (
      [
        { upgrades: 'pass', answers: 'pass' },
        { upgrades: 'refuse', answers: 'pass' },
        { upgrades: 'refuse', answers: 'hold' },
      ] as const
    ).map((mode) => startProxy(server.port, { ...mode })),
  )
  const waits = { firstRetry: 10, lastRetry: 50, firstReturn: 100, lastReturn: 400 }
  const people = proxies.map(({ port }) => join(port, waits))
  const near = join(null)
  await Promise.all([...people, near].map(({ client }) => saved(client)))
  const written: string[] = []
  for (let n = 0; n < 120; n += 1) {
    const at = pick(people.length)
    const { doc, client } = people[at]!
    const proxy = proxies[at]!
    const word = `<${n}>`
    written.push(word)
    doc.getText('test').insert(pick(2) === 0 ? 0 : doc.getText('test').length, word)
    const act = pick(12)
    if (act === 0) proxy.cut()
    if (act === 1) proxy.mode.upgrades = pick(2) === 0 ? 'pass' : 'refuse'
    if (act === 2) proxy.mode.answers = pick(2) === 0 ? 'pass' : 'hold'
    if (act > 8) await saved(client)
  }
  const everyone = [...people, near]
  await Promise.all(everyone.map(({ client }) => saved(client)))
  await Promise.all(
    everyone.map(({ doc }) => until(doc, () => written.every((word) => words(doc).includes(word)))),
  )
  for (const { doc } of everyone) {
    expect(words(doc), `seed ${seed}`).toBe(words(near.doc))
    expect(words(doc).match(/<\d+>/g)).toHaveLength(written.length)
  }
})

/** As a browser that has the proxy in its settings. */
async function sendThrough({ port }: Proxy, { url, method, headers, body }: Request): Promise<Response> {
  const address = new URL(url)
  address.port = String(port)
  const bytes = body === null ? null : await new Response(body).arrayBuffer()
  return fetch(address, { method, headers, body: bytes })
}

/** Counts how often a client lost its line. */
function watchOffline(client: ReturnType<typeof joinPlanAsApp>['client']): { count: number } {
  const counted = { count: 0 }
  client.subscribe(() => {
    if (client.state.type === 'offline') counted.count += 1
  })
  return counted
}
