import type { ProjectId } from '@concerte/api'

import { ApiError } from '../api-error.ts'
import type { StoredRows } from '../plan.ts'
import type { SealedFile } from '../storage/validation-port.ts'
import type { Gate } from './gate.ts'
import { runThread } from './run-thread.ts'

export type SealedFilesRequest = {
  rows: StoredRows
  projectId: ProjectId
  revision: number
  sealedAt: string
}
export type SealedFilesReply =
  | { type: 'made'; sha256: string; files: SealedFile[] }
  | { type: 'unsupported-characters'; characters: string[] }

/** `sha256`: of the plan that the files are of. */
export type SealedFilesMaker = (
  request: SealedFilesRequest,
) => Promise<{ sha256: string; files: SealedFile[] }>

/** Makes the files of a plan that is about to be sealed. @throws ApiError `pdf-unsupported-character`, `export-failed` */
export function createSealedFilesMaker(gate: Gate): SealedFilesMaker {
  return async (request) => {
    const reply = await gate(() => make(request))
    if (reply.type === 'made') return reply
    throw new ApiError('pdf-unsupported-character', { detail: reply.characters.join(' ') })
  }
}

async function make(request: SealedFilesRequest): Promise<SealedFilesReply> {
  try {
    return await runThread(new URL('./sealed-files-thread.ts', import.meta.url), request)
  } catch (cause) {
    throw new ApiError('export-failed', { cause })
  }
}
