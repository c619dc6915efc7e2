import type { Member, UserId } from '@concerte/api'

import { plainWords } from '../find/plain-words.ts'

/** What is being typed after an `@`, up to the caret; null when nothing is. `start`: where the `@` stands. */
export function mentionAt(text: string, caret: number): { start: number; typed: string } | null {
  const found = /(?:^|[\s(«])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret))
  if (found === null) return null
  const typed = found[1] ?? ''
  return { start: caret - typed.length - 1, typed }
}

/** The members whose name, or a part of it, begins as typed, whatever the accents. */
export function suggestMembers(members: readonly Member[], typed: string): Member[] {
  const wanted = plainWords(typed)
  return members
    .filter(({ name }) => {
      const parts = [plainWords(name), ...plainWords(name).split(/[\s-]+/)]
      return parts.some((part) => part.startsWith(wanted))
    })
    .slice(0, 6)
}

/** Who is named in the words, as `@Name`. */
export function mentionedIn(body: string, members: readonly Pick<Member, 'userId' | 'name'>[]): UserId[] {
  return members.filter(({ name }) => body.includes(`@${name}`)).map(({ userId }) => userId)
}

/** The words, cut where someone is named. */
export function partsOf(body: string, names: readonly string[]): { text: string; isName: boolean }[] {
  const marks = names.map((name) => `@${name}`).toSorted((a, b) => b.length - a.length)
  const parts: { text: string; isName: boolean }[] = []
  let plainFrom = 0
  for (let at = 0; at < body.length;) {
    const mark = marks.find((one) => body.startsWith(one, at))
    if (mark === undefined) {
      at += 1
      continue
    }
    if (at > plainFrom) parts.push({ text: body.slice(plainFrom, at), isName: false })
    parts.push({ text: mark, isName: true })
    at += mark.length
    plainFrom = at
  }
  if (plainFrom < body.length) parts.push({ text: body.slice(plainFrom), isName: false })
  return parts
}
