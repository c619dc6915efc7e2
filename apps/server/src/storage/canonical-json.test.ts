import { expect, test } from 'vitest'

import { canonicalJson } from './canonical-json.ts'

test('equal values give equal text, whatever the order of their keys', () => {
  const one = { b: [{ d: 1, c: null }], a: 'é', z: undefined }
  const other = { a: 'é', b: [{ c: null, d: 1 }] }
  expect(canonicalJson(one)).toBe('{"a":"é","b":[{"c":null,"d":1}]}')
  expect(canonicalJson(other)).toBe(canonicalJson(one))
  expect(canonicalJson([2, 1])).toBe('[2,1]')
})
