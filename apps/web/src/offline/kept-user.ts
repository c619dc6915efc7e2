import { userSchema, type User } from '@concerte/api'

const storageKey = 'concerte.user'

/** Who was signed in here last, and has not signed out: whose plans may be read without a network. */
export function keptUser(): User | null {
  try {
    const text = localStorage.getItem(storageKey)
    return text === null ? null : (userSchema.safeParse(JSON.parse(text)).data ?? null)
  } catch {
    // Storage refused, or written by something else: nobody is known here.
    return null
  }
}

export function keepUser(user: User | null): void {
  try {
    if (user === null) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, JSON.stringify(user))
  } catch {
    // Storage refused: without a network, nobody is known here.
  }
}
