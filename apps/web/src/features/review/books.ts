import type { PlanStore } from '../plan/store/plan-store.ts'
import { whenIdle } from '../../offline/idle.ts'
import { createStandBook, type StandBook } from './stand-book.ts'

/** Milliseconds that typing goes on unhindered before marks follow. */
const pace = 250

const books = new WeakMap<PlanStore, StandBook>()

/** The one book of an open plan: what lies over the page and the panel read the same. It goes with the plan's document. */
export function standBookOf(store: PlanStore): StandBook {
  const known = books.get(store)
  if (known !== undefined) return known
  const book = createStandBook(store, (run) => whenIdle(run, pace))
  books.set(store, book)
  return book
}
