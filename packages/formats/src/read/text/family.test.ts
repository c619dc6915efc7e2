import { actionsOf, blocksToPlain, lineToPlain, type Action, type Axis } from '@concerte/schema'
import { expect, test } from 'vitest'

import { readText, type ReadResult } from '../text.ts'

// Two plans of this family that look like neither seed: how they number, head, mark and repeat is all their own.

const numberedByAxis = `PROJET ACADÉMIQUE
2026-2030

Académie de Montfleuri

Cap sur 2030

L’école de demain se construit aujourd’hui. Depuis trois ans, les équipes de
l’académie de Montfleuri ont appris à travailler
ensemble.

Trois convictions nous guident :
– la confiance ;
– l’exigence ;
– le bien-être de chacun.

Jeanne Dubreuil
Rectrice de l’académie de Montfleuri
Chancelière des universités

SOMMAIRE

AXE I : Faire réussir tous les élèves ............. 4
AXE II : Prendre soin ............................. 7

4

AXE I : Faire réussir tous les élèves

Chaque élève peut progresser. L’académie compte 412 écoles et 96 collèges,
dont 14 en éducation prioritaire.

Les actions

1.1 Soutenir la lecture à tous les âges
1.2 Mieux évaluer
1.3 Ouvrir l’école

Projet académique 2026-2030                                        5

1.1 Soutenir la lecture à tous les âges

• Installer un quart d’heure de lecture dans chaque classe, en lien avec les
médiathèques :
– en maternelle, par le récit ;
– au collège, par le carnet de lecteur.
• Former 300 professeurs par an.

Indicateurs :
• Part des élèves lecteurs en fin de CE1 (cible : 85 %).
• Nombre de classes engagées.

1.2 Mieux évaluer

• Partager les résultats des évaluations nationales avec les familles.
• Construire des outils communs.

Indicateur :
• Taux de participation aux évaluations.

1.3 Ouvrir l’école

• Accueillir les parents le samedi matin.

Indicateurs :
• Nombre d’écoles ouvertes.

AXE II : Prendre soin

Le bien-être est une condition de la réussite.

Les actions

2.1 Prévenir le harcèlement
2.2 Soutenir les personnels

2.1 Prévenir le harcèlement

• Former des élèves ambassadeurs.

Indicateurs :
• Nombre de situations traitées.

2.2 Soutenir les personnels

• Créer un réseau d’écoute
dans chaque bassin.
• Proposer un bilan de carrière.

Indicateurs :
• Taux d’absence de courte durée.
• Nombre de bilans.
`

const inCapitals = `Académie du Grand-Littoral
PROJET D’ACADÉMIE

AVANT-PROPOS

Ce projet dit ce que nous voulons faire ensemble. Il est court,
parce qu’il doit être lu.

Paul Mérieux
Recteur

AXE 1
UNE ÉCOLE QUI ACCUEILLE

NOTRE AMBITION

Nous voulons que chaque enfant trouve sa place dans une école proche de chez lui, y compris dans les
îles et en milieu rural.

NOS OBJECTIFS

– Maintenir une école à moins de vingt minutes.
– Scolariser les enfants de deux ans
   • dans les quartiers prioritaires
   • dans les îles
– Réussir l’inclusion.

NOS ATOUTS

– Des équipes stables.
– Un réseau d’AESH formé.

AXE 2
UNE ÉCOLE QUI INSTRUIT

NOTRE AMBITION

Lire, écrire, compter : rien n’est acquis tant que tous n’y sont pas.

NOS OBJECTIFS

– Doubler le temps d’écriture.
– Mettre un professeur de plus là où c’est nécessaire.

NOS ATOUTS

– Un plan de formation suivi par 1 200 professeurs.
– Des laboratoires de mathématiques.

#grandlittoral #ecole
www.ac-grand-littoral.fr
`

test('actions numbered by their axis stand in it, announced once, with their indicators', () => {
  const { project, unplaced } = read(numberedByAxis)
  expect(unplaced).toEqual([])
  expect(project.axes.map((axis) => lineToPlain(axis.title))).toEqual([
    'Faire réussir tous les élèves',
    'Prendre soin',
  ])
  expect(project.axes.flatMap(actionsOf).map(outline)).toEqual([
    {
      title: '1 Soutenir la lecture à tous les âges',
      measures: [
        'Installer un quart d’heure de lecture dans chaque classe, en lien avec les médiathèques :\n' +
          'en maternelle, par le récit ;\nau collège, par le carnet de lecteur.',
        'Former 300 professeurs par an.',
      ],
      indicators: ['Part des élèves lecteurs en fin de CE1 (cible : 85 %).', 'Nombre de classes engagées.'],
    },
    {
      title: '2 Mieux évaluer',
      measures: [
        'Partager les résultats des évaluations nationales avec les familles.',
        'Construire des outils communs.',
      ],
      indicators: ['Taux de participation aux évaluations.'],
    },
    {
      title: '3 Ouvrir l’école',
      measures: ['Accueillir les parents le samedi matin.'],
      indicators: ['Nombre d’écoles ouvertes.'],
    },
    {
      title: '1 Prévenir le harcèlement',
      measures: ['Former des élèves ambassadeurs.'],
      indicators: ['Nombre de situations traitées.'],
    },
    {
      title: '2 Soutenir les personnels',
      measures: ['Créer un réseau d’écoute dans chaque bassin.', 'Proposer un bilan de carrière.'],
      indicators: ['Taux d’absence de courte durée.', 'Nombre de bilans.'],
    },
  ])
})

