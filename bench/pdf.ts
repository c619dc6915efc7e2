import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { writePdf } from '@concerte/formats'

import type { Concerte } from './support/concerte.ts'
import { orleans, readSeed } from './support/plans.ts'
import { timed } from './support/samples.ts'
import type { Row } from './support/table.ts'

const runs = 7
const noSystemFonts = fileURLToPath(
  new URL('../packages/formats/src/write/pdf/no-system-fonts.conf', import.meta.url),
)

/** The whole plan as a PDF, by the writer alone and by the export route; against a document of one line. */
export async function pdf(concerte: Concerte): Promise<Row[]> {
  const project = readSeed(orleans)
  const route = `/api/projects/${orleans}/export/pdf`
  const byWriter = async () => requirePdf(await writePdf(project, { locale: 'fr' }))
  const byRoute = async () => requirePdf(await (await concerte.http.get(route)).body())
  const samples = { byWriter: [0], byRoute: [0], oneLine: [0] }
  for (let run = 0; run <= runs; run += 1) {
    samples.oneLine[run] = await timed(byOneLine)
    samples.byWriter[run] = await timed(byWriter)
    samples.byRoute[run] = await timed(byRoute)
  }
  // The first of each reads the compiler and the fonts from the disk.
  for (const list of Object.values(samples)) list.shift()
  return [
    {
      measure: 'pdf: Orléans-Tours, writer alone',
      unit: 'ms',
      samples: samples.byWriter,
      baseline: { name: 'one line of Typst, same kind of process', samples: samples.oneLine },
    },
    {
      measure: 'pdf: Orléans-Tours, over HTTP',
      unit: 'ms',
      samples: samples.byRoute,
      baseline: { name: 'writer alone', samples: samples.byWriter },
    },
  ]
}

async function byOneLine(): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('support/typst-child.ts', import.meta.url))], {
    // As the writer's own process: without the fonts of the machine.
    env: { FONTCONFIG_FILE: noSystemFonts },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  requirePdf(await buffer(child.stdout))
}

function requirePdf(bytes: Uint8Array): void {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-') throw new Error('not a PDF')
}
