import { createPlanRooms, type PlanRooms, type UpdateLog } from '@concerte/sync'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { createAccounts, type Accounts } from './accounts/accounts.ts'
import { createAttemptLimits, type AttemptLimits } from './accounts/attempt-limits.ts'
import { createSetupToken, type SetupToken } from './accounts/setup-token.ts'
import { databasePath, keptSecret, type Config } from './config.ts'
import { createAheadOfCommit, type AheadOfCommit } from './amendments/ahead-of-commit.ts'
import { createCoverKeeper } from './cover-keeper.ts'
import { createGate } from './jobs/gate.ts'
import { createPlanDigester, type PlanDigester } from './jobs/plan-digest.ts'
import { createPlanFileReader, type PlanFileReader } from './jobs/plan-file-reader.ts'
import { createPlanRenderer, type PlanRenderer } from './jobs/plan-renderer.ts'
import { createPlanWriter, type PlanWriter } from './jobs/plan-writer.ts'
import { createSealedFilesMaker } from './jobs/sealed-files.ts'
import { tryUpdate } from './jobs/try-update.ts'
import type { Log } from './log.ts'
import { createMetrics, type Metrics } from './operations/metrics.ts'
import { createHolds, type Holds } from './sealing/holds.ts'
import { createPlanSealer, type PlanSealer } from './sealing/seal-plan.ts'
import { addSeeds } from './seeds.ts'
import { createMailer } from './notices/create-mailer.ts'
import { createMailStop, type MailStop } from './notices/mail-stop.ts'
import { createNotify, type Notify } from './notices/notify.ts'
import type { Storage } from './storage/port.ts'
import { openSqlite } from './storage/sqlite/open.ts'
import { createVersionKeeper, usualVersionTiming, type VersionTiming } from './versions/version-keeper.ts'
import { createVersions, type Versions } from './versions/versions.ts'
import { createHandshakeLimits, usualBounds, type HandshakeLimits } from './ws/handshake-limits.ts'
import { usualTiming, type LineTiming } from './ws/line-timing.ts'
import { createOpenSockets, type OpenSockets } from './ws/open-sockets.ts'

/** What the server is made of. Built here and nowhere else. */
export type Deps = {
  nowMs: () => number
  log: Log
  storage: Storage
  accounts: Accounts
  limits: AttemptLimits
  handshakes: HandshakeLimits
  setupToken: SetupToken
  rooms: PlanRooms
  holds: Holds
  aheadOfCommit: AheadOfCommit
  versions: Versions
  notify: Notify
  /** Whether e-mail goes out. */
  mailWorks: boolean
  mailStop: MailStop
  metrics: Metrics
  sockets: OpenSockets
  timing: LineTiming
  readPlanFile: PlanFileReader
  writePlan: PlanWriter
  digestPlan: PlanDigester
  sealPlan: PlanSealer
  renderPlan: PlanRenderer['render']
  webDir: string
  /** Writes what waits and closes everything, in order. */
  close(): Promise<void>
}

/** What outlives the data: another backup is restored, and attempts stay counted, links good, figures summed. */
export type Lasting = Pick<Deps, 'limits' | 'handshakes' | 'setupToken' | 'metrics'>

export function createLasting(nowMs: () => number, handshakes = usualBounds): Lasting {
  return {
    limits: createAttemptLimits(nowMs),
    handshakes: createHandshakeLimits(handshakes, nowMs),
    setupToken: createSetupToken(),
    metrics: createMetrics(),
  }
}

/** Where things stand in the repository, and what tests put in their place. */
export type Surroundings = {
  seedsDir: string
  webDir: string
  nowMs: () => number
  timing: LineTiming
  versionTiming: VersionTiming
  /** Stands between the rooms and the log of updates: tests hold commits back here. */
  wrapLog: (log: UpdateLog) => UpdateLog
}

export const surroundings: Surroundings = {
  seedsDir: fileURLToPath(new URL('../../../seeds', import.meta.url)),
  webDir: fileURLToPath(new URL('../../web/dist', import.meta.url)),
  nowMs: () => Date.now(),
  timing: usualTiming,
  versionTiming: usualVersionTiming,
  wrapLog: (log) => log,
}

