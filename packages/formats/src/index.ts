export { ProjectJsonError, type ProjectJsonErrorCode } from './project-json.ts'
export { readJson } from './read/json.ts'
export {
  NotTextError,
  readText,
  type MakeNodeId,
  type ReadResult,
  type ReadTextOptions,
  type SourceLine,
} from './read/text.ts'

export { writeHtml } from './write/html.ts'
export { writeJson } from './write/json.ts'
export { writeMarkdown } from './write/markdown.ts'
export { PdfError, PdfGlyphError, writePdf, type PdfErrorCode, type PdfOptions } from './write/pdf.ts'
export type { AmendmentRow, Annexes, Edition, WriteLocale, WriteOptions } from './write/words.ts'
