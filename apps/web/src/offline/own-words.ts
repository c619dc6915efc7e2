/*
 * Words of a person that the server does not have yet, beside those of plans: comments on their way, an item each, and amendments that are
 * being written, an item a plan. In localStorage: they are there before the next line runs, whatever becomes of the page, and two pages
 * that write at once take nothing from each other.
 */

const outgoing = 'concerte.outgoing.'
const drafts = 'concerte.amendments.'

export function outgoingKey(userId: string, id: string): string {
  return `${outgoing}${userId}.${id}`
}

export function draftsKey(userId: string, projectId: string): string {
  return `${drafts}${userId}.${projectId}`
}

/** The keys of what one person said and is not sent yet, in no order; none where storage is refused. */
export function outgoingKeys(userId: string): string[] {
  return keysFrom(`${outgoing}${userId}.`)
}

/** Whether words of a person are nowhere else. */
export function hasOwnWords(userId: string): boolean {
  return ownKeys(userId).length > 0
}

/** When the person signs out. */
export function eraseOwnWords(userId: string): void {
  for (const key of ownKeys(userId)) localStorage.removeItem(key)
}

function ownKeys(userId: string): string[] {
  return [...outgoingKeys(userId), ...keysFrom(`${drafts}${userId}.`)]
}

function keysFrom(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}
