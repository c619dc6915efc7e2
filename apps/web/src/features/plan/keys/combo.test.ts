import { expect, it } from 'vitest'

import { isCombo, keyNames } from './combo.ts'

const keys = (key: string, held: string[] = [], code = '') => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  getModifierState: (name: string) => held.includes(name),
})

it('a combination is met by its own keys, on a Mac by Cmd in the place of Ctrl', () => {
  expect(isCombo(keys('f', ['ctrl']), 'Mod-f', false)).toBe(true)
  expect(isCombo(keys('F', ['ctrl']), 'Mod-f', false)).toBe(true)
  expect(isCombo(keys('f', ['meta']), 'Mod-f', true)).toBe(true)
  for (const held of [[], ['meta'], ['ctrl', 'shift'], ['ctrl', 'alt']]) {
    expect(isCombo(keys('f', held), 'Mod-f', false)).toBe(false)
  }
  expect(isCombo(keys('f', ['ctrl']), 'Mod-f', true)).toBe(false)
})

it('a sign is met with Shift where the keyboard asks for it, and a letter is not', () => {
  expect(isCombo(keys('/', ['ctrl', 'shift']), 'Mod-/', false)).toBe(true)
  expect(isCombo(keys('/', ['ctrl']), 'Mod-/', false)).toBe(true)
  expect(isCombo(keys('z', ['ctrl', 'shift']), 'Mod-z', false)).toBe(false)
})

it('AltGr, which writes signs, is no combination with Ctrl and Alt', () => {
  expect(isCombo(keys('c', ['ctrl', 'alt']), 'Mod-Alt-c', false)).toBe(true)
  expect(isCombo(keys('©', ['ctrl', 'alt', 'AltGraph'], 'KeyC'), 'Mod-Alt-c', false)).toBe(false)
  expect(isCombo(keys('ç', ['meta', 'alt'], 'KeyC'), 'Mod-Alt-c', true)).toBe(true)
})

it('a combination is shown by the names that stand on the keyboard', () => {
  const names = { Shift: 'Maj', Enter: 'Entrée', Backspace: 'Retour', Delete: 'Suppr', Escape: 'Échap' }
  expect(keyNames('Mod-Shift-z', false, names)).toEqual(['Ctrl', 'Maj', 'Z'])
  expect(keyNames('Alt-ArrowUp', true, names)).toEqual(['⌥', '↑'])
  expect(keyNames('Escape', false, names)).toEqual(['Échap'])
})
