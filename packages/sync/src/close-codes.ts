/*
 * y-websocket 3.1 takes 4400-4499 as «do not come back» and 4500-4599 as «come back later»; so does our client.
 */
export const closeCodes = {
  /** The bytes were not a message, or not an update. */
  badMessage: 4400,
  /** Nobody is signed in (any longer). */
  signedOut: 4401,
  /** The person may not open the plan, or wrote without the right to. */
  forbidden: 4403,
  /** There is no such plan (any longer). */
  notFound: 4404,
  /** The log could not be read or written: nothing was taken; come back. */
  unavailable: 4500,
  /** The server is stopping. */
  restarting: 4501,
  /** The client reads more slowly than the others write. */
  tooSlow: 4502,
} as const
