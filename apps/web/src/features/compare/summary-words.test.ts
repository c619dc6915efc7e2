import {
  compareProjects,
  emptyProject,
  actionsTemplate,
  summarizeComparison,
  type ComparisonSummary,
} from '@concerte/schema'
import { expect, test } from 'vitest'

import { en } from './messages.en.ts'
import { fr } from './messages.fr.ts'
import { summaryItems } from './summary-words.ts'

test('a summary reads in words, in the number and gender of what is counted', () => {
  const summary = setupSummary()
  summary.added.measure = 12
  summary.withdrawn.indicator = 1
  summary.moved.action = 1
  summary.targets.raised = 3
  summary.reworded.statement = 2
  summary.values = 1
  expect(summaryItems(summary, fr)).toEqual([
    '12 mesures ajoutées',
    '1 indicateur retiré',
    '1 action déplacée',
    '3 cibles relevées',
    '2 énoncés réécrits',
    '1 champ modifié',
  ])
  expect(summaryItems(summary, en)).toEqual([
    '12 measures added',
    '1 indicator withdrawn',
    '1 action moved',
    '3 targets raised',
    '2 statements reworded',
    '1 field changed',
  ])
})

test('where nothing changed there is nothing to say', () => {
  expect(summaryItems(setupSummary(), fr)).toEqual([])
})

function setupSummary(): ComparisonSummary {
  const plan = emptyProject({ title: 'Projet', academy: 'Académie', template: actionsTemplate, period: null })
  return summarizeComparison(compareProjects(plan, plan))
}
