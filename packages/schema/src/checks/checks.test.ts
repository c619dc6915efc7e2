import { describe, expect, test } from 'vitest'

import { emptyProject } from '../empty-project.ts'
import { nodeIdSchema, rubricIdSchema } from '../ids.ts'
import { normalizeProject } from '../normalize-project.ts'
import type { Action, ActionFields, Axis, Entry, IndicatorFields, Project } from '../project.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { orientationsTemplate } from '../templates/orientations.ts'
import { blocksToPlain, plainToBlocks, plainToLine } from '../text/plain-text.ts'
import { checkProject } from './check-project.ts'
import type { CheckId, Finding } from './finding.ts'

const nbsp = '\u00a0'
const narrow = '\u202f'

describe('a plan lacks', () => {
  test('measures, indicators, or both, where the template has rubrics for them', () => {
    const project = planOf([
      action({ measures: ['Former les équipes.'] }),
      action({ indicators: ['Nombre de personnels formés.'] }),
      action({ measures: ['Former les équipes.'], indicators: ['Nombre de personnels formés.'] }),
      action({}),
    ])
    expect(keysOf(project, ['missing-measures', 'missing-indicators'])).toEqual([
      'missing-indicators/a0',
      'missing-measures/a1',
      'missing-measures/a3',
      'missing-indicators/a3',
    ])
    const retired = structuredClone(project)
    for (const slot of retired.template.action) if (slot.type === 'rubric') slot.retired = true
    expect(keysOf(retired, ['missing-measures', 'missing-indicators'])).toEqual([])
    expect(keysOf({ ...project, template: orientationsTemplate, axes: [] }, ['missing-measures'])).toEqual([])
  })

  test('values of today, targets and sources of indicators; what is to be made has no value of today', () => {
    const full: IndicatorFields = {
      kind: 'rate',
      baseline: { value: '70 %' },
      target: { value: '80 %' },
      source: 'DEPP',
    }
    const fields: IndicatorFields[] = [
      full,
      { ...full, baseline: { value: ' ' } },
      { kind: 'deliverable', target: { value: 'une charte' }, source: 'rectorat' },
      {},
    ]
    const texts = fields.map((own, index) => Object.assign({ text: `Taux numéro ${index}.` }, own))
    const project = planOf([action({ measures: ['Former.'], indicators: texts })])
    expect(keysOf(project, ['missing-baseline', 'missing-target', 'missing-source'])).toEqual([
      'missing-baseline/a0-indicators-1',
      'missing-baseline/a0-indicators-3',
      'missing-target/a0-indicators-3',
      'missing-source/a0-indicators-3',
    ])
  })

  test('titles and texts: nothing is said of an empty entry but that it is empty', () => {
    const project = planOf([
      action({ title: '', measures: ['Former les équipes.', ' ', 'Lire.'], indicators: [''] }),
    ])
    expect(checkProject(project).map(({ key }) => key)).toEqual([
      'empty-text/a0/title',
      'empty-text/a0-measures-1/text',
      'empty-text/a0-indicators-0/text',
    ])
  })
})

describe('the same indicator', () => {
  test('is found in two actions, whatever its case, articles and acronym, and where one of them goes on', () => {
    const project = planOf([
      action({ indicators: ['Questionnaire «\u00a0Qualité de vie au travail\u00a0» (QVT),'] }),
      action({
        indicators: ['questionnaire «\u00a0qualité de la vie au travail\u00a0».', 'Nombre d’élèves.'],
      }),
      action({ indicators: ['Questionnaire «\u00a0Qualité de vie au travail\u00a0», nombre de réponses.'] }),
      action({ indicators: ['Nombre d’élèves.', 'Taux de réussite au brevet.'] }),
      action({ indicators: ['Taux de réussite au baccalauréat.'] }),
    ])
    const found = findingsOf(project, 'same-indicator')
    expect(found.map(({ place, related }) => [place, ...(related ?? [])].map(({ node }) => node))).toEqual([
      ['a0-indicators-0', 'a1-indicators-0', 'a2-indicators-0'],
    ])
  })
})

