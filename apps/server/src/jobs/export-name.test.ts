import { actionsTemplate, emptyProject } from '@concerte/schema'
import { expect, test } from 'vitest'

import { exportName } from './export-name.ts'

function plan(title: string, academy: string, period: { start: number; end: number } | null = null) {
  return emptyProject({ template: actionsTemplate, title, academy, period })
}

test.each([
  [
    plan('Projet académique', 'Académie de Lille', { start: 2025, end: 2029 }),
    'Projet académique – Académie de Lille – 2025-2029.pdf',
  ],
  [plan('', ''), 'Projet académique.pdf'],
  [plan('a/b\\c:d*?"<>|', '\u0000\u202eLille'), 'a b c d – Lille.pdf'],
  [plan('x'.repeat(400), ''), `${'x'.repeat(150)}.pdf`],
])('a plan is saved under a name that every system takes', (project, name) => {
  expect(exportName(project, { format: 'pdf' })).toBe(name)
})

test('a version adds its name, and a project file says what it is', () => {
  const project = plan('Projet', 'Lille')
  expect(exportName(project, { format: 'json', versionName: 'Jalon 1' })).toBe(
    'Projet – Lille – Jalon 1.project.json',
  )
})
