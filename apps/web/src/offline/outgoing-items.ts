/*
 * What was said and not sent yet, an item each in localStorage: it is there before the next line runs, whatever becomes of the page,
 * and two pages that write at once take nothing from each other.
 */

const prefix = 'concerte.outgoing.'

export function outgoingKey(userId: string, id: string): string {
  return `${prefix}${userId}.${id}`
}

/** The keys of one person, in no order; none where storage is refused. */
export function outgoingKeys(userId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${userId}.`))
  } catch {
    return []
  }
}

/** When the person signs out. */
export function eraseOutgoing(userId: string): void {
  for (const key of outgoingKeys(userId)) localStorage.removeItem(key)
}
