import type { User } from '@concerte/api'
import { axisColours } from '@concerte/schema'
import type { Identity } from '@concerte/sync'
import { createHash } from 'node:crypto'

/** How others see a person: in a colour of their own, taken from those that read well on white, else in the next that is free. */
export function toIdentity({ id, name }: Pick<User, 'id' | 'name'>): Identity {
  const index = createHash('sha256').update(id).digest().readUInt32BE(0) % axisColours.length
  const [first = axisColours[0], ...others] = [...axisColours.slice(index), ...axisColours.slice(0, index)]
  return { userId: id, name, colours: [first, ...others] }
}
