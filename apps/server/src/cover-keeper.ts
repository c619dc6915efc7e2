import { projectIdSchema } from '@concerte/api'
import { coverSummary } from '@concerte/schema'
import type * as Y from 'yjs'

import type { CoverSummary, ProjectStore } from './storage/port.ts'

/** Keeps the copy of each plan's cover that lists show. */
export type CoverKeeper = {
  /** Called after every commit, with the root types that it changed; writes only when the cover is another one. */
  see(projectId: string, doc: Y.Doc, roots: ReadonlySet<string>): void
  /** Resolves when nothing waits to be written. */
  drain(): Promise<void>
}

export function createCoverKeeper(options: {
  projects: Pick<ProjectStore, 'setCover'>
  reportError: (error: unknown) => void
}): CoverKeeper {
  const { projects, reportError } = options
  /** The last cover of each plan that was handed to the store, as text. */
  const known = new Map<string, string>()
  /** Plans whose cover could not be written. */
  const unwritten = new Set<string>()
  let writing: Promise<void> = Promise.resolve()

  async function write(projectId: string, cover: CoverSummary): Promise<void> {
    try {
      await projects.setCover(projectIdSchema.parse(projectId), cover)
    } catch (error) {
      // The next commit, whatever it is of, tries again; until then lists show the former title.
      known.delete(projectId)
      unwritten.add(projectId)
      reportError(error)
    }
  }

  return {
    see(projectId, doc, roots) {
      if (!unwritten.delete(projectId) && ![...roots].some(isOfCover)) return
      const cover = coverSummary(doc)
      const text = JSON.stringify(cover)
      if (known.get(projectId) === text) return
      known.set(projectId, text)
      // One after another, so that an older cover never overwrites a newer one.
      writing = writing.then(() => write(projectId, cover))
    },
    drain: () => writing,
  }
}

/** The cover's texts are roots of their own, its other values are the project's. */
function isOfCover(root: string): boolean {
  return root === 'project' || root.startsWith('cover.')
}