test('the table of contents and what numbers the pages are furniture', () => {
  expect(read(numberedByAxis).furniture).toEqual([
    { line: lineOf('SOMMAIRE'), text: 'SOMMAIRE' },
    { line: lineOf('SOMMAIRE') + 2, text: 'AXE I : Faire réussir tous les élèves ............. 4' },
    { line: lineOf('SOMMAIRE') + 3, text: 'AXE II : Prendre soin ............................. 7' },
    { line: lineOf('SOMMAIRE') + 5, text: '4' },
    { line: lineOf('Projet académique 2026'), text: 'Projet académique 2026-2030 5' },
  ])
})

test('numbers that do not rise are no pages: they stay in the text', () => {
  const { project, furniture } = read('Axe 1 - Un\n\nNous étions\n\n12\n\nNous sommes\n\n9\n\net voilà.\n')
  expect(furniture).toEqual([])
  expect(blocksToPlain(project.axes[0]?.introduction ?? []).match(/\d+/gu)).toEqual(['12', '9'])
})

test('a number of another axis is a part of the text', () => {
  const { project } = read('Axe 1 - Un\n\n1.1 Agir\n\n• Ceci.\n\nAxe 2 - Deux\n\n1.2 Agir\n\n• Cela.\n')
  expect(project.axes.map((axis) => actionsOf(axis).length)).toEqual([1, 0])
  expect(JSON.stringify(project)).toContain('1.2 Agir')
})

test('titles in capitals below their number, and headings in capitals over dashes', () => {
  const { project, unplaced, furniture } = read(inCapitals)
  expect([unplaced, furniture]).toEqual([[], []])
  expect(project.cover).toEqual({
    title: [{ text: 'PROJET D’ACADÉMIE' }],
    academy: [{ text: 'Académie du Grand-Littoral' }],
    slogan: [],
    mention: [{ text: '#grandlittoral #ecole' }],
    website: 'www.ac-grand-littoral.fr',
  })
  expect(project.front.map((section) => lineToPlain(section.title))).toEqual(['AVANT-PROPOS'])
  expect(project.axes.map(rubricTexts)).toEqual([
    {
      title: 'UNE ÉCOLE QUI ACCUEILLE',
      'nos-objectifs': [
        'Maintenir une école à moins de vingt minutes.',
        'Scolariser les enfants de deux ans\ndans les quartiers prioritaires\ndans les îles',
        'Réussir l’inclusion.',
      ],
      'nos-atouts': ['Des équipes stables.', 'Un réseau d’AESH formé.'],
    },
    {
      title: 'UNE ÉCOLE QUI INSTRUIT',
      'nos-objectifs': [
        'Doubler le temps d’écriture.',
        'Mettre un professeur de plus là où c’est nécessaire.',
      ],
      'nos-atouts': [
        'Un plan de formation suivi par 1 200 professeurs.',
        'Des laboratoires de mathématiques.',
      ],
    },
  ])
})

test.each([
  ['numbered by axis', numberedByAxis],
  ['in capitals', inCapitals],
])('every word of the plan %s is placed or reported', (_name, source) => {
  const { project, unplaced, furniture } = read(source)
  const texts = [project.cover, project.template, project.front, project.axes, unplaced, furniture]
  const kept = new Set(words(JSON.stringify(texts)))
  expect(words(source).filter((word) => !kept.has(word))).toEqual([])
})

function read(text: string): ReadResult {
  return readText(new TextEncoder().encode(text))
}

function lineOf(start: string): number {
  return numberedByAxis.split('\n').findIndex((line) => line.startsWith(start)) + 1
}

function outline(action: Action): Record<string, string | string[]> {
  return { title: `${action.number} ${lineToPlain(action.title)}`, ...entryTexts(action) }
}

function rubricTexts(axis: Axis): Record<string, string | string[]> {
  return { title: lineToPlain(axis.title), ...entryTexts(axis) }
}

function entryTexts(holder: Axis | Action): Record<string, string[]> {
  return Object.fromEntries(
    holder.rubrics.map((item) => [item.rubric, item.entries.map((entry) => blocksToPlain(entry.text))]),
  )
}

/** The words of a text, without case. */
function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? []
}
