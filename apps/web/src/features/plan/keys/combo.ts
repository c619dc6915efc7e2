/** What of a keydown says which keys are down. */
type Keys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>

/** Whether these keys are a combination such as `Mod-Shift-z`: `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export function isCombo(keys: Keys, combo: string, isMac: boolean): boolean {
  const { key, modifiers } = partsOf(combo)
  const has = (modifier: string) => modifiers.includes(modifier)
  // AltGr, which writes signs, tells itself as Ctrl and Alt on some systems.
  if (keys.getModifierState('AltGraph')) return false
  const isMod = isMac ? keys.metaKey && !keys.ctrlKey : keys.ctrlKey && !keys.metaKey
  const isNone = !keys.metaKey && !keys.ctrlKey
  if (has('Mod') ? !isMod : !isNone) return false
  if (keys.altKey !== has('Alt')) return false
  // A sign may stand on a key that asks for Shift: `/` does, on a French keyboard.
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key)
  if (!isSign && keys.shiftKey !== has('Shift')) return false
  if (keys.key.toLowerCase() === key.toLowerCase()) return true
  // With Option, a Mac says the sign that the letter would write.
  return has('Alt') && key.length === 1 && keys.code === `Key${key.toUpperCase()}`
}

/** The names of the keys of a combination, as they are printed on a keyboard. */
export function keyNames(combo: string, isMac: boolean, names: Record<NamedKey, string>): string[] {
  const { key, modifiers } = partsOf(combo)
  const signs: Record<string, string> = isMac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: names.Shift }
  return [...modifiers.map((modifier) => signs[modifier] ?? modifier), nameOf(key, names)]
}

export type NamedKey = 'Shift' | 'Enter' | 'Backspace' | 'Delete' | 'Escape'

function nameOf(key: string, names: Record<NamedKey, string>): string {
  switch (key) {
    case 'Enter':
    case 'Backspace':
    case 'Delete':
    case 'Escape':
      return names[key]
    default:
      return arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  }
}

const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** A minus sign parts the keys; none of ours is one. */
function partsOf(combo: string): { key: string; modifiers: string[] } {
  const parts = combo.split('-')
  return { key: parts.at(-1) ?? '', modifiers: parts.slice(0, -1) }
}
