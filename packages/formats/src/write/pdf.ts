import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import type { Project } from '@concerte/schema'

import { printProject } from './print-project.ts'
import type { WriteOptions } from './words.ts'

/** `signal` ends the work early. `timeLimit` in milliseconds, 30 seconds unless told. */
export type PdfOptions = WriteOptions & { signal?: AbortSignal; timeLimit?: number }

export type PdfErrorCode = 'pdf-failed' | 'pdf-timeout' | 'pdf-unsupported-character'

export class PdfError extends Error {
  override readonly name: string = 'PdfError'
  readonly code: PdfErrorCode

  constructor(code: PdfErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Characters that no font has: an accessible PDF may not show an empty box in their place. */
export class PdfGlyphError extends PdfError {
  override readonly name = 'PdfGlyphError'
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super('pdf-unsupported-character', `no font has ${characters.join(' ')}`)
    this.characters = characters
  }
}

const defaultTimeLimit = 30_000
const heapLimitMegabytes = 256

/**
 * The whole plan as a PDF/UA-1 file: tagged, in French, with a title, bookmarks and embedded fonts. Runs in a process
 * of its own. Rejects with {@link PdfGlyphError}, {@link PdfError}, or the reason of the aborted signal.
 */
export async function writePdf(project: Project, options: PdfOptions): Promise<Uint8Array> {
  const plan = JSON.stringify(printProject(project, options), (key, value: unknown) =>
    typeof value === 'string' && key !== 'link' ? withBreaks(value) : value,
  )
  const timeout = AbortSignal.timeout(options.timeLimit ?? defaultTimeLimit)
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal])
  const outcome = await compile(plan, signal)
  options.signal?.throwIfAborted()
  if (outcome.exitCode === 0) return outcome.output
  if (timeout.aborted) throw new PdfError('pdf-timeout', 'the PDF took too long')
  const characters = unsupportedCharacters(outcome.diagnostics)
  if (characters.length > 0) throw new PdfGlyphError(characters)
  throw new PdfError('pdf-failed', outcome.diagnostics)
}

type Outcome = { exitCode: number | null; output: Uint8Array; diagnostics: string }

async function compile(plan: string, signal: AbortSignal): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heapLimitMegabytes}`, pathOf('./pdf/compile-child.ts')],
    {
      // Nothing of the parent's environment, and no font of the machine: the same plan looks the same everywhere.
      env: { FONTCONFIG_FILE: pathOf('./pdf/no-system-fonts.conf') },
      stdio: ['pipe', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    },
  )
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
    // An abort and a failed start both come here; the exit code and the diagnostics tell what the caller needs.
    child.once('error', () => resolve(null))
  })
  // The child may die before it has read everything; its exit code says so, not the broken pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(plan)
  const [output, diagnostics, exitCode] = await Promise.all([buffer(child.stdout), text(child.stderr), exit])
  return { output, diagnostics, exitCode }
}

const glyphDiagnostic = /the text `\\?"(.*?)\\?"` could not be displayed/gu
const escapedCharacter = /\\+u\{([0-9a-f]+)\}/gu

function unsupportedCharacters(diagnostics: string): string[] {
  const characters = [...diagnostics.matchAll(glyphDiagnostic)].map(([, shown = '']) =>
    shown.replaceAll(escapedCharacter, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  )
  return [...new Set(characters)]
}

/** The text with places to break it in words that no line could hold, and none before the short end of «CNR-E». */
function withBreaks(value: string): string {
  return value
    .replaceAll(/\S{30}(?=\S{10})(?!\p{M})/gu, '$&\u200b')
    .replaceAll(/-(?=\p{L}{1,2}(?!\p{L}))/gu, '-\u2060')
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}
