import type { ProjectId } from '@concerte/api'
import { createSyncClient, type SyncClient, type SyncClientOptions } from '@concerte/sync'
import { onTestFinished } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

import { readConfig } from '../config.ts'
import type { Surroundings } from '../deps.ts'
import { serve, type RunningServer } from '../main.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { createVisitor, type Visitor } from './visitor.ts'

export type TestServer = RunningServer & { dataDir: string; visit: () => Visitor }

/** A real server on a free port, on a data folder of its own or on one given. */
export async function setupServer(
  options: { dataDir?: string; changes?: Partial<Surroundings>; environment?: Record<string, string> } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? temporaryFolder()
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...options.environment })
  const server = await serve(config, options.changes)
  onTestFinished(() => server.close())
  return { ...server, dataDir, visit: () => createVisitor(server.url, (request) => fetch(request)) }
}

/** The token of the set-up link. */
export function setupToken({ setupUrl }: Pick<RunningServer, 'setupUrl'>): string {
  return new URL(setupUrl ?? '').hash.slice(1)
}

/** A stock y-websocket client in a plan, as a browser of this visitor would open it. */
export function joinPlan(
  server: Pick<RunningServer, 'port'>,
  visitor: Visitor,
  projectId: ProjectId,
): { doc: Y.Doc; provider: WebsocketProvider } {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`ws://localhost:${server.port}/sync`, projectId, doc, {
    WebSocketPolyfill: browserSocket(`http://localhost:${server.port}`, visitor.cookie),
    // Two clients of one process would else speak past the server.
    disableBc: true,
  })
  onTestFinished(() => {
    provider.destroy()
    doc.destroy()
  })
  return { doc, provider }
}

/** Our own client in a plan, which is told what is saved; `through` a proxy's port, in place of the server's. */
export function joinPlanAsApp(
  server: Pick<RunningServer, 'port'>,
  visitor: Visitor,
  projectId: ProjectId,
  { through, ...options }: { through?: number } & Pick<SyncClientOptions, 'waits' | 'network'> = {},
): { doc: Y.Doc; awareness: WebsocketProvider['awareness']; client: SyncClient } {
  const doc = new Y.Doc()
  const url = `ws://localhost:${server.port}/sync`
  // For its awareness alone: it never connects.
  const stock = new WebsocketProvider(url, projectId, doc, { connect: false, disableBc: true })
  const { awareness } = stock
  stock.destroy()
  const origin = `http://localhost:${server.port}`
  const client = createSyncClient({
    ...options,
    url: `ws://localhost:${through ?? server.port}/sync/${projectId}`,
    doc,
    awareness,
    webSocket: browserSocket(origin, visitor.cookie),
    fetch: browserFetch(origin, visitor.cookie),
  })
  onTestFinished(() => {
    client.close()
    awareness.destroy()
  })
  return { doc, awareness, client }
}

/** Resolves when everything that this client wrote is durable. */
export function saved(client: SyncClient): Promise<void> {
  return untilTold(client, () => client.state.type === 'saved')
}

/** Resolves when a client satisfies a condition, now or after some change. */
export function untilTold(client: SyncClient, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => condition() && resolve()
    client.subscribe(look)
    look()
  })
}

/** A WebSocket that sends what a browser would: the Origin of the page and its cookies. */
export function browserSocket(origin: string, cookie: string): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { origin, ...(cookie !== '' && { cookie }) } })
    }
  }
}

/** A fetch that sends the same. */
export function browserFetch(origin: string, cookie: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('origin', origin)
    headers.set('cookie', cookie)
    return fetch(input, { ...init, headers })
  }
}

/** Resolves when the provider has the plan. */
export function synced(provider: WebsocketProvider): Promise<void> {
  if (provider.synced) return Promise.resolve()
  return new Promise((resolve) => {
    provider.on('sync', (isSynced: boolean) => isSynced && resolve())
  })
}

/** Resolves when the document satisfies a condition, now or after some update. */
export function until(doc: Y.Doc, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!condition()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
