import { trailSchema, type ProjectId } from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import type { Locale } from '../i18n/locale.ts'
import { projectPath } from './projects.ts'
import { getJson } from './request.ts'

/** Who did what in a plan and when, the newest first. Fails with `forbidden` for all but leads. */
export const trailQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'trail'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/trail`, trailSchema, { signal }),
    select: (answer) => answer.entries,
  })

/** Where the browser fetches the trail as a table. */
export function trailTablePath(project: ProjectId, locale: Locale): string {
  return `${projectPath(project)}/trail?format=csv&locale=${locale}`
}
