import { encodeFrame } from './frames.ts'
import type { Member } from './member.ts'
import { createPresenceRoom, quietFrame } from './presence.ts'

/** Tells the members of a room who is there and where, twenty times a second at most, of however many people. */
export type PresenceTeller = {
  /** Takes a client's awareness update. @throws {MessageError} */
  receive(member: Member, update: Uint8Array): void
  /** Everyone who is there, as a frame; null when nobody is. */
  everyone(): Uint8Array | null
  leave(member: Member): void
}

/** Between two tellings. */
const tellEveryMs = 50
/** A stock client takes a line for dead after 30 s without a message: answer its presence when nothing else was sent for this long. */
const quietMs = 10_000

export function createPresenceTeller(options: {
  members: ReadonlySet<Member>
  now: () => number
  /** Runs something later, once; returns what calls it off. */
  later: (run: () => void, ms: number) => () => void
  send: (member: Member, frame: Uint8Array, at: number) => void
}): PresenceTeller {
  const { members, now, later, send } = options
  const presence = createPresenceRoom()
  let toldAt = -Infinity
  let callOff: (() => void) | null = null

  function tellInTime(at: number): void {
    if (callOff !== null) return
    const wait = toldAt + tellEveryMs - at
    if (wait <= 0) tell()
    else callOff = later(tell, wait)
  }

  function tell(): void {
    callOff = null
    toldAt = now()
    const changes = presence.takeChanges()
    for (const member of members) member.mayMoveAgain()
    if (changes === null) return
    const frame = encodeFrame({ type: 'awareness', update: changes.update })
    for (const member of members) if (member !== changes.owner) send(member, frame, toldAt)
  }

  return {
    receive(member, update) {
      presence.receive(member, member.connection.identity, update)
      const at = now()
      if (at - member.lastSentAt > quietMs) send(member, quietFrame, at)
      // [S7] Not read again before the next telling, be there anything to tell or not.
      const isTooMuch = member.movesTooMuch()
      if (isTooMuch) member.pause('presence')
      if (isTooMuch || presence.hasChanges) tellInTime(at)
    },
    everyone() {
      const update = presence.everyone()
      return update === null ? null : encodeFrame({ type: 'awareness', update })
    },
    leave(member) {
      presence.leave(member)
      if (members.size > 0) {
        if (presence.hasChanges) tellInTime(now())
        return
      }
      callOff?.()
      callOff = null
    },
  }
}
