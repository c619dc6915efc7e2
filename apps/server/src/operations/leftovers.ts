import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { removeDatabase } from './copy-database.ts'

/** Data on their way into the place of those of now. */
export const incomingName = 'concerte-restoring.sqlite'
/** Where data stay that others took the place of. */
export const keptName = (time: string) => `concerte-before-restore-${time}.sqlite`
/** A time as file names take it. */
export const timeStamp = (ms: number) => new Date(ms).toISOString().replaceAll(/[:.]/g, '-')

/** Takes away what a restore that was killed left in the data folder. The folder must be locked. */
export function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const isHalf = name.startsWith('concerte-before-restore-') && name.endsWith('.part')
    if (name === incomingName || isHalf) removeDatabase(join(dataDir, name))
  }
}
