import { expect, test } from 'vitest'

import { isAllowed, permissions, type Permission } from './permissions.ts'
import { policyTable } from './policy-table.ts'
import { phaseSchema, roleSchema, scopeOf } from './rights.ts'

/** Who may, by phase: `L`ead, `E`ditor, reviewer (`V`), `R`eader. */
const who: Record<Permission, readonly [string, string, string, string, string]> = {
  //          drafting review consultation validation final
  comment: ['LEV', 'LEV', 'LEV', 'LEV', ''],
  propose: ['LEV', 'LEV', 'LEV', 'LE', ''],
  decide: ['LE', 'LE', 'LE', 'L', ''],
  nameVersion: ['LE', 'LE', 'LE', 'LE', 'L'],
  restore: ['L', 'L', 'L', 'L', ''],
  manage: ['L', 'L', 'L', 'L', 'L'],
  readTrail: ['L', 'L', 'L', 'L', 'L'],
  approve: ['', '', '', 'LEVR', ''],
  seal: ['', '', '', 'L', ''],
  reopen: ['', '', '', '', 'L'],
}
const letters = { lead: 'L', editor: 'E', reviewer: 'V', reader: 'R' } as const

test('[S4] what each role may do beside writing, in each phase, is this table', () => {
  const table = Object.fromEntries(
    permissions.map((permission) => [
      permission,
      phaseSchema.options.map((phase) =>
        roleSchema.options
          .filter((role) => isAllowed(permission, { role, phase }))
          .map((role) => letters[role])
          .join(''),
      ),
    ]),
  )
  expect(table).toEqual(who)
})

test('[S4] the table that people are shown is the one that decides', () => {
  const shown = policyTable()
  expect(shown.map(({ phase }) => phase)).toEqual(phaseSchema.options)
  for (const { phase, cells } of shown) {
    expect(cells.map(({ role }) => role)).toEqual(roleSchema.options)
    for (const { role, scope, may } of cells) {
      expect(scope).toBe(scopeOf(role, phase))
      expect(may).toEqual(permissions.filter((permission) => isAllowed(permission, { role, phase })))
    }
  }
})
