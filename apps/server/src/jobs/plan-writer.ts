import type { ExportFormat } from '@concerte/api'
import {
  PdfError,
  PdfGlyphError,
  writeHtml,
  writeJson,
  writeMarkdown,
  writePdf,
  type WriteOptions,
} from '@concerte/formats'
import type { Project } from '@concerte/schema'

import { ApiError } from '../api-error.ts'
import type { Gate } from './gate.ts'

type WrittenPlan = { bytes: Uint8Array<ArrayBuffer>; contentType: string }

/** Makes the file of a plan. @throws ApiError `pdf-unsupported-character`, `export-failed` */
export type PlanWriter = (
  project: Project,
  options: WriteOptions & { format: ExportFormat; signal?: AbortSignal },
) => Promise<WrittenPlan>

/** `gate` bounds how many PDF processes run at once. */
export function createPlanWriter(gate: Gate): PlanWriter {
  return async (project, { format, signal, ...options }) => {
    switch (format) {
      case 'pdf':
        return {
          bytes: await gate(() => pdf(project, options, signal)),
          contentType: 'application/pdf',
        }
      case 'html':
        return written(writeHtml(project, options), 'text/html; charset=utf-8')
      case 'md':
        return written(writeMarkdown(project, options), 'text/markdown; charset=utf-8')
      case 'json':
        return written(writeJson(project), 'application/json')
    }
  }
}

async function pdf(
  project: Project,
  options: WriteOptions,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await writePdf(project, { ...options, ...(signal !== undefined && { signal }) }))
  } catch (cause) {
    if (cause instanceof PdfGlyphError) {
      throw new ApiError('pdf-unsupported-character', { detail: cause.characters.join(' '), cause })
    }
    if (cause instanceof PdfError) throw new ApiError('export-failed', { cause })
    throw cause
  }
}

function written(text: string, contentType: string): WrittenPlan {
  return { bytes: new TextEncoder().encode(text), contentType }
}