describe('an announced title', () => {
  test.each([
    ['Préparer le CP tout au long de la maternelle', true],
    ['Préparer l’entrée au CP', true],
    ['Préparer l’entrée au CP tout au long de l’école maternelle', true],
    ['Préparer l’entrée au CE1', false],
    ['Assurer l’entrée au CP tout au long de l’école maternelle', false],
    ['Préparer la maternelle tout au long du CP', false],
  ])('%s is a shorter form of the action’s: %s', (announcedTitle, isShorter) => {
    const title = 'Préparer l’entrée au CP tout au long de l’école maternelle'
    const found = findingsOf(planOf([action({ title, announcedTitle })]), 'announced-title')
    expect(found.length === 0).toBe(isShorter)
    for (const { mend } of found) expect(mend?.type).toBe('clear-field')
  })
})

describe('entries begin like their siblings', () => {
  test.each([
    ['Inscription systématique des élèves.', true],
    ['Des actions de prévention.', true],
    ['Former les équipes.', false],
    ['S’appuyer sur les territoires.', false],
    ['Se donner les moyens.', false],
    ['Mieux identifier les besoins.', false],
    ['« Passer d’une culture à l’autre ».', false],
    ['Pour les publics fragiles, se montrer attentif.', false],
    ['Pour les publics fragiles, une attention de chaque jour.', true],
    ['Au sein des bassins\u00a0: développer les liens.', false],
    ['(Re)penser les espaces.', false],
    ['Puis évaluer les progrès.', false],
    ['Co-construire un projet.', false],
    ['Co construire un projet.', false],
    ['Suivre, inscrire, prendre, mettre et faire.', false],
    ['Atelier de lecture.', true],
    ['Lettre aux familles.', true],
  ])('among infinitives, «%s» is out of place: %s', (text, isOut) => {
    const project = planOf([
      action({ measures: ['Développer les clubs.', text, 'Conduire un projet.', 'Lire.'] }),
    ])
    expect(findingsOf(project, 'entry-beginning').length > 0).toBe(isOut)
  })

  test('an infinitive is out of place among nouns; where they are of both kinds, or two, nothing is said', () => {
    expect(
      beginnings('Nombre de clubs,', 'taux de réussite,', 'mesurer le climat,', 'part des élèves.'),
    ).toMatchObject([{ place: { node: 'a0-indicators-2' }, words: { word: 'mesurer', usual: 'other' } }])
    expect(beginnings('Nombre de clubs,', 'mesurer le climat,', 'lire.', 'part des élèves.')).toEqual([])
    expect(beginnings('Nombre de clubs,', 'mesurer le climat.')).toEqual([])
  })

  test('an entry alone in its list is compared with those of the whole plan', () => {
    const others = Array.from({ length: 10 }, () => action({ measures: ['Former les équipes.'] }))
    const project = planOf([...others, action({ measures: ['Point sur les outils.'] })])
    expect(keysOf(project, ['entry-beginning'])).toEqual(['entry-beginning/a10-measures-0'])
  })
})

describe('entries end like their siblings', () => {
  test.each<[entries: string[], ending: string[]]>([
    [['Lire.', 'Écrire.', 'Compter.'], []],
    [['Lire.', 'Écrire', 'Compter.'], ['Écrire→Écrire.']],
    [['Lire.', 'Écrire.', 'Compter'], ['Compter→Compter.']],
    [['Lire.', 'Écrire.', 'Compter,', 'Dire.'], [',→.']],
    [['Lire.', 'Écrire (en cursive)', 'Dire.', 'Compter.'], ['cursive)→cursive).']],
    [['lire,', 'écrire,', 'compter.'], []],
    [['lire,', 'écrire,', 'compter,'], [',→.']],
    [['lire,', 'écrire', 'dire,', 'voir,', 'compter.'], ['écrire→écrire,']],
    [['lire,', 'écrire…', 'compter,', 'dire etc.', 'voir.'], []],
    [
      [`lire${narrow};`, 'écrire.', `dire${narrow};`, `voir${narrow};`, `lier${narrow};`],
      ['.→\u202f;', '\u202f;→.'],
    ],
    [['lire', 'écrire', 'compter'], []],
    [['lire', 'écrire', 'compter.'], []],
    [['lire', 'écrire;', 'dire', 'voir'], [';→']],
    [['Lire.', 'Écrire,'], []],
  ])('%j', (measures, mends) => {
    const found = findingsOf(planOf([action({ measures })]), 'entry-ending')
    expect(found.flatMap(editsOf)).toEqual(mends)
  })
})

