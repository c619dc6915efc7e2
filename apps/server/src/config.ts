import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

import { logLevels } from './log.ts'
import type { DailyHour } from './notices/daily-hour.ts'

/** How a server runs. `publicUrl` is null when PUBLIC_URL is not set: then it is http://localhost and the port that was given. */
export type Config = {
  port: number
  /** Address to listen on; undefined means all. */
  host: string | undefined
  dataDir: string
  publicUrl: URL | null
  /** Origins besides the public one whose pages may call the API: the address of the Vite server in development. */
  allowedOrigins: string[]
  /** How many reverse proxies of ours stand before the server, each adding one address to X-Forwarded-For. */
  trustedProxies: number
  logLevel: (typeof logLevels)[number]
  /** Signs the cookies; null means the one kept in the data folder. */
  secret: string | null
  /** Whoever sends it may read /metrics; null: only direct requests from this machine. */
  metricsToken: string | null
  /** [S7] Lines to plans that one address may hold at once. */
  socketsPerAddress: number
  /** [S7] Lines that one address may open in a second; five times as many at once. */
  handshakesPerSecond: number
  /** Seconds without a change after which a version is kept of what was written. */
  versionAfterSeconds: number
  /** How e-mail goes out; null: it does not. */
  mail: MailConfig | null
}

/** `from`: the sender, `Concerte <concerte@example.fr>`. `publicUrl`: where links lead. `daily`: when the daily e-mails go out. */
export type MailConfig = { smtpUrl: URL; from: string; publicUrl: URL; daily: DailyHour }

/** What can be wrong with a variable; the command's catalogue says it in words. */
const configProblems = [
  'not-a-port',
  'port-in-use',
  'not-an-origin',
  'not-a-count',
  'not-a-bound',
  'not-a-level',
  'not-smtp',
  'not-a-sender',
  'not-an-hour',
  'not-a-time-zone',
  'needed-for-mail',
  'secret-too-short',
  'token-too-short',
  'folder-unusable',
  'folder-in-use',
  'secret-damaged',
] as const
export type ConfigProblem = (typeof configProblems)[number]

/** Variables of the environment that cannot be used. `detail`: the path or the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly { variable: string; problem: ConfigProblem; detail?: string }[]
  constructor(problems: ConfigError['problems'], options?: ErrorOptions) {
    super(problems.map(({ variable, problem }) => `${variable}: ${problem}`).join(', '), options)
    this.problems = problems
  }
}

const portProblem = 'not-a-port' satisfies ConfigProblem
const countProblem = 'not-a-count' satisfies ConfigProblem
const boundProblem = 'not-a-bound' satisfies ConfigProblem
const smtpProblem = 'not-smtp' satisfies ConfigProblem
const hourProblem = 'not-an-hour' satisfies ConfigProblem
const originProblem = 'not-an-origin' satisfies ConfigProblem

/** `https://plans.example.fr`: scheme, host and port, nothing after them. */
const originSchema = z
  .url({ protocol: /^https?$/, error: originProblem })
  .transform((url) => new URL(url))
  .refine((url) => url.href === `${url.origin}/`, { error: originProblem })

/** An address, or a name and an address in angle brackets. */
const senderPattern = /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/

/** How many of something are let in. */
const boundSchema = z.coerce.number({ error: boundProblem }).int(boundProblem).min(1, boundProblem)

