export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** What may be said of an event. Never a text of a plan, an address of a person, a token or a cookie. */
type LogFields = Record<string, string | number | boolean | null | undefined>

/** One line of JSON an event. */
export type Log = Record<LogLevel, (event: string, fields?: LogFields, error?: unknown) => void>

export function createLog(options: {
  level: LogLevel
  now: () => string
  write: (line: string) => void
}): Log {
  const { level, now, write } = options
  const least = logLevels.indexOf(level)
  const at =
    (name: LogLevel): Log[LogLevel] =>
    (event, fields = {}, error) => {
      if (logLevels.indexOf(name) < least) return
      const line = { time: now(), level: name, event, ...fields }
      write(`${JSON.stringify(error === undefined ? line : { ...line, error: describeError(error) })}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** An error with its stack and its causes. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  return { name, message, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) }
}
