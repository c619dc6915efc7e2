import { readJson, readText } from '@concerte/formats'
import type { NodeId, Project } from '@concerte/schema'

/**
 * A file of a plan, by its first character: a project in JSON begins with a brace, the text of a plan never does.
 * `makeId` makes the ids of what a text holds; without it they are readable names, the same for the same text.
 */
export function readPlanBytes(
  bytes: Uint8Array,
  makeId?: () => NodeId,
): {
  project: Project
  unplaced: { line: number; text: string }[]
} {
  if (looksLikeJson(bytes)) return { project: readJson(bytes), unplaced: [] }
  const { project, unplaced } = readText(bytes, makeId === undefined ? {} : { makeId })
  return { project, unplaced }
}

function looksLikeJson(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart().startsWith('{')
}
