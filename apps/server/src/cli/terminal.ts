import type { CliMessages } from './messages.ts'

/** What a command may use of the terminal that it runs in. */
export type Terminal = {
  messages: CliMessages
  environment: Record<string, string | undefined>
  out: (text: string | Uint8Array) => void
  err: (text: string) => void
  /** Asks without showing what is typed; null when there is nobody to ask. */
  askHidden: (question: string) => Promise<string | null>
}