describe('acronyms', () => {
  test.each<[texts: string[], keys: string[]]>([
    [['La qualité de vie au travail (QVT).', 'La QVT.'], []],
    [['La QVT (qualité de vie au travail).'], []],
    [
      ['La QVT.', 'Les EPLE.', 'La QVT.'],
      ['acronym-unexplained/*/QVT', 'acronym-unexplained/*/EPLE'],
    ],
    [['La QVT.', 'La qualité de vie au travail (QVT).'], ['acronym-late/*/QVT']],
    [['La qualité de vie (QVT).'], ['acronym-unexplained/*/QVT']],
    [
      ['La qualité de vie au travail (QVT).', 'Qualité de la vie au travail (QVT).'],
      ['acronym-repeated/*/QVT'],
    ],
    [
      ['Un comité local école-entreprise (CLEE).', 'Les comités locaux école-entreprise (CLEE).'],
      ['acronym-repeated/*/CLEE'],
    ],
    [
      ['Le conseil de vie lycéenne (CVL).', 'Le conseil des voix lycéennes (CVL).'],
      ['acronym-differs/*/CVL'],
    ],
    [['Le conseil national de la refondation Éducation (CNR-E).', 'Le CNR-E.'], []],
    [['Une École promotrice de santé (EPSa).'], []],
    [['Le STI2D (sciences et technologies de l’industrie et du développement durable).'], []],
    [['Un conseil des maîtres de cycle 3 (CMC3).'], []],
    [['Le comité de développement de l’emploi (CODEVE).', 'Les lycées polyvalents (LPO).'], []],
    [['« Ouvrir l’École aux parents pour la réussite des enfants » (OEPRE, avec un ministère).'], []],
    [['PIX (service permettant à chacun de certifier ses compétences).'], []],
    [['Le CP, le CE1, le CM2, le CAP et l’EPS, au XXIe siècle, du niveau V au niveau III.'], []],
    [['Agir ENSEMBLE.', 'Agir TOUT de suite.', 'Agir ensemble tout de suite.'], []],
    [['DES ACTIONS POUR LA RÉUSSITE'], []],
    [['Un mot de Mme DUPONT et de M.\u00a0DURAND.'], []],
    [['La page https://exemple.fr/QVT, le mot-clé #QVT.'], []],
    [['Enseignants 1D et 2D.'], ['acronym-unexplained/*/1D', 'acronym-unexplained/*/2D']],
  ])('%j', (measures, keys) => {
    const found = checkProject(planOf([action({ measures })])).filter(({ check }) =>
      check.startsWith('acronym-'),
    )
    expect(found.map(({ key }) => key)).toEqual(keys)
  })
})

describe('names spelled in two ways', () => {
  test.each<[texts: string[], mends: string[] | null]>([
    [['Le Parcours avenir.', 'Le Parcours Avenir.', 'Un Parcours Avenir.'], ['avenir→Avenir']],
    [['Le pass Culture.', 'Un pass culture.'], []],
    [['L’École et l’école.', 'La République, une république.'], null],
    [
      ['Les valeurs de la république.', 'Des valeurs de la République, les valeurs de la République.'],
      ['république→République'],
    ],
    [['Parcours avenir.', 'Le parcours avenir.', 'Voici : Parcours avenir.'], null],
    [
      ['Le ministère chargé de l’Éducation nationale.', 'L’éducation nationale, l’éducation nationale.'],
      null,
    ],
    [
      ['À Clermont Ferrand.', 'À Clermont-Ferrand et Clermont-Ferrand.'],
      ['Clermont Ferrand→Clermont-Ferrand'],
    ],
    [['Une plate-forme.', 'Des plateformes, la plateforme.'], ['plate-forme→plateforme']],
    [['La coéducation.', 'La co-éducation, une co-éducation.'], ['coéducation→co-éducation']],
    [['Il est peut-être ici, il peut être là.', 'Le savoir-faire, savoir faire.'], null],
    [['Ceux-ci et ceux ci-dessus.', 'Y a-t-il ? Il y a.'], null],
    [['L’Ecole et l’École.'], ['Ecole→École']],
    [['La certification PIX, PIX+.', 'La certification Pix.'], ['Pix→PIX']],
    [['Un cap à tenir.', 'Le CAP.'], null],
    [['À Orléans-Tours.', 'Voir #orleans-tours et www.ac-orleans-tours.fr.'], null],
  ])('%j', (measures, mends) => {
    const found = findingsOf(planOf([action({ measures })]), 'spelling-differs')
    expect(found.length > 0 ? found.flatMap(editsOf) : null).toEqual(mends)
  })
})

