import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Review',
  tabs: { threads: 'Comments', amendments: 'Amendments' },
  parts: 'Comments and amendments',

  bar: {
    label: 'On the chosen passage',
    comment: 'Comment',
    propose: 'Propose another wording',
  },

  texts: {
    title: 'Title',
    slogan: 'Tagline',
    introduction: 'Introduction',
    body: 'Text',
    signatory: 'Signatory',
    academy: 'Academy',
    mention: 'Mention',
    text: 'Text',
  },

  filters: {
    label: 'Comments to show',
    state: 'Which',
    states: {
      open: 'Open',
      unread: 'Unread',
      mine: 'That concern me',
      unplaced: 'Without a place in the plan',
      resolved: 'Resolved',
      all: 'All',
    },
    place: 'Where',
    everywhere: 'The whole plan',
    groups: 'Working groups',
    axes: 'Axes',
    search: 'Search the comments',
  },
  count: (count) => (count === 0 ? 'No thread' : `${count} ${plural('en', count, 'thread', 'threads')}`),
  more: (count) => `Show ${count} more`,
  onNode: (place) => `Only: ${place}`,
  everything: 'Show all threads',
  whole: 'Comment on the whole plan',

  empty: {
    none: 'Nobody has commented on this plan yet.',
    how: 'Select words in the plan, or open the menu of a measure, an action or an axis, then “Comment”.',
    read: 'What reviewers and editors say of the plan will show here.',
    filtered: 'No thread answers to these choices.',
  },

  new: 'New comment',
  choice: {
    open: 'Choose words',
    label: 'Words to comment on',
    labelOf: (text) => `Words to comment on (${text.toLocaleLowerCase('en')})`,
    how: 'Select them: by keyboard, with Shift and the arrows.',
  },
  comment: 'Comment',
  reply: 'Reply',
  replyLabel: (number) => `Reply to thread ${number}`,
  send: 'Comment',
  save: 'Save',
  cancel: 'Cancel',
  mentionHint: 'Type @ to name someone. Control and Enter: send.',
  mentions: 'People to name',
  suggested: (count) =>
    count === 0
      ? 'Nobody of that name.'
      : `${count} ${plural('en', count, 'person', 'people')}: arrows, then Enter.`,
  notSent: 'Not sent yet. Your words stay here.',

  outbox: {
    title: 'Comments not sent yet',
    waits: 'Not sent yet: kept on this device, it will leave as soon as it can.',
    retry: 'Send now',
    drop: 'Do not send',
  },

  thread: (number) => `Thread ${number}:`,
  gone: 'passage removed',
  inBin: 'in the bin',
  nowhere: 'Without a place in the plan',
  ofAmendment: 'On an amendment',
  resolvedBy: (name, when) => `Resolved by ${name} ${when}`,
  resolve: 'Resolve',
  reopen: 'Reopen',
  copy: 'Copy the link',
  copied: 'Link copied.',
  notCopied: 'The link could not be copied.',
  assign: 'Assigned to',
  nobody: 'nobody',
  assignedTo: (name) => `Assigned to ${name}`,
  edit: 'Edit',
  editOf: (number) => `Edit your comment ${number}`,
  remove: 'Delete',
  removeOf: (number) => `Delete your comment ${number}`,
  removed: 'Comment deleted.',
  edited: 'edited',
  replies: (count) => `${count} ${plural('en', count, 'reply', 'replies')}`,
  unread: 'Unread',
  someone: 'Someone',
  said: (name, place) => `${name} commented: ${place}.`,
  saidResolved: 'Thread resolved.',
  saidReopened: 'Thread reopened.',
  unknownThread: 'This thread of comments does not exist in this plan.',
}
