import type { ExportFormat, ProjectId, Version } from '@concerte/api'

import { currentLocale } from '../i18n/locale.ts'
import { projectPath } from './projects.ts'
import { getFile, type RequestOptions } from './request.ts'

/**
 * The plan, or one of its versions, as a file; on demand with what became of its amendments. Fails with `export-failed`,
 * `pdf-unsupported-character`.
 */
export function exportProject(
  project: ProjectId,
  format: ExportFormat,
  { version, withAmendments = false }: { version?: Version['id'] | undefined; withAmendments?: boolean },
  options?: RequestOptions,
): Promise<{ blob: Blob; name: string | null }> {
  const query = new URLSearchParams({ locale: currentLocale() })
  if (version !== undefined) query.set('version', version)
  if (withAmendments) query.set('annexes', 'amendments')
  return getFile(`${projectPath(project)}/export/${format}?${query.toString()}`, options)
}
