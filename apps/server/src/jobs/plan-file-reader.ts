import { periodSchema } from '@concerte/schema'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

import { ApiError } from '../api-error.ts'
import type { CoverSummary } from '../storage/port.ts'
import type { Gate } from './gate.ts'

type PlanFile = {
  axes: number
  cover: CoverSummary
  update: Uint8Array
  unplaced: { line: number; text: string }[]
}

/** Reads a text or JSON file into the first update of a plan. @throws ApiError `file-unreadable` */
export type PlanFileReader = (bytes: Uint8Array) => Promise<PlanFile>

const answerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('read'),
    axes: z.int(),
    cover: z.object({ title: z.string(), academy: z.string(), period: periodSchema.nullable() }),
    update: z.base64(),
    unplaced: z.array(z.object({ line: z.int(), text: z.string() })),
  }),
  z.object({ type: z.literal('unreadable') }),
])
export type PlanFileAnswer = z.infer<typeof answerSchema>

const timeLimitMs = 20_000
const heapLimitMegabytes = 256

/** `gate` bounds how many such processes run at once. */
export function createPlanFileReader(gate: Gate): PlanFileReader {
  return (bytes) =>
    gate(async () => {
      const answer = await runChild(bytes)
      if (answer.type === 'unreadable') throw new ApiError('file-unreadable')
      const { axes, cover, update, unplaced } = answer
      return { axes, cover, update: new Uint8Array(Buffer.from(update, 'base64')), unplaced }
    })
}

async function runChild(bytes: Uint8Array): Promise<PlanFileAnswer> {
  const path = fileURLToPath(new URL('./plan-file-child.ts', import.meta.url))
  const child = spawn(process.execPath, [`--max-old-space-size=${heapLimitMegabytes}`, path], {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: timeLimitMs,
    killSignal: 'SIGKILL',
  })
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
    child.once('error', () => resolve(null))
  })
  // A child that ends before it has read everything says so by its exit code.
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  const [output, diagnostics, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  // Out of time or of memory, or a defect of a reader: for the person it is a file that cannot be read.
  if (exitCode !== 0) {
    throw new ApiError('file-unreadable', {
      cause: new Error(`The reader ended: ${diagnostics.slice(-2000)}`),
    })
  }
  return answerSchema.parse(JSON.parse(output))
}
