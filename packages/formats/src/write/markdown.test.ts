import { expect, test } from 'vitest'

import { everyFeature } from './every-feature.ts'
import { writeMarkdown } from './markdown.ts'

test('headings follow the plan, from its title to the rubrics of an action', () => {
  const headings = setupMarkdown().match(/^#+ .*$/gmu)
  expect(headings?.slice(0, 9)).toEqual([
    '# Projet académique',
    '## Mot de la rectrice',
    '## Axe\u00a01 – Progresser au XXI<sup>e</sup> siècle',
    '### Nos constats',
    '### Ancienne rubrique',
    '### Les actions qui seront menées',
    '### Les actions qui seront menées pour les élèves',
    '### Les actions qui seront menées pour le *personnel*',
    '### Les actions qui seront menées',
  ])
  expect(headings).toContain(
    '#### 2. ' +
      'Une action dont le titre est vraiment très long, parce que les groupes de travail y mettent tout ce qu’ils veulent dire, jusqu’à l’inter-degrés, l’orientation et l’insertion professionnelle des jeunes',
  )
  expect(headings).toContain('##### Indicateur')
})

test('an announced list keeps the numbers of its actions', () => {
  expect(setupMarkdown()).toContain(
    '### Les actions qui seront menées pour le *personnel*\n\n4. Accompagner\n',
  )
})

test('runs that share a mark stand in one pair of signs', () => {
  expect(setupMarkdown()).toContain('**Gras**, *italique*, **_les deux_ gras** et un [lien sûr]')
})

test('an unsafe address leaves its words without a link', () => {
  const markdown = setupMarkdown()
  expect(markdown).toContain('un piège.')
  expect(markdown).not.toContain('javascript:')
})

test('the fields of an indicator are a list under it', () => {
  expect(setupMarkdown()).toContain('**Cible**\u00a0: 80\u00a0% (juin 2028)\n')
})

function setupMarkdown(): string {
  const plan = everyFeature()
  return writeMarkdown(plan, { locale: 'fr' })
}
