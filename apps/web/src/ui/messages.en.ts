import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  close: 'Close',
  cancel: 'Cancel',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  loading: 'Loading…',
  opening: 'Opening…',
  retry: 'Try again',
  toCorrect: 'To correct',
  failed: 'That did not succeed',
  notFetched: 'This part of the page could not be loaded: check your connection, then try again.',
}
