import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Sign in',
  heading: 'Sign in',
  lead: 'Concerte is the workshop where a projet académique is written together.',
  passwordMissing: 'Enter your password.',
  submit: 'Sign in',
  submitting: 'Signing in…',
  noAccount: 'No account yet? It is made from an invitation link, which a lead of the plan sends you.',
  setupOpen: 'There is no account yet. Open the set-up link that the server printed when it started.',
}
