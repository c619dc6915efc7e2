import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  errors: {
    'invalid-request': 'The request is incomplete or malformed. Check what you entered and try again.',
    'not-signed-in': 'You are no longer signed in. Sign in and try again.',
    forbidden: 'Your role in this plan does not allow that. A lead of the plan can give you another role.',
    'phase-forbids': 'The phase that the plan is in does not allow that. A lead can bring it to another.',
    'not-found': 'This does not exist, or you have no access to it.',
    'wrong-origin': 'The request comes from another address than Concerte’s. Reload the page and try again.',
    'wrong-credentials': 'Wrong e-mail address or password. Check both and try again.',
    'too-many-attempts': 'Too many attempts in a short time. Wait a few minutes and try again.',
    'setup-closed': 'The set-up is already done. Sign in with your account.',
    'setup-token-invalid':
      'This set-up link is no longer valid. Open the one that the server printed when it last started.',
    'email-taken': 'An account already exists with this address. Sign in with it, or use another address.',
    'password-too-weak': 'This password is too easy to guess. Choose another one, longer.',
    'invitation-invalid':
      'This invitation is not valid, or no longer. Ask the person who invited you for a new link.',
    'not-an-approver': 'You are not among those who approve this text. A lead of the plan can name you.',
    'text-changed': 'The text has changed since you saw it. Read it again, then try again.',
    'approvals-missing':
      'Not everyone who was named has approved the text as it stands. Wait for their approval, or name other people.',
    'seal-needed': 'A plan becomes final when a lead seals it, on the page “Steps and approval”.',
    'reopening-needed':
      'This plan is final. A lead can reopen it, saying why, on the page “Steps and approval”.',
    'not-a-member':
      'One of the people named is not a member of the plan. Invite them first, or take their name out.',
    'not-your-axis': 'This axis is another working group’s. Ask one of its editors, or a lead of the plan.',
    'axis-locked': 'This axis is validated and locked. A lead of the plan can unlock it.',
    'amendment-changed': 'Its author has changed this amendment meanwhile. Read it again and try again.',
    'amendment-decided':
      'This amendment has been decided on meanwhile. Read the decision before going further.',
    'amendment-collision':
      'The text has changed in the same places meanwhile. Compare what stands there with the proposal and try again.',
    'amendment-gone':
      'What this amendment is about is no longer in the plan. Bring it back, or declare the amendment obsolete.',
    'amendment-empty':
      'This amendment changes nothing of the plan as it is. Change the proposal and try again.',
    'too-many-threads':
      'The discussion has become as long as Concerte can keep. Go on in a thread that exists.',
    'too-many-amendments':
      'The amendments of this plan are as many and as long as Concerte can keep. Support one that exists, or comment on it.',
    'last-lead': 'A plan always keeps at least one lead. Appoint another lead first.',
    'file-too-large': 'This file is larger than 2\u00A0MB. Choose a smaller one.',
    'file-unreadable':
      'This file could not be read. Check that it is a text (.txt) or an exported plan (.project.json).',
    'import-empty': 'No axis was found in this file. Check that it holds the text of a projet académique.',
    'pdf-unsupported-character':
      'The plan has a character that none of the PDF’s fonts holds. Replace it and try again.',
    'export-failed': 'The export did not succeed. Try again in a moment.',
    unavailable:
      'Concerte is unavailable for a moment while its data are put in place. Try again in a few seconds.',
    internal:
      'Something went wrong on the server. Try again in a moment; if it persists, tell the person who administers Concerte.',
    network: 'The server does not answer. Check your connection and try again.',
    'unexpected-answer': 'The server’s answer was not understood. Reload the page and try again.',
  },
  unknown: 'Something unexpected happened. Reload the page and try again.',
}
