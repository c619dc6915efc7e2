import { actionsTemplate } from '@concerte/schema'
import { describe, expect, test } from 'vitest'

import { ProjectJsonError, readJson } from './json.ts'

describe('readJson', () => {
  test('reads a plan', () => {
    expect(readJson(bytes(emptyPlan)).cover.title).toEqual([{ text: 'Projet académique' }])
  })

  test('reads a file that starts with a byte order mark', () => {
    expect(readJson(Buffer.from(`\ufeff${JSON.stringify(emptyPlan)}`)).version).toBe(1)
  })

  test.each([
    ['an empty file', Buffer.from('')],
    ['a text', Buffer.from('Axe 1 - Progresser')],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xe9, 0x22])],
  ])('refuses %s as not-json', (_name, input) => {
    expect(codeOf(() => readJson(input))).toBe('not-json')
  })

  test.each([
    ['a number', 12],
    ['null', null],
    ['JSON of another kind', { name: 'concerte', version: 12 }],
    ['a plan without its axes', { ...emptyPlan, axes: undefined }],
    ['a plan whose version is a text', { ...emptyPlan, version: '2' }],
  ])('refuses %s as not-a-project', (_name, value) => {
    expect(codeOf(() => readJson(bytes(value)))).toBe('not-a-project')
  })

  test('says where a plan is wrong', () => {
    const wrong = { ...emptyPlan, cover: { ...emptyPlan.cover, title: 'Projet' } }
    expect(() => readJson(bytes(wrong))).toThrow(/^cover\.title: /u)
  })

  test('refuses a plan of a newer version, whatever it holds', () => {
    expect(codeOf(() => readJson(bytes({ format: 'concerte-project', version: 2, chapters: [] })))).toBe(
      'newer-version',
    )
  })

  test('refuses nesting that would exhaust the stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(codeOf(() => readJson(Buffer.from(deep)))).toBe('not-a-project')
    const inText = `{"type":"bulletList","items":[[`.repeat(20_000) + ']]}'.repeat(20_000)
    expect(codeOf(() => readJson(Buffer.from(inText)))).toBe('not-a-project')
  })

  test('reads lists that nest ten times', () => {
    let body: unknown = [{ type: 'paragraph', content: [{ text: 'au fond' }] }]
    for (let depth = 0; depth < 10; depth += 1) body = [{ type: 'bulletList', items: [body] }]
    const section = { type: 'section', id: 'mot', kind: 'foreword', title: [], body, signatory: [] }
    expect(readJson(bytes({ ...emptyPlan, front: [section] })).front).toHaveLength(1)
  })
})

const emptyPlan = {
  format: 'concerte-project',
  version: 1,
  cover: { title: [{ text: 'Projet académique' }], academy: [], slogan: [], mention: [] },
  template: actionsTemplate,
  front: [],
  axes: [],
  back: [],
  unplaced: [],
}

function bytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

function codeOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof ProjectJsonError) return error.code
    throw error
  }
  return 'read'
}