describe('words', () => {
  test.each<[text: string, check: CheckId, words: string[], mends: string[]]>([
    ['La liste de de toutes.', 'doubled-words', ['de de'], [' de→']],
    ['La liste de de la ville de de Tours.', 'doubled-words', ['de de'], [' de→', ' de→']],
    ['Vers Les les élèves.', 'doubled-words', ['Les les'], [' les→']],
    ['Nous nous engageons, vous vous engagez.', 'doubled-words', [], []],
    ['Il va à Tours, Tours la belle, de 10 10 fois.', 'doubled-words', [], []],
    ['Les élèves d’élèves de CM2.', 'doubled-words', ['élèves d’élèves'], []],
    ['Avancer de proche en proche, de plus en plus.', 'doubled-words', [], []],
    [
      'Nombre de dispositif, nombre d’intervention.',
      'missing-plural',
      ['Nombre de dispositif', 'nombre d’intervention'],
      [],
    ],
    ['Nombre d’élèves, nombre de bac +1, de jeux, au nombre de quatre.', 'missing-plural', [], []],
    ['Bon nombre d’entre eux, nombre de demi-journées, de CLEE.', 'missing-plural', [], []],
    ['Co construire un projet inter cycles.', 'detached-prefix', ['Co construire', 'inter cycles'], []],
    ['Une note, le ré mineur, intra et inter-degrés, post-bac.', 'detached-prefix', ['ré mineur'], []],
    ['Une liste (sans fin.', 'unclosed', [], []],
    ['a) Une liste (sans fin) « bien » [sic].', 'unclosed', [], []],
  ])('«%s»', (text, check, words, mends) => {
    const found = findingsOf(planOf([action({ measures: [text] })]), check)
    if (check !== 'unclosed') expect(found.map((finding) => finding.words?.['words'])).toEqual(words)
    else expect(found).toHaveLength(text.includes(')') ? 0 : 1)
    expect(found.flatMap(editsOf)).toEqual(mends)
  })
})

describe('typography', () => {
  test.each<[text: string, mended: string]>([
    ['Un  mot , et  deux .', 'Un mot, et deux.'],
    ['Un mot ( sans espace ) ici.', 'Un mot (sans espace) ici.'],
    ['Des jeux...', 'Des jeux…'],
    ['Des jeux, etc... Et etc…', 'Des jeux, etc. Et etc.'],
    ["L'école d'ici.", 'L’école d’ici.'],
    ['Le "socle commun" ici.', `Le «${nbsp}socle commun${nbsp}» ici.`],
    ['Le “socle” et « le “socle” ».', `Le «${nbsp}socle${nbsp}» et «${nbsp}le “socle”${nbsp}».`],
    ['Le <<socle>> ici.', `Le «${nbsp}socle${nbsp}» ici.`],
    ['Quoi ? Ceci : cela ; non !', `Quoi${narrow}? Ceci${nbsp}: cela${narrow}; non${narrow}!`],
    ['Quoi? Ceci: cela; non!', `Quoi${narrow}? Ceci${nbsp}: cela${narrow}; non${narrow}!`],
    [`Le « socle » et «l’école».`, `Le «${nbsp}socle${nbsp}» et «${nbsp}l’école${nbsp}».`],
    ['De 80 % à 85%.', `De 80${nbsp}% à 85${nbsp}%.`],
  ])('«%s» becomes «%s»', (text, wanted) => {
    let project = planOf([action({ measures: [text] })])
    // As one mends one finding after the other: each is told of the text of then.
    for (let finding = mendable(project); finding !== undefined; finding = mendable(project)) {
      project = withMeasure(project, mended(textOf(project), finding))
    }
    expect(textOf(project)).toBe(wanted)
  })

  test.each([
    `Quoi${nbsp}? Oui${narrow}: à 8:30, sur https://exemple.fr?a=1;b, l’étudiant·e… 3.5, etc.`,
    `Un «${narrow}mot${narrow}», 80${narrow}% :-) et voilà ;)`,
    'Un mot (!) et (?), « sur https://exemple.fr/? » ou non.'
      .replaceAll('« ', '«\u00a0')
      .replaceAll(' »', '\u00a0»'),
    'La liste :\nun\ndeux',
  ])('nothing is said of «%s»', (text) => {
    const said = checkProject(planOf([action({ measures: [text] })])).filter(
      ({ severity }) => severity === 'typography',
    )
    expect(said.map(({ check }) => check)).toEqual(text.includes('\n') ? ['no-break-spaces'] : [])
  })
})

