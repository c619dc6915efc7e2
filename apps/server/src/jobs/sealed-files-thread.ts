// Makes the files of a sealed plan beside the event loop; the PDF runs in a process of its own.
import { PdfGlyphError, writeHtml, writeJson, writeMarkdown, writePdf } from '@concerte/formats'
import { readProject } from '@concerte/schema'
import { parentPort, workerData } from 'node:worker_threads'

import { openStoredRows } from '../plan.ts'
import { planHash } from '../storage/plan-hash.ts'
import { sha256Of } from '../storage/sha256-of.ts'
import type { SealedFile } from '../storage/validation-port.ts'
import { publicFiles, publicPath } from '../sealing/public-path.ts'
import type { SealedFilesReply, SealedFilesRequest } from './sealed-files.ts'

/** In ms. A plan a hundred times as long as the longest known takes half a minute. */
const pdfTimeLimit = 180_000

const { rows, projectId, revision, sealedAt }: SealedFilesRequest = workerData
const project = readProject(openStoredRows(rows))
const sha256 = planHash(project)
const locale = 'fr'

parentPort?.postMessage(await makeFiles())

async function makeFiles(): Promise<SealedFilesReply> {
  try {
    const beside = [
      file('pdf', await writePdf(project, { locale, timeLimit: pdfTimeLimit })),
      file('md', writeMarkdown(project, { locale })),
      file('json', writeJson(project)),
    ]
    const files = beside.map(({ format, bytes }) => ({
      ...publicFiles[format],
      href: publicPath(projectId, revision, format),
      size: bytes.byteLength,
    }))
    const html = writeHtml(project, { locale, edition: { revision, sealedAt, sha256, files } })
    return { type: 'made', sha256, files: [file('html', html), ...beside] }
  } catch (error) {
    if (error instanceof PdfGlyphError) {
      return { type: 'unsupported-characters', characters: [...error.characters] }
    }
    throw error
  }
}

function file(format: SealedFile['format'], content: string | Uint8Array): SealedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { format, bytes, sha256: sha256Of(bytes) }
}
