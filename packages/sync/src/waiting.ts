import type { Member } from './member.ts'

/** What waits in a room for the next commit: an update of a client, or an edit of the server's own. */
export type Waiting =
  | WaitingMessage
  | {
      type: 'edit'
      update: Uint8Array
      receivedAt: number
      userId: string | null
      writerId: string | null
      settle: (error?: unknown) => void
    }

export type WaitingMessage = {
  type: 'message'
  update: Uint8Array
  receivedAt: number
  author: Member
  /** A stock client sends what is typed before it has answered our state vector; the answer says it again. */
  mayBeEarly: boolean
  /** The last trial of a big one: how many parts the plan had taken in when its copy was made, and how many trials there were. */
  trial: { at: number; times: number } | null
}

/** Whose all of a batch is, null when several people's or the server's. */
export function onlyMember(batch: readonly Waiting[]): Member | null {
  const [first] = batch
  if (first?.type !== 'message') return null
  return batch.every((one) => one.type === 'message' && one.author === first.author) ? first.author : null
}

/** Null: the server itself. */
export function authorOf(message: Waiting): string | null {
  return message.type === 'message' ? message.author.connection.identity.userId : message.userId
}

/** All of it is durable, as far as there was anything new in it. */
export function settleAll(batch: readonly Waiting[]): void {
  for (const message of batch) {
    if (message.type === 'edit') message.settle()
    else message.author.settle(message.update.byteLength)
  }
}
