import { setTimeout as delay } from 'node:timers/promises'
import { inspect } from 'node:util'

import { isPinned } from './cores.ts'
import { reportTable, type Line } from './report.ts'
import { measureColdOpen } from './scenarios/cold-open.ts'
import { measureKills } from './scenarios/kill.ts'
import { all, scenarios, type Scenario } from './scenarios/scenarios.ts'
import { measureStalled } from './scenarios/stalled.ts'
import { measureTyping, type TypingFigures } from './scenarios/typing.ts'
import { concerte } from './servers/concerte.ts'
import { hocuspocus } from './servers/hocuspocus.ts'
import type { MeasuredServer, ServerKind } from './servers/measured-server.ts'
import { relay } from './servers/relay.ts'

// Concerte's sync beside others, one table: `npm run bench:sync [scenario…]`. ../README.md says how to read it.
const asked = process.argv.slice(2)
const start = performance.now()
const chosen = scenarios.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)))
if (chosen.length === 0) {
  process.stderr.write(`Scenarios: ${scenarios.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}
const deadlineMs = 150_000
const lines: Line[] = []
const columns = all
  .map(({ name }) => name)
  .filter((name) => chosen.some(({ servers }) => servers.some((kind) => kind.name === name)))
for (const scenario of chosen) {
  lines.push(...(await measure(scenario)))
}
process.stdout.write(
  reportTable(lines, columns, { floor: relay.name, rival: hocuspocus.name, own: concerte.name }),
)
progress(
  `${isPinned ? 'server and clients on a core each' : 'server and clients NOT on cores of their own'}\n`,
)
progress(`${((performance.now() - start) / 1000).toFixed(0)} s\n`)
process.exit()

/** Samples by figure and server. */
type Samples = Map<string, Map<string, number[] | string>>

async function measure(scenario: Scenario): Promise<Line[]> {
  const samples: Samples = new Map()
  const add = (figure: string, kind: ServerKind, value: number | string): void => {
    const byServer = samples.get(figure) ?? new Map<string, number[] | string>()
    samples.set(figure, byServer)
    const before = byServer.get(kind.name)
    if (typeof value === 'string' || typeof before === 'string') byServer.set(kind.name, value.toString())
    else byServer.set(kind.name, [...(before ?? []), value])
  }
  const rounds = scenario.type === 'typing' || scenario.type === 'stalled' ? scenario.rounds : 1
  // In turns, so that a slow minute of the machine is everyone's.
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of scenario.servers) {
      progress(`${scenario.name} ${kind.name}`)
      const begun = performance.now()
      const server = await kind.create()
      try {
        await Promise.race([
          measureOnce(scenario, kind, server, (figure, value) => add(figure, kind, value)),
          tooLate(),
        ])
      } catch (error) {
        progress(`: ${inspect(error)}`)
        add('failed', kind, 'failed')
      } finally {
        await server.dispose()
        progress(` (${((performance.now() - begun) / 1000).toFixed(0)} s)\n`)
      }
    }
  }
  return Array.from(samples, ([figure, byServer]) => ({
    scenario: scenario.title,
    figure,
    digits: digitsOf(figure),
    byServer,
  }))
}

/** A server that no longer answers costs its own cell. */
async function tooLate(): Promise<never> {
  await delay(deadlineMs, undefined, { ref: false })
  throw new Error('it takes too long')
}

type Add = (figure: string, value: number | string) => void

async function measureOnce(
  scenario: Scenario,
  kind: ServerKind,
  server: MeasuredServer,
  add: Add,
): Promise<void> {
  const { project } = scenario
  switch (scenario.type) {
    case 'typing': {
      await server.start()
      addTyping(await measureTyping(server, scenario.load, project), scenario.name, add)
      return
    }
    case 'cold-open': {
      // LevelDB is put in order by its first reading: only the first is cold.
      const rounds = server.loadsLate ? 1 : scenario.rounds
      for (const { first, lastOfTwenty, bytes } of await measureColdOpen(server, { ...scenario, rounds })) {
        add('one alone, ms', first)
        add('last of 20 at once, ms', server.loadsLate ? '–' : lastOfTwenty)
        add('bytes to one', bytes)
      }
      return
    }
    case 'stalled': {
      const { growthMb, codes } = await measureStalled(server, scenario)
      add('memory growth, MB', growthMb)
      add('cut with', [...new Set(codes)].join(' '))
      return
    }
    case 'kill': {
      const kills = scenario.kills(kind)
      const losses = await measureKills(server, scenario.situation, { kills, project })
      add('kills', kills)
      add('letters seen by others', losses.seen)
      add('of these lost', losses.seenLost)
      add('letters acknowledged', losses.acknowledged)
      add('of these lost after all', losses.acknowledgedLost)
    }
  }
}

function addTyping(figures: TypingFigures, scenario: string, add: Add): void {
  const { p50, p95, p99, processorPerThousand, deliveriesPerSecond, peakMb, keptUp } = figures
  if (scenario === 'saturation') add('deliveries a second', deliveriesPerSecond)
  else {
    add('delay p50, ms', p50)
    add('delay p95, ms', p95)
    add('delay p99, ms', p99)
  }
  add('server processor, ms per 1,000 deliveries', processorPerThousand)
  add('peak memory, MB', peakMb)
  if (!keptUp) add('fell behind by more than 5 s', 'yes')
}

function digitsOf(figure: string): number {
  if (/ms per/.test(figure)) return 2
  return /delay/.test(figure) ? 1 : 0
}

function progress(words: string): void {
  process.stderr.write(words)
}
