/** One session of Concerte, as a browser holds it. */
export type Visitor = {
  readonly isSignedIn: boolean
  headers(): Record<string, string>
  /** Keeps the cookies that come back. @throws when the answer is no success */
  post(path: string, body: unknown): Promise<Record<string, unknown>>
  userId(): Promise<string>
}

/** @param port of the server as it runs now: it may be started anew */
export function createVisitor(port: () => number): Visitor {
  let cookie = ''
  const origin = (): string => `http://localhost:${port()}`
  const headers = (): Record<string, string> => ({ origin: origin(), cookie })

  async function ask(path: string, options: RequestInit): Promise<Record<string, unknown>> {
    const response = await fetch(`${origin()}${path}`, options)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    const set = response.headers.getSetCookie()
    if (set.length > 0) cookie = set.map((line) => line.split(';')[0]).join('; ')
    return record(await response.json())
  }

  return {
    get isSignedIn() {
      return cookie !== ''
    },
    headers,
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    async userId() {
      const { user } = await ask('/api/session', { headers: headers() })
      return String(record(user)['id'])
    },
  }
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('no object')
  return { ...value }
}
