import { plural } from '../../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

const held = (type: 'measure' | 'indicator' | 'statement', count: number) =>
  `${count} ${plural('en', count, type, `${type}s`)}`

export const en: typeof fr = {
  title: 'Settings of the plan',
  parts: 'Parts of the settings',
  saved: 'Each setting takes effect at once, for everyone; Ctrl+Z takes it back.',
  tabs: {
    cover: 'Cover',
    colours: 'Colours',
    rubrics: 'Rubrics',
    sections: 'Sections',
    labels: 'Words and numbers',
  },

  coverTitle: 'Title of the plan',
  academy: 'Académie',
  slogan: 'Motto',
  mention: 'Mention',
  mentionNote: 'At the foot of the cover: hashtags, partners…',
  period: 'Period',
  periodNote: 'For example 2024-2028.',
  periodWrong: 'Write two years, the second after the first: 2024-2028.',
  website: 'Address of the website',
  tooLong: (most) => `Too long: ${most} characters at most. This text is not saved.`,
  theirs: (value) =>
    value === ''
      ? 'Somebody else has just emptied this field. Enter keeps your text, Escape gives it up.'
      : `Somebody else has just written “${value}” here. Enter keeps your text, Escape takes the other.`,

  colourOf: (axis, title) => (title === '' ? axis : `${axis}: ${title}`),
  colours: ['Blue', 'Garnet', 'Brick', 'Green', 'Violet', 'Ochre', 'Teal', 'Plum'].join(','),
  byNumber: 'That of its number',
  ownColour: 'Another, for example #0b5c8f',
  ownWrong:
    'Write a colour like #0b5c8f, dark enough for a white title to be read on it (contrast of 4.5 or more).',
  noAxes: 'The plan has no axis yet.',

  axisPage: 'Page of an axis',
  actionPage: 'Page of an action',
  heading: 'Heading',
  headingOne: 'Over a single item',
  headingOneNote: 'Empty: the same heading.',
  introduction: 'Introduction of the axis',
  actionList: 'List of the actions',
  withoutHeading: { measure: 'Measures', indicator: 'Indicators', statement: 'Statements' },
  up: (name) => `Move “${name}” up`,
  down: (name) => `Move “${name}” down`,
  holdsNow: (type, count) => (count === 0 ? 'Empty so far.' : `${held(type, count)} in the plan.`),
  retire: 'Retire',
  retireThe: (name) => `Retire: ${name}`,
  revive: 'Bring back',
  reviveThe: (name) => `Bring back: ${name}`,
  retired: (type, count) =>
    count === 0
      ? 'Retired: it is empty and does not show any more.'
      : `Retired: nothing more is added, but ${held(type, count)} ${plural('en', count, 'stays and still shows', 'stay and still show')} in its place.`,
  saidRetired: (name, type, count) =>
    count === 0
      ? `“${name}” is retired.`
      : `“${name}” is retired. ${held(type, count)} ${plural('en', count, 'stays', 'stay')} in it, nothing is lost.`,
  newRubric: 'New rubric',
  addRubric: 'Add the rubric',
  kind: 'What it holds',
  holds: { measure: 'measures', indicator: 'indicators', statement: 'statements' },

  front: 'Before the axes',
  back: 'After the axes',
  none: 'No section.',
  sectionTitle: 'Title',
  sectionKind: 'Kind',
  sectionKinds: { foreword: 'Foreword', annex: 'Annex' },
  untitled: 'Untitled annex',
  toFront: 'Put before the axes',
  toBack: 'Put after the axes',
  toFrontThe: (name) => `Put before the axes: ${name}`,
  toBackThe: (name) => `Put after the axes: ${name}`,
  remove: 'Put in the bin',
  removeThe: (name) => `Put in the bin: ${name}`,
  addFront: 'Add a section before the axes',
  addBack: 'Add a section after the axes',

  labels: 'Words before numbers',
  labelAxis: 'An axis is called',
  labelAction: 'An action is called',
  labelForeword: 'An untitled front section is called',
  numbering: 'Numbers of the actions',
  perAxis: 'From 1 in each axis',
  continuous: 'Through the whole plan',
}
