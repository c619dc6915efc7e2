/** The key in localStorage: a person's habit at this device, not a setting of the plan. */
const storageKey = 'concerte.typography'
const listeners = new Set<() => void>()
let current: boolean | undefined

/** Whether typed signs take the form and the spaces of French typography. On until someone turns it off. */
export const typographyPreference = {
  isOn: (): boolean => {
    current ??= stored()
    return current
  },
  set: (isOn: boolean): void => {
    current = isOn
    try {
      localStorage.setItem(storageKey, isOn ? 'on' : 'off')
    } catch {
      // Storage can be refused (private windows, policies): the choice then holds for this page only.
    }
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function stored(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}
