import { expect, it } from 'vitest'

import { authorSlots, createAuthorBook, giveSlots } from './authors.ts'

const totals = (...authors: (string | null)[]) => authors.map((author) => ({ author, length: 1 }))

it('gives the marks to those with the most words first, none to what was imported', () => {
  expect([...giveSlots(totals('ada', null, 'bob'), new Map())]).toEqual([
    ['ada', 0],
    ['bob', 1],
  ])
})

it('keeps a mark that someone has, whoever writes more later', () => {
  const before = giveSlots(totals('ada', 'bob'), new Map())
  expect([...giveSlots(totals('cléo', 'bob', 'ada'), before)]).toEqual([
    ['ada', 0],
    ['bob', 1],
    ['cléo', 2],
  ])
})

it('lets those who come after the last mark share it', () => {
  const many = Array.from({ length: authorSlots + 3 }, (_, index) => `p${index}`)
  const slots = [...giveSlots(totals(...many), new Map()).values()]
  expect(slots.slice(0, authorSlots)).toEqual(Array.from({ length: authorSlots }, (_, slot) => slot))
  expect(slots.slice(authorSlots)).toEqual([15, 15, 15])
})

it('[S3] knows whose a client id is from the server, from who is here, and from oneself', () => {
  const book = createAuthorBook({
    people: [
      { userId: 'ada', name: 'Ada', clientIds: [1, 2] },
      { userId: 'gone', name: null, clientIds: [3] },
    ],
    here: [{ client: 4, id: 'bob', name: 'Bob' }],
    me: { client: 5, id: 'cléo', name: 'Cléo' },
  })
  expect([1, 2, 3, 4, 5, 6].map(book.authorOf)).toEqual(['ada', 'ada', 'gone', 'bob', 'cléo', null])
  expect(['ada', 'gone', 'bob', 'cléo'].map(book.nameOf)).toEqual(['Ada', null, 'Bob', 'Cléo'])
})
