import { expect, it } from 'vitest'

import type { Person, Presence } from '../store/presence.ts'
import { createFollowing } from './following.ts'

function setupFollowing() {
  let people: readonly Person[] = []
  const listeners = new Set<() => void>()
  const shown: string[] = []
  const presence: Pick<Presence, 'people' | 'subscribe'> = {
    people: () => people,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const following = createFollowing(presence, (node) => shown.push(node))
  const be = (...views: (string | null)[]) => {
    people = views.map((view, client) => ({
      client,
      id: `person ${client}`,
      name: `Person ${client}`,
      colour: '#112233',
      place: null,
      view,
      isIdle: false,
    }))
    for (const listener of listeners) listener()
  }
  return { following, be, shown }
}

it('the page goes where the one who is followed goes, and for nobody else', () => {
  const { following, be, shown } = setupFollowing()
  be('axis 1', 'axis 2')
  following.follow('person 1')
  be('axis 3', 'axis 2')
  be('axis 3', 'action 5')
  expect(shown).toEqual(['axis 2', 'action 5'])
  following.stop()
  be('axis 3', 'action 6')
  expect(shown).toEqual(['axis 2', 'action 5'])
  expect(following.current()).toBe(null)
})

it('who leaves is told as gone, and followed on when they come back', () => {
  const { following, be, shown } = setupFollowing()
  be('axis 1')
  following.follow('person 0')
  be()
  expect(following.current()).toMatchObject({ name: 'Person 0', isHere: false })
  be('axis 4')
  expect(following.current()).toMatchObject({ isHere: true })
  expect(shown).toEqual(['axis 1', 'axis 4'])
})
