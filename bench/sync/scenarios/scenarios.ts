import { readJson } from '@concerte/formats'
import type { Project } from '@concerte/schema'

import { readFileSync } from 'node:fs'

import { concerte, concerteOfEditors } from '../servers/concerte.ts'
import { hocuspocus } from '../servers/hocuspocus.ts'
import type { ServerKind } from '../servers/measured-server.ts'
import { relay } from '../servers/relay.ts'
import { inLevelDb, inMemory } from '../servers/y-websocket.ts'
import type { Situation } from './kill.ts'
import type { TypingLoad } from './typing.ts'

export type Scenario = {
  name: string
  title: string
  servers: readonly ServerKind[]
  project: Project
} & (
  | { type: 'typing'; load: TypingLoad; rounds: number }
  | { type: 'cold-open'; letters: number; rounds: number }
  | { type: 'stalled'; megabytes: number; rounds: number }
  | { type: 'kill'; situation: Situation; kills: (kind: ServerKind) => number }
)

const orleans = readJson(
  readFileSync(new URL('../../../seeds/orleans-tours-2024-2028.project.json', import.meta.url)),
)
/** For many rooms: one axis of it. */
const oneAxis: Project = { ...orleans, axes: orleans.axes.slice(0, 1) }

/** In the order of the table's columns. */
export const all = [relay, inMemory, inLevelDb, hocuspocus, concerte]
const durable = all.filter(({ isDurable }) => isDurable)
const times = { warmUpMs: 3_000, measureMs: 3_500 }
const persons = { keysPerSecond: 8 }
const asFastAsItGoes = { ahead: 100 }

export const scenarios: readonly Scenario[] = [
  {
    name: '20-typists',
    title: '20 typists in a room',
    type: 'typing',
    servers: all,
    project: orleans,
    load: { shape: { rooms: 1, people: 20, typists: 20 }, pace: persons, ...times },
    rounds: 3,
  },
  {
    name: '20-editors',
    title: '20 typists in a room, editors of working groups',
    type: 'typing',
    servers: [relay, hocuspocus, concerteOfEditors],
    project: orleans,
    load: { shape: { rooms: 1, people: 20, typists: 20 }, pace: persons, ...times },
    rounds: 2,
  },
  {
    name: '200-people',
    title: '200 people in a room, 20 type',
    type: 'typing',
    servers: all,
    project: orleans,
    load: { shape: { rooms: 1, people: 200, typists: 20 }, pace: persons, ...times },
    rounds: 3,
  },
  {
    name: '100-rooms',
    title: '100 rooms of 5, one types',
    type: 'typing',
    servers: all,
    project: oneAxis,
    load: { shape: { rooms: 100, people: 5, typists: 1 }, pace: persons, ...times },
    rounds: 3,
  },
  {
    name: 'saturation',
    title: 'saturation: 200 people, 20 type as fast as it goes',
    type: 'typing',
    servers: all,
    project: orleans,
    load: {
      shape: { rooms: 1, people: 200, typists: 20 },
      pace: asFastAsItGoes,
      warmUpMs: 1_500,
      measureMs: 3_000,
    },
    rounds: 2,
  },
  {
    name: '400-typists',
    title: '400 typists in a room, 2 keys a second',
    type: 'typing',
    servers: [hocuspocus, concerte],
    project: orleans,
    load: { shape: { rooms: 1, people: 400, typists: 400 }, pace: { keysPerSecond: 2 }, ...times },
    rounds: 2,
  },
  {
    name: 'cold-open',
    title: 'cold open of 200,000 typed letters',
    type: 'cold-open',
    servers: durable,
    project: orleans,
    letters: 200_000,
    rounds: 3,
  },
  {
    name: 'stalled',
    title: '5 stalled readers while 60 MB pass',
    type: 'stalled',
    servers: [relay, inMemory, hocuspocus, concerte],
    project: orleans,
    megabytes: 60,
    rounds: 2,
  },
  kills('quiet', { shape: { rooms: 1, people: 3, typists: 1 }, pace: persons }, orleans, 8),
  kills('busy', { shape: { rooms: 1, people: 20, typists: 20 }, pace: persons }, orleans, 8),
  kills('100-rooms', { shape: { rooms: 100, people: 3, typists: 1 }, pace: persons }, oneAxis, 6),
  kills('flood', { shape: { rooms: 1, people: 20, typists: 20 }, pace: asFastAsItGoes }, orleans, 8),
]

function kills(name: string, situation: Situation, project: Project, times: number): Scenario {
  return {
    name: `kill-${name}`,
    title: `kill -9, ${name.replace('-', ' ')}`,
    type: 'kill',
    servers: durable,
    project,
    situation,
    // The others are known to lose: two kills show how much.
    kills: (kind) => (kind === concerte ? times : 2),
  }
}