const environmentSchema = z.object({
  PORT: z.coerce
    .number({ error: portProblem })
    .int(portProblem)
    .min(0, portProblem)
    .max(65_535, portProblem)
    .default(4000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: originSchema.optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((item) => item !== ''))
    .pipe(z.array(originSchema.transform((url) => url.origin)))
    .default([]),
  TRUST_PROXY: z.coerce
    .number({ error: countProblem })
    .int(countProblem)
    .min(0, countProblem)
    .max(10, countProblem)
    .default(0),
  SOCKETS_PER_ADDRESS: boundSchema.default(2_000),
  HANDSHAKES_PER_SECOND: boundSchema.default(200),
  VERSION_AFTER_SECONDS: boundSchema.default(600),
  LOG_LEVEL: z.enum(logLevels, { error: 'not-a-level' satisfies ConfigProblem }).default('info'),
  SECRET: z
    .string()
    .min(32, 'secret-too-short' satisfies ConfigProblem)
    .optional(),
  METRICS_TOKEN: z
    .string()
    .min(16, 'token-too-short' satisfies ConfigProblem)
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: smtpProblem })
    .transform((url) => new URL(url))
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(senderPattern, { error: 'not-a-sender' satisfies ConfigProblem })
    .optional(),
  MAIL_HOUR: z.coerce
    .number({ error: hourProblem })
    .int(hourProblem)
    .min(0, hourProblem)
    .max(23, hourProblem)
    .default(7),
  MAIL_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'not-a-time-zone' satisfies ConfigProblem })
    .default('Europe/Paris'),
})
const problemSchema = z.enum(configProblems)

/** Reads the configuration from the environment; empty values count as absent. @throws ConfigError */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(given)
  if (!result.success) {
    throw new ConfigError(
      result.error.issues.map(({ path, message }) => ({
        variable: String(path[0]),
        problem: problemSchema.parse(message),
      })),
    )
  }
  const values = result.data
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    publicUrl: values.PUBLIC_URL ?? null,
    allowedOrigins: values.ALLOWED_ORIGINS,
    trustedProxies: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    secret: values.SECRET ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    socketsPerAddress: values.SOCKETS_PER_ADDRESS,
    handshakesPerSecond: values.HANDSHAKES_PER_SECOND,
    versionAfterSeconds: values.VERSION_AFTER_SECONDS,
    mail: mailConfig(values),
  }
}

/** @throws ConfigError when e-mail is to go out and what it needs is not said: its sender, where its links lead */
function mailConfig(values: z.infer<typeof environmentSchema>): MailConfig | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, PUBLIC_URL: publicUrl } = values
  if (smtpUrl === undefined) return null
  if (from === undefined || publicUrl === undefined) {
    const needed = [from === undefined && 'MAIL_FROM', publicUrl === undefined && 'PUBLIC_URL']
    throw new ConfigError(
      needed
        .filter((variable) => variable !== false)
        .map((variable) => ({ variable, problem: 'needed-for-mail' })),
    )
  }
  return { smtpUrl, from, publicUrl, daily: { hour: values.MAIL_HOUR, timeZone: values.MAIL_TIME_ZONE } }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export function databasePath(dataDir: string): string {
  return join(dataDir, 'concerte.sqlite')
}

/** What this process writes from now on is for its owner alone, in a data folder that others may enter too. */
export function keepFilesPrivate(): void {
  process.umask(0o077)
}

/** Makes the data folder, readable by its owner alone, and sees that it can be written in. @throws ConfigError */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    // A read-only or full disk is named here; later it would be some failure of the database.
    const probe = join(dataDir, `write-test-${process.pid}`)
    writeFileSync(probe, 'x', { mode: 0o600 })
    rmSync(probe)
  } catch (cause) {
    throw new ConfigError([{ variable: 'DATA_DIR', problem: 'folder-unusable', detail: dataDir }], { cause })
  }
}

/** The secret kept in the data folder, made at the first call. One process at a time: the server's lock is held. */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  // An empty file is what a full disk or a power cut left of the first start: nothing was ever signed with it.
  if (readIfThere(path) === '') {
    const unfinished = `${path}.new`
    writeFileSync(unfinished, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    renameSync(unfinished, path)
  }
  const secret = readIfThere(path)
  if (secret.length < 32) {
    throw new ConfigError([{ variable: 'DATA_DIR', problem: 'secret-damaged', detail: path }])
  }
  return secret
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}
