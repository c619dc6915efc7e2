import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Set-up',
  heading: 'Welcome to Concerte',
  lead: 'Make the first account. It administers Concerte: it sees every plan and can invite people to it.',
  create: 'Create the account',
  creating: 'Creating the account…',
  closed: 'The set-up is already done.',
  signIn: 'Sign in',
  noToken:
    'This address is incomplete. Open the whole set-up link, as the server printed it when it started.',
}
