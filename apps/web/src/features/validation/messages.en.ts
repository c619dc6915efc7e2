import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Steps and approval',
  titleOf: (plan) => `Steps and approval · ${plan}`,
  lead: 'Where the plan stands, who approves it, and how it becomes final.',
  toPlan: 'Back to the plan',
  cancel: 'Cancel',

  steps: {
    title: 'The steps',
    current: 'current step',
    opened: (when) => `Opened ${when}`,
    openedBy: (name, when) => `Opened by ${name}, ${when}`,
    from: (day) => `From ${day}`,
    until: (day) => `Until ${day}`,
    between: (from, to) => `From ${from} to ${to}`,
    setDays: 'Set the dates',
    changeDays: 'Change the dates',
    daysOf: (phase) => `Dates of the step “${phase}”`,
    startsOn: 'First day',
    endsOn: 'Last day',
    wrongOrder: 'The last day comes before the first. Change one of them.',
    save: 'Save the dates',
    saving: 'Saving…',
    move: 'Move to this step',
    back: 'Go back to this step',
    of: (words, phase) => `${words}: ${phase}`,
    moving: 'Moving…',
    movedTo: (phase) => `The plan is now at the step “${phase}”.`,
    bySeal: 'It is reached by sealing the plan, once its text is approved.',
  },

  policy: {
    title: 'Who may do what',
    note: 'An editor who is in a working group writes, and decides on amendments, in the axes of their groups only. In an approved axis, nobody writes.',
    phase: 'At the step',
    caption: (phase) => `What each role may do at the step “${phase}”`,
    ability: 'Action',
    who: 'Who',
    everyone: 'all members',
    everywhere: (who) => `${who}, everywhere`,
    texts: (who) => `${who}, in the texts`,
    between: '; ',
    named: 'those who are named, whatever their role',
    abilities: {
      read: 'Read and export the plan',
      write: 'Write in the plan',
      comment: 'Comment',
      propose: 'Propose and support amendments',
      decide: 'Decide on amendments',
      nameVersion: 'Name versions',
      restore: 'Restore a version',
      manage: 'Manage members, groups and steps',
      readTrail: 'Read the plan’s log',
      approve: 'Approve the text',
      seal: 'Seal the plan',
      reopen: 'Reopen the plan',
    },
  },

  approvals: {
    title: 'Approvals',
    lead: 'Everyone who is named approves the same text, to the letter. When the text changes, the approvals given no longer hold.',
    text: 'Fingerprint of the text as it stands',
    none: 'Nobody has been named yet to approve the text.',
    list: 'Who approves',
    approved: (when) => `Approved this text, ${when}`,
    changed: (when) => `Had approved, ${when}; the text has changed since`,
    waiting: 'Has not approved yet',
    later: 'Will approve at the approval step',
    approve: 'I approve this text',
    approving: 'Saving…',
    readFirst: 'Read the plan',
    withdraw: 'Withdraw my approval',
    youApproved: 'You have approved this text.',
    youWithdrew: 'You have withdrawn your approval.',
    askYou: 'Your approval is asked for. Read the plan, then approve this text.',
    name: 'Name who approves',
    change: 'Change who approves',
    people: 'Members of the plan',
    save: 'Save',
    saving: 'Saving…',
    you: '(you)',
  },

  readiness: {
    title: 'Before sealing',
    lead: 'None of this keeps the plan from being sealed, but for missing approvals. What is still open will stay open in the final version.',
    approved: (given, asked) =>
      asked === 0
        ? 'Nobody is named to approve'
        : `${given} ${plural('en', given, 'approval', 'approvals')} out of ${asked}`,
    findings: (count) =>
      count === 0
        ? 'The checks have nothing to say'
        : `${count} ${plural('en', count, 'point', 'points')} raised by the checks`,
    unplaced: (count) =>
      count === 0
        ? 'Everything has its place in the plan'
        : `${count} ${plural('en', count, 'item', 'items')} to place again`,
    threads: (count) =>
      count === 0
        ? 'All discussions are closed'
        : `${count} open ${plural('en', count, 'discussion', 'discussions')}`,
    amendments: (count) =>
      count === 0
        ? 'All amendments have their answer'
        : `${count} ${plural('en', count, 'amendment', 'amendments')} without an answer`,
    locks: (locked, all) => `${locked} approved ${plural('en', locked, 'axis', 'axes')} out of ${all}`,
    see: 'See',
    seeThe: {
      findings: 'See the checks in the plan',
      unplaced: 'See in the plan what is to be placed again',
      threads: 'See the discussions in the plan',
      amendments: 'See the amendments',
      locks: 'See the axes in the plan',
    },
    notYet: 'A plan is sealed at the approval step.',
    byLead: 'A lead of the plan will seal it.',
    seal: 'Seal the plan…',
    waits: 'Approvals of the text as it stands are missing.',
  },

  seal: {
    title: 'Seal the plan',
    versionName: (revision) => (revision === 1 ? 'Final version' : `Final version, revision ${revision}`),
    text: 'The plan becomes final: nobody writes in it any more. Its public page opens, for anyone to read without an account, with the PDF and the other files beside it.',
    undo: 'A lead can reopen it, saying why; what is sealed will stay at its address.',
    still: (list) => `Still open: ${list}.`,
    confirm: 'Seal',
    sealing: 'Making the files…',
    sealed: 'The plan is sealed. Its public page is open.',
  },

  sealed: {
    title: 'Official version',
    which: (revision, day) => `Revision ${revision}, sealed on ${day}`,
    by: (name) => `by ${name}`,
    address: 'Public address',
    open: 'Open the public page',
    copy: 'Copy the address',
    copied: 'Address copied.',
    copyFailed: 'Select the address to copy it.',
    files: 'Files',
    formats: { html: 'HTML page', pdf: 'PDF', md: 'Markdown', json: 'JSON' },
    size: (kilobytes) => `${kilobytes}\u00A0kB`,
    hash: 'Fingerprint of the text (SHA-256)',
    former: 'Former revisions',
    reopenedNote: (revision) =>
      `The plan was reopened: revision ${revision} is under way. What follows is the latest official version.`,
  },

  final: {
    text: 'This plan is final: nobody writes in it any more.',
    official: 'Read the official version',
  },

  reopening: {
    open: 'Reopen the plan…',
    title: 'Reopen the plan',
    text: 'The plan can be written in again, in a new revision. The sealed version stays at its address, as it is, until another replaces it.',
    reason: 'Why reopen it?',
    reasonNote: 'Your reason will be written in the plan’s log.',
    reasonMissing: 'Say why you reopen the plan.',
    phase: 'Go on at the step',
    confirm: 'Reopen',
    pending: 'Reopening…',
  },
}