/** Processes for PDFs and imports at once; each may take some 250 MB for a moment. */
const jobLimit = 2

export async function createDeps(
  config: Pick<Config, 'dataDir' | 'secret' | 'publicUrl' | 'mail'>,
  log: Log,
  { seedsDir, webDir, nowMs, timing, versionTiming, wrapLog }: Surroundings,
  lasting: Lasting = createLasting(nowMs),
): Promise<Deps> {
  const now = () => new Date(nowMs()).toISOString()
  const reportError = (error: unknown) => log.error('sync-failed', {}, error)
  const storage = await openSqlite({ path: databasePath(config.dataDir), now, reportError })
  try {
    log.info('seeded', { plans: await addSeeds(storage, seedsDir) })
    const secret = config.secret ?? keptSecret(config.dataDir)
    const accounts = createAccounts({
      database: storage.authDatabase,
      secret,
      secureCookies: config.publicUrl?.protocol === 'https:',
    })
    const covers = createCoverKeeper({ projects: storage.projects, reportError })
    const { log: updates, aheadOfCommit } = createAheadOfCommit(storage.log)
    const plainRooms = createPlanRooms({
      log: wrapLog(logged(updates, log)),
      turn: () => setImmediate(),
      onCommit(projectId, doc, roots) {
        covers.see(projectId, doc, roots)
        keeper.see(projectId)
      },
      reportError,
      tryOut: tryUpdate,
      meter: {
        ...lasting.metrics.meter,
        refusal({ code, projectId, userId }) {
          lasting.metrics.meter.refusal(code)
          log.info('refused', { code, projectId, userId })
        },
      },
    })
    const { holds, rooms } = createHolds(plainRooms)
    const gate = createGate(jobLimit)
    const versions = createVersions({
      store: storage.versions,
      log: storage.log,
      rooms,
      gate,
      nowMs,
      reportError,
    })
    const keeper = createVersionKeeper({
      versions,
      store: storage.versions,
      projects: storage.projects,
      timing: versionTiming,
      nowMs,
      later,
      reportError,
    })
    await keeper.resume()
    const mailStop = createMailStop(secret)
    const mailer =
      config.mail === null
        ? null
        : createMailer(config.mail, { notifications: storage.notifications, mailStop, nowMs, log })
    const renderer = createPlanRenderer({
      path: join(webDir, 'server', 'render-plan.js'),
      log: storage.log,
      seals: storage.seals,
      reportError: (error) => log.error('rendering-failed', {}, error),
    })
    return {
      nowMs,
      log,
      storage,
      accounts,
      ...lasting,
      rooms,
      holds,
      aheadOfCommit,
      versions,
      notify: createNotify({
        notifications: storage.notifications,
        rooms,
        isMailed: config.mail !== null,
      }),
      mailWorks: config.mail !== null,
      mailStop,
      sockets: createOpenSockets(),
      timing,
      readPlanFile: createPlanFileReader(gate),
      writePlan: createPlanWriter(gate),
      digestPlan: createPlanDigester({ log: storage.log, seals: storage.seals, gate }),
      sealPlan: createPlanSealer({
        storage,
        log: storage.log,
        versions,
        makeFiles: createSealedFilesMaker(gate),
        holds,
        now,
      }),
      renderPlan: (plan) => renderer.render(plan),
      webDir,
      async close() {
        await mailer?.close()
        keeper.close()
        await renderer.close()
        await rooms.evict()
        await versions.drain()
        await covers.drain()
        await storage.close()
      },
    }
  } catch (error) {
    await storage.close()
    throw error
  }
}

/** What is not here in time when the process ends was not needed. */
function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms).unref()
  return () => clearTimeout(timer)
}

/** Says when a plan's log became short. */
function logged(updates: UpdateLog, log: Log): UpdateLog {
  return {
    ...updates,
    async compact(projectId) {
      const start = performance.now()
      await updates.compact(projectId)
      log.debug('compacted', { projectId, ms: Math.round(performance.now() - start) })
    },
  }
}
