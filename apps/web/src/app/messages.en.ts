import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  name: 'Concerte',
  skip: 'Skip to content',
  accountOf: (name) => `Account of ${name}`,
  language: 'Language',
  languages: { fr: 'Français', en: 'English' },
  preferences: 'Preferences on this device',
  typography: 'French typography',
  typographyNote: 'As you type: ’, «\u00A0», no-break spaces, …, 1ᵉʳ',
  shortcuts: 'Keyboard shortcuts',
  signOut: 'Sign out',
  signOutFailed: 'Signing out did not succeed: check your connection, then try again.',
  leaving: {
    title: 'Sign out and lose changes?',
    text: 'Changes, comments or amendments written on this device have not all reached the server. Signing out removes the kept plans from this device, and those words with them.',
    confirm: 'Sign out and lose them',
  },
  notFound: {
    title: 'Page not found',
    text: 'This address leads to no page. It may have been copied with a mistake, or the plan is no longer here.',
    back: 'See my plans',
  },
  broken: {
    title: 'This page ran into a problem',
    text: 'Reload it: what was saved still is. If it happens again, tell the person who administers Concerte what you were doing.',
    reload: 'Reload the page',
  },
}
