import { coverText, openPlan, writeLine } from '@concerte/schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { createCoverKeeper } from './cover-keeper.ts'
import type { CoverSummary } from './storage/port.ts'

function setupKeeper(setCover: (cover: CoverSummary) => Promise<void>) {
  const errors: unknown[] = []
  const keeper = createCoverKeeper({
    projects: { setCover: (_id, cover) => setCover(cover) },
    reportError: (error) => errors.push(error),
  })
  const doc = new Y.Doc()
  const title = (text: string) => {
    writeLine(coverText(openPlan(doc), 'title'), [{ text }])
    keeper.see('plan', doc, new Set(['cover.title']))
  }
  return { keeper, doc, title, errors }
}

test('the cover is written when it changes, and only then, the newest last', async () => {
  const written: string[] = []
  const { keeper, doc, title } = setupKeeper(async (cover) => {
    await Promise.resolve()
    written.push(cover.title)
  })
  title('Un')
  doc.getText('elsewhere').insert(0, 'x')
  keeper.see('plan', doc, new Set(['elsewhere']))
  title('Deux')
  await keeper.drain()
  expect(written).toEqual(['Un', 'Deux'])
})

test('a cover that could not be written is tried again after the next commit', async () => {
  let attempts = 0
  const { keeper, doc, title, errors } = setupKeeper(() => {
    attempts += 1
    return attempts === 1 ? Promise.reject(new Error('disk')) : Promise.resolve()
  })
  title('Un')
  await keeper.drain()
  keeper.see('plan', doc, new Set(['elsewhere']))
  await keeper.drain()
  expect([attempts, errors.length]).toEqual([2, 1])
})
