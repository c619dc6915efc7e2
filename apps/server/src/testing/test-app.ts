import { onTestFinished } from 'vitest'

import { createApp } from '../app.ts'
import { createDeps, surroundings, type Deps, type Surroundings } from '../deps.ts'
import type { Api } from '../http/api.ts'
import { createLog } from '../log.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { createVisitor, type Visitor } from './visitor.ts'

export type TestApp = {
  dataDir: string
  api: Api
  deps: Deps
  logged: string[]
  visit: () => Visitor
}

export const testOrigin = 'http://concerte.test'

/** The application on a real database in a folder of its own, without a socket. */
export async function setupApp(changes: Partial<Surroundings> = {}): Promise<TestApp> {
  const logged: string[] = []
  const log = createLog({ level: 'debug', now: () => '', write: (line) => logged.push(line) })
  const publicUrl = new URL(testOrigin)
  const dataDir = temporaryFolder()
  const deps = await createDeps({ dataDir, secret: 'x'.repeat(32), publicUrl, mail: null }, log, {
    ...surroundings,
    ...changes,
  })
  onTestFinished(() => deps.close())
  const api = createApp(deps, {
    publicUrl,
    allowedOrigins: new Set([testOrigin]),
    trustedProxies: 1,
    metricsToken: null,
  })
  return {
    dataDir,
    api,
    deps,
    logged,
    visit: () => createVisitor(testOrigin, async (request) => api.fetch(request, {})),
  }
}
