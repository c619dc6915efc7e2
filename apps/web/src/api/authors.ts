import { authorListSchema, type ProjectId } from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { projectPath } from './projects.ts'
import { getJson } from './request.ts'

/** Who wrote in a plan, and under which client ids of its document. */
export const authorsQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'authors'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/authors`, authorListSchema, { signal }),
    select: (answer) => answer.people,
  })
