import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { ConfigError, keptSecret, prepareDataDir, readConfig } from './config.ts'
import { lockDataDir } from './server-lock.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('an empty environment gives a server for this machine', () => {
  expect(readConfig({ PORT: '', SECRET: undefined })).toMatchObject({
    port: 4000,
    publicUrl: null,
    allowedOrigins: [],
    trustedProxies: 0,
    logLevel: 'info',
    secret: null,
    metricsToken: null,
    socketsPerAddress: 2_000,
    handshakesPerSecond: 200,
    versionAfterSeconds: 600,
    mail: null,
  })
})

test('every variable is read', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '127.0.0.1',
    DATA_DIR: '/srv/concerte',
    PUBLIC_URL: 'https://plans.example.fr/',
    ALLOWED_ORIGINS: 'http://localhost:5173, http://127.0.0.1:5173/',
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
    SECRET: 's'.repeat(32),
    METRICS_TOKEN: 'm'.repeat(16),
    SOCKETS_PER_ADDRESS: '500',
    HANDSHAKES_PER_SECOND: '50',
    VERSION_AFTER_SECONDS: '30',
    SMTP_URL: 'smtps://concerte:secret@mail.example.fr/',
    MAIL_FROM: 'Concerte <concerte@example.fr>',
    MAIL_HOUR: '18',
    MAIL_TIME_ZONE: 'Indian/Reunion',
  })
  expect(JSON.parse(JSON.stringify(config))).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDir: '/srv/concerte',
    publicUrl: 'https://plans.example.fr/',
    allowedOrigins: ['http://localhost:5173', 'http://127.0.0.1:5173'],
    trustedProxies: 1,
    logLevel: 'warn',
    secret: 's'.repeat(32),
    metricsToken: 'm'.repeat(16),
    socketsPerAddress: 500,
    handshakesPerSecond: 50,
    versionAfterSeconds: 30,
    mail: {
      smtpUrl: 'smtps://concerte:secret@mail.example.fr/',
      from: 'Concerte <concerte@example.fr>',
      publicUrl: 'https://plans.example.fr/',
      daily: { hour: 18, timeZone: 'Indian/Reunion' },
    },
  })
})

test.each([
  ['PORT', 'http', 'not-a-port'],
  ['PORT', '70000', 'not-a-port'],
  ['PORT', '80.5', 'not-a-port'],
  ['PUBLIC_URL', 'plans.example.fr', 'not-an-origin'],
  ['PUBLIC_URL', 'https://example.fr/plans', 'not-an-origin'],
  ['PUBLIC_URL', 'ftp://example.fr', 'not-an-origin'],
  ['ALLOWED_ORIGINS', 'http://localhost:5173,*', 'not-an-origin'],
  ['TRUST_PROXY', 'yes', 'not-a-count'],
  ['SOCKETS_PER_ADDRESS', '0', 'not-a-bound'],
  ['HANDSHAKES_PER_SECOND', 'many', 'not-a-bound'],
  ['LOG_LEVEL', 'loud', 'not-a-level'],
  ['SECRET', 'short', 'secret-too-short'],
  ['METRICS_TOKEN', 'short', 'token-too-short'],
  ['SMTP_URL', 'mail.example.fr', 'not-smtp'],
  ['SMTP_URL', 'https://mail.example.fr', 'not-smtp'],
  ['MAIL_FROM', 'Concerte', 'not-a-sender'],
  ['MAIL_FROM', 'Concerte <a@example.fr>\r\nBcc: b@example.fr', 'not-a-sender'],
  ['MAIL_HOUR', '24', 'not-an-hour'],
  ['MAIL_TIME_ZONE', 'Europe/Nowhere', 'not-a-time-zone'],
])('%s=%s is refused by name', (variable, value, problem) => {
  expect(() => readConfig({ [variable]: value })).toThrow(`${variable}: ${problem}`)
})

test('e-mail does not go out without a sender and an address for its links', () => {
  const smtp = { SMTP_URL: 'smtp://localhost:25' }
  expect(() => readConfig(smtp)).toThrow('MAIL_FROM: needed-for-mail, PUBLIC_URL: needed-for-mail')
  const sender = { ...smtp, MAIL_FROM: 'concerte@example.fr' }
  expect(() => readConfig(sender)).toThrow(/^PUBLIC_URL: needed-for-mail$/)
  expect(readConfig({ ...sender, PUBLIC_URL: 'https://plans.example.fr' }).mail).toMatchObject({
    daily: { hour: 7, timeZone: 'Europe/Paris' },
  })
})

test('the kept secret is made once, for its owner alone', () => {
  const dataDir = join(temporaryFolder(), 'data')
  prepareDataDir(dataDir)
  const secret = keptSecret(dataDir)
  expect(secret).toHaveLength(43)
  expect(keptSecret(dataDir)).toBe(secret)
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(secret)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
})

test('a damaged secret and a folder that cannot be made are named', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'secret'), 'x')
  expect(() => keptSecret(folder)).toThrow(ConfigError)
  expect(() => prepareDataDir(join(folder, 'secret', 'data'))).toThrow('DATA_DIR: folder-unusable')
})

test('a data folder in which nothing can be written is named', () => {
  expect(() => prepareDataDir('/proc')).toThrow('DATA_DIR: folder-unusable')
})

test('an empty secret, as a first start on a full disk leaves it, is made anew', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'secret'), '')
  expect(keptSecret(folder)).toHaveLength(43)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('a data folder takes one server at a time', () => {
  const dataDir = join(temporaryFolder(), 'data')
  mkdirSync(dataDir)
  const unlock = lockDataDir(dataDir)
  expect(() => lockDataDir(dataDir)).toThrow('DATA_DIR: folder-in-use')
  unlock()
  lockDataDir(dataDir)()
})
