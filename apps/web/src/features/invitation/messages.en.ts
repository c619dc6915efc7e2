import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Invitation',
  heading: (inviter) => `${inviter} invites you to take part in a plan`,
  role: (role) => `Your role: ${role}`,
  acceptAs: (name, email) => `You are signed in as ${name} (${email}).`,
  accept: 'Accept the invitation',
  accepting: 'One moment…',
  notYou: 'Use another account',
  create: 'Create your account to accept',
  createAndAccept: 'Create the account and accept',
  haveAccount: 'Do you already have an account?',
  signIn: 'Sign in to accept',
  invalid: {
    title: 'This invitation is not valid',
    text: 'The link may have expired, been revoked, been used already or been copied with a mistake. Ask the person who invited you for a new one.',
    home: 'See my plans',
    signIn: 'Sign in',
  },
}
