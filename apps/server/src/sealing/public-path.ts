import type { ExportFormat, ProjectId } from '@concerte/api'

/** What the files of a sealed plan are called, and what they are. */
export const publicFiles: Record<ExportFormat, { name: string; type: string }> = {
  html: { name: 'HTML', type: 'text/html; charset=utf-8' },
  pdf: { name: 'PDF', type: 'application/pdf' },
  md: { name: 'Markdown', type: 'text/markdown; charset=utf-8' },
  json: { name: 'JSON', type: 'application/json' },
}

/** Where a sealed revision stands for everyone, and the files beside it. */
export function publicPath(projectId: ProjectId, revision: number, format: ExportFormat = 'html'): string {
  const page = `/public/${projectId}/${revision}`
  return format === 'html' ? page : `${page}/projet.${format}`
}
