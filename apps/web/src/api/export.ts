import type { ExportFormat, ProjectId, Version } from '@concerte/api'

import { currentLocale } from '../i18n/locale.ts'
import { projectPath } from './projects.ts'
import { getFile, type RequestOptions } from './request.ts'

/** The plan, or one of its versions, as a file. Fails with `export-failed`, `pdf-unsupported-character`. */
export function exportProject(
  project: ProjectId,
  format: ExportFormat,
  version: Version['id'] | undefined,
  options?: RequestOptions,
): Promise<{ blob: Blob; name: string | null }> {
  const query = new URLSearchParams({ locale: currentLocale() })
  if (version !== undefined) query.set('version', version)
  return getFile(`${projectPath(project)}/export/${format}?${query.toString()}`, options)
}
