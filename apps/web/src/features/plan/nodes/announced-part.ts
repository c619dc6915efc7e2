const prefix = 'announced-'

/** The part of the page that announces an action, or the actions of a group; the action itself is the part of its own id. */
export function announcedPart(node: string): string {
  return prefix + node
}

/** The node that a part announces; null when it is another part. */
export function announcedBy(part: string): string | null {
  return part.startsWith(prefix) ? part.slice(prefix.length) : null
}