test('texts that nobody reads to their end are told of: entries, indicators, titles, paragraphs', () => {
  const project = planOf([
    action({
      title: wordsOf(160),
      measures: [wordsOf(390), wordsOf(410)],
      indicators: [wordsOf(190), wordsOf(210)],
    }),
  ])
  project.front = [
    {
      type: 'section',
      id: nodeIdSchema.parse('mot'),
      kind: 'foreword',
      title: [],
      body: plainToBlocks(`${wordsOf(800)}\n${wordsOf(910)}`),
      signatory: [],
    },
  ]
  const found = findingsOf(project, 'long-text')
  expect(found.map(({ place }) => place.node)).toEqual(['mot', 'a0', 'a0-measures-1', 'a0-indicators-1'])
  expect(found[0]?.range).toEqual({ start: 800, end: 1709 })
})

function wordsOf(length: number): string {
  return 'mots '.repeat(length / 5).trim()
}

function beginnings(...indicators: string[]): Finding[] {
  return findingsOf(planOf([action({ indicators })]), 'entry-beginning')
}

type EntryOf = string | ({ text: string } & IndicatorFields)
type ActionOf = { title: string; fields: ActionFields; measures: EntryOf[]; indicators: EntryOf[] }

function action(of: {
  title?: string
  announcedTitle?: string
  measures?: string[]
  indicators?: EntryOf[]
}): ActionOf {
  const { title = 'Agir', announcedTitle, measures = [], indicators = [] } = of
  return { title, fields: announcedTitle === undefined ? {} : { announcedTitle }, measures, indicators }
}

/** A plan of one axis with these actions, `a0`, `a1`…; their entries are `a0-measures-0` and so on. */
function planOf(actions: ActionOf[]): Project {
  const project = emptyProject({ template: actionsTemplate, title: 'Projet', academy: '', period: null })
  const content = actions.map(({ title, fields, measures, indicators }, index): Action => {
    const id = nodeIdSchema.parse(`a${index}`)
    const entries = (rubric: string, type: 'measure' | 'indicator', given: EntryOf[]): Entry[] =>
      given.map((entry, at) => {
        const { text, ...own } = typeof entry === 'string' ? { text: entry } : entry
        return {
          id: nodeIdSchema.parse(`${id}-${rubric}-${at}`),
          type,
          text: plainToBlocks(text),
          ...own,
        }
      })
    return {
      type: 'action',
      id,
      number: 1,
      title: plainToLine(title),
      ...fields,
      rubrics: [
        { rubric: rubricIdSchema.parse('measures'), entries: entries('measures', 'measure', measures) },
        {
          rubric: rubricIdSchema.parse('indicators'),
          entries: entries('indicators', 'indicator', indicators),
        },
      ],
    }
  })
  const axis: Axis = {
    type: 'axis',
    id: nodeIdSchema.parse('axis'),
    number: 1,
    title: plainToLine('Progresser'),
    slogan: [],
    introduction: [],
    rubrics: [],
    content,
  }
  return normalizeProject({ ...project, front: [], axes: [axis] })
}

function keysOf(project: Project, checks: CheckId[]): string[] {
  return checkProject(project)
    .filter(({ check }) => checks.includes(check))
    .map(({ key }) => key)
}

function findingsOf(project: Project, check: CheckId): Finding[] {
  return checkProject(project).filter((finding) => finding.check === check)
}

function editsOf({ mend }: Finding): string[] {
  return mend?.type === 'replace' ? mend.edits.map(({ was, text }) => `${was}→${text}`) : []
}

function mendable(project: Project): Finding | undefined {
  return checkProject(project).find(({ severity, mend }) => severity === 'typography' && mend !== undefined)
}

function mended(plain: string, { mend }: Finding): string {
  if (mend?.type !== 'replace') throw new Error('no replacement')
  return mend.edits.toReversed().reduce((text, { range, was, text: wanted }) => {
    expect(text.slice(range.start, range.end)).toBe(was)
    return text.slice(0, range.start) + wanted + text.slice(range.end)
  }, plain)
}

function measureOf(project: Project): Entry {
  const [first] = project.axes[0]!.content
  if (first?.type !== 'action') throw new Error('no action')
  return first.rubrics[0]!.entries[0]!
}

function textOf(project: Project): string {
  return blocksToPlain(measureOf(project).text)
}

function withMeasure(project: Project, text: string): Project {
  const changed = structuredClone(project)
  measureOf(changed).text = plainToBlocks(text)
  return changed
}
