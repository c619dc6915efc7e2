import type { ExportFormat } from '@concerte/api'
import { lineToPlain, type Project } from '@concerte/schema'

/** Characters that some file system or header refuses. */
const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu
const longestName = 150

/** A good name for the file of a plan: «Projet académique – Académie de Lille – 2025-2029.pdf». */
export function exportName(
  { cover }: Pick<Project, 'cover'>,
  options: { format: ExportFormat; versionName?: string | undefined },
): string {
  const { format, versionName } = options
  const period = cover.period === undefined ? '' : `${cover.period.start}-${cover.period.end}`
  const parts = [lineToPlain(cover.title), lineToPlain(cover.academy), period, versionName ?? '']
    .map((part) => part.replaceAll(forbidden, ' ').replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
  // Code points, so that the cut never halves one.
  const characters = Array.from(parts.join(' – ') || 'Projet académique')
  const extension = format === 'json' ? 'project.json' : format
  return `${characters.slice(0, longestName).join('')}.${extension}`
}
