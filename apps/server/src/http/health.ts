import type { Storage } from '../storage/port.ts'
import type { Api } from './api.ts'

/** For whoever watches the server: 200 while the database answers, else 503. */
export function addHealth(api: Api, storage: Pick<Storage, 'check'>): void {
  api.get('/healthz', async (c) => {
    const isWell = await storage.check().then(
      () => true,
      () => false,
    )
    return c.json({ status: isWell ? 'ok' : 'unavailable' }, isWell ? 200 : 503)
  })
}
