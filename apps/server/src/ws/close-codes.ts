import { closeCodes as syncCodes } from '@concerte/sync'

/** Why the server ends a socket. By convention of y-websocket, 4400-4499 do not come back, 4500-4599 do. */
export const closeCodes = {
  signedOut: { code: syncCodes.signedOut, reason: 'signed-out' },
  notAllowed: { code: syncCodes.forbidden, reason: 'forbidden' },
  badMessage: { code: syncCodes.badMessage, reason: 'bad-message' },
  tooSlow: { code: syncCodes.tooSlow, reason: 'too-slow' },
  restarting: { code: syncCodes.restarting, reason: 'restarting' },
  /** Comes back at once, with the new role. */
  roleChanged: { code: 4503, reason: 'role-changed' },
} as const
