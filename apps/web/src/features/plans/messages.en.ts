import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Plans',
  lead: 'The projets académiques in which you take part.',
  newPlan: 'New plan',
  yourRole: (role) => `You are ${role}`,
  kept: 'Kept on this device',
  onlyKept: 'You are offline: these are the plans kept on this device.',
  changed: (moment) => `Changed ${moment}`,
  period: (start, end) => `${start}–${end}`,
  untitled: 'Untitled projet académique',
  empty: {
    title: 'No plan yet',
    text: 'Start a plan from a template or from an existing text. If people expect you in a plan, open the invitation link that you received.',
  },
  create: {
    title: 'New plan',
    lead: 'Start from an empty template, or from a projet académique that is already written.',
    fromTemplate: 'From a template',
    template: 'Template',
    templates: {
      actions: {
        label: 'Axes, actions, measures and indicators',
        description:
          'Each axis presents actions; each action details its measures and the indicators that will tell whether it worked.',
      },
      orientations: {
        label: 'Orientations, target objectives and assets',
        description:
          'Each axis states its orientations, its target objectives and the assets of the académie, without action sheets.',
      },
    },
    templateNote: 'The headings can be renamed, added and reordered later.',
    academy: 'Académie',
    academyNote: 'As it will stand on the cover. Example: Académie de Limoges',
    period: 'Period',
    periodNote: 'Optional: it can be set later.',
    start: 'First year',
    end: 'Last year',
    submit: 'Create the plan',
    submitting: 'Creating the plan…',
    academyMissing: 'Enter the name of the académie.',
    yearWrong: 'Enter a year in four digits, between 1900 and 2200.',
    startMissing: 'Enter the first year too, or leave both empty.',
    endMissing: 'Enter the last year too, or leave both empty.',
    endBeforeStart: 'The last year comes before the first: correct one of them.',
  },
  upload: {
    title: 'From an existing document',
    text: 'Concerte reads the text of a projet académique (.txt) and finds its axes, actions, measures and indicators. It also reads a plan exported from another Concerte (.project.json). 2\u00A0MB at most.',
    choose: 'Choose a file',
    drop: 'or drop it here',
    reading: (name) => `Reading “${name}”…`,
    unplacedTitle: (count) => `${count} ${plural('en', count, 'line', 'lines')} found no place`,
    unplacedText:
      'The plan is created with everything else. Keep these lines at hand, to put them where they belong.',
    line: 'Line',
    words: 'Text',
    open: 'Open the plan',
    copy: 'Copy these lines',
    copied: 'Lines copied.',
    notCopied: 'The copy did not succeed: select the lines and copy them yourself.',
  },
}
