import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

import { logLevels } from './log.ts'

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
}

/** A variable of the environment that cannot be used. The message names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const originSchema = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
  .transform((url) => new URL(url))

const environmentSchema = z.object({
  PORT: z.coerce
    .number({ error: 'is not a port number' })
    .int('is not a port number')
    .min(0, 'is not a port number')
    .max(65_535, 'is not a port number')
    .default(4000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: originSchema
    .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '', {
      error: 'must be a bare origin, such as https://plans.example.fr, without a path',
    })
    .optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    )
    .pipe(z.array(originSchema.transform((url) => url.origin)))
    .default([]),
  TRUST_PROXY: z.coerce
    .number({ error: 'is not a number of proxies' })
    .int('is not a number of proxies')
    .min(0, 'is not a number of proxies')
    .max(10, 'is not a number of proxies')
    .default(0),
  LOG_LEVEL: z.enum(logLevels, { error: `is not one of ${logLevels.join(', ')}` }).default('info'),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
})

/** Reads the configuration from the environment; empty values count as absent. @throws ConfigError */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(given)
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `${issue.path[0]?.toString() ?? '?'} ${issue.message}`,
    )
    throw new ConfigError(problems.join('\n'))
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
  }
}

/** Makes the data folder, readable by its owner alone. @throws ConfigError */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new ConfigError(`DATA_DIR cannot be made: ${dataDir}`, { cause })
  }
}

/** The secret kept in the data folder, made at the first call. */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  try {
    // `wx`: of two processes that start at once, one writes and the other reads what it wrote.
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < 32) throw new ConfigError(`DATA_DIR holds a damaged secret: ${path}`)
  return secret
}
