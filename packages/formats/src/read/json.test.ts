import { actionsTemplate, projectSchema, type BlockText, type Project } from '@concerte/schema'
import { describe, expect, test } from 'vitest'

import { ProjectJsonError } from '../project-json.ts'
import { writeJson } from '../write/json.ts'
import { readJson } from './json.ts'

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

  test('refuses a plan in which two nodes share an id, and names it', () => {
    const plan = { ...emptyPlan, front: [sectionWith([])], back: [sectionWith([])] }
    expect(codeOf(() => readJson(bytes(plan)))).toBe('duplicate-id')
    expect(() => readJson(bytes(plan))).toThrow(/mot/u)
  })

  test('refuses a rubric that the template lacks, and names it', () => {
    const axis = { ...emptyAxis, rubrics: [{ rubric: 'atouts', entries: [] }] }
    expect(codeOf(() => readJson(bytes({ ...emptyPlan, axes: [axis] })))).toBe('unknown-rubric')
    expect(() => readJson(bytes({ ...emptyPlan, axes: [axis] }))).toThrow(/atouts/u)
  })

  test('brings a file written by hand to the one form of a plan', () => {
    const title = [{ text: 'Pro' }, { text: '' }, { text: 'gresser' }]
    const action = { type: 'action', id: 'agir', number: 7, title: [], rubrics: [] }
    const [axis] = readJson(bytes({ ...emptyPlan, axes: [{ ...emptyAxis, title, content: [action] }] })).axes
    expect(axis).toMatchObject({
      number: 1,
      title: [{ text: 'Progresser' }],
      introduction: [{ type: 'paragraph', content: [] }],
      content: [{ number: 1, rubrics: [{ rubric: 'measures' }, { rubric: 'indicators' }] }],
    })
  })

  test('refuses nesting that would exhaust the stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(codeOf(() => readJson(Buffer.from(deep)))).toBe('too-deep')
    const inText = `{"type":"bulletList","items":[[`.repeat(20_000) + ']]}'.repeat(20_000)
    expect(codeOf(() => readJson(Buffer.from(inText)))).toBe('too-deep')
  })

  test('reads lists that nest as deep as may be written, in the deepest text of a plan', () => {
    const plan = deepPlan(100)
    expect(readJson(Buffer.from(writeJson(plan)))).toEqual(plan)
    expect(codeOf(() => writeJson(deepPlan(101)))).toBe('too-deep')
    expect(codeOf(() => readJson(bytes(deepPlan(101))))).toBe('too-deep')
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

const emptyAxis = {
  type: 'axis',
  id: 'axe',
  number: 4,
  title: [],
  slogan: [],
  introduction: [],
  rubrics: [],
  content: [],
}

function sectionWith(body: BlockText) {
  return { type: 'section', id: 'mot', kind: 'foreword', title: [], body, signatory: [] }
}

/** A plan, in its one form, with so many lists within lists in an indicator of an action of a group of a lost axis. */
function deepPlan(depth: number): Project {
  let text: BlockText = [{ type: 'paragraph', content: [{ text: 'au fond' }] }]
  for (let list = 0; list < depth; list += 1) text = [{ type: 'bulletList', items: [text] }]
  const rubrics = [
    { rubric: 'measures', entries: [] },
    { rubric: 'indicators', entries: [{ id: 'taux', type: 'indicator', text }] },
  ]
  const action = { type: 'action', id: 'agir', number: 1, title: [], rubrics }
  const group = { type: 'group', id: 'ensemble', title: [], actions: [action] }
  const introduction = [{ type: 'paragraph', content: [] }]
  const node = { ...emptyAxis, number: 1, introduction, content: [group] }
  return projectSchema.parse({ ...emptyPlan, unplaced: [{ parent: 'perdu', node }] })
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
