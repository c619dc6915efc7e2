/** Why a server ends a connection: the code is what programs go by, the reason is for who reads the network's log. */
export type Closing = { readonly code: number; readonly reason: string }

/*
 * y-websocket 3.1 takes 4400-4499 as «do not come back» and 4500-4599 as «come back later»; so does our client.
 */
export const closeCodes = {
  /** The bytes were not a message, or not an update, or one that no editor writes. */
  badMessage: { code: 4400, reason: 'bad-message' },
  /** Nobody is signed in (any longer). */
  signedOut: { code: 4401, reason: 'signed-out' },
  /** The person may not open the plan, or wrote without the right to. */
  forbidden: { code: 4403, reason: 'forbidden' },
  /** There is no such plan (any longer). */
  notFound: { code: 4404, reason: 'not-found' },
  /** The page is of another version than the server: it must be loaded again. */
  outdated: { code: 4426, reason: 'outdated' },
  /** The log could not be read or written, or something is missing: come back, and bring everything again. */
  unavailable: { code: 4500, reason: 'unavailable' },
  /** The server is stopping. */
  restarting: { code: 4501, reason: 'restarting' },
  /** The client reads more slowly than the others write. */
  tooSlow: { code: 4502, reason: 'too-slow' },
  /** Role, groups, locks or phase changed: comes back at once, with the rights of now. */
  roleChanged: { code: 4503, reason: 'role-changed' },
  /** The client asks for more than any editor does. */
  tooFast: { code: 4504, reason: 'too-fast' },
} as const satisfies Record<string, Closing>
