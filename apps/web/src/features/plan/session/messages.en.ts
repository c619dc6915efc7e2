import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  save: {
    connecting: 'Connecting…',
    reconnectingUnsaved: 'Reconnecting: not saved yet',
    reconnectingKept: 'Reconnecting: kept on this device',
    offline: 'Offline',
    offlineUnsaved: 'Offline: not saved yet',
    offlineKept: 'Offline: kept on this device',
    saving: 'Saving…',
    saved: 'Saved',
    readOnly: 'Read only',
    refused: 'Changes refused',
    unsupported: 'Page to reload',
  },
  stop: {
    signedOut:
      'You are no longer signed in: what you write is not saved any more. Copy your last words, sign in, then open the plan again.',
    signedOutKept:
      'You are no longer signed in. What you wrote is kept on this device: sign in, then open the plan again to send it.',
    outdated: 'This page is of an earlier version of Concerte: reload it.',
    outdatedKept:
      'This page is of an earlier version of Concerte: reload it. What you wrote is kept on this device and will be sent.',
    outdatedUnsent: 'This page is of an earlier version of Concerte. Copy your last words, then reload it.',
    rejected: 'The server takes no more from this page. Reload it to go on.',
    forbidden:
      'This plan is no longer there, or you no longer have access to it. Its copy was removed from this device.',
  },
  reload: 'Reload the page',
  signIn: 'Sign in',
  toPlans: 'See the list of plans',
}
