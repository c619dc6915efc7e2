import type { User } from '@concerte/api'
import { axisColours } from '@concerte/schema'
import type { Identity } from '@concerte/sync'
import { createHash } from 'node:crypto'

/** How others see a person: always in the same colour, taken from those that read well on white. */
export function toIdentity({ id, name }: Pick<User, 'id' | 'name'>): Identity {
  const index = createHash('sha256').update(id).digest().readUInt32BE(0) % axisColours.length
  return { userId: id, name, colour: axisColours[index] ?? axisColours[0] }
}
