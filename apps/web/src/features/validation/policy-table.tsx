import {
  permissions,
  phaseSchema,
  policyTable,
  type Permission,
  type Phase,
  type PolicyCell,
} from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { classes } from '../../ui/classes.ts'
import { Select } from '../../ui/select.tsx'
import { phaseMessages } from '../plan/phase/messages.ts'
import { roleMessages } from '../roles/messages.ts'
import { validationMessages } from './messages.ts'
import styles from './validation.module.css'

const policy = policyTable()
const abilities = ['read', 'write', ...permissions] as const

/** The one table of rights, in words, for the phase of now or another. */
export function PolicyTable({ now }: { now: Phase }) {
  const t = useMessages(validationMessages)
  const phases = useMessages(phaseMessages)
  const roles = useMessages(roleMessages)
  const [chosen, setChosen] = useState<Phase | null>(null)
  const phase = chosen ?? now
  const cells = policy.find((row) => row.phase === phase)?.cells ?? []
  return (
    <section className={styles.section} aria-labelledby="policy">
      <div className={styles.sectionHead}>
        <h2 id="policy">{t.policy.title}</h2>
        <Select
          label={t.policy.phase}
          value={phase}
          onChange={setChosen}
          choices={phaseSchema.options.map((value) => ({ value, label: phases.names[value] }))}
        />
      </div>
      {/* In a narrow window it is wider than the page: it scrolls by itself, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.scrolls} aria-label={t.policy.caption(phases.names[phase])} tabIndex={0}>
        <table className={styles.policy}>
          <caption>{t.policy.caption(phases.names[phase])}</caption>
          <thead>
            <tr>
              <th scope="col">{t.policy.ability}</th>
              {cells.map(({ role }) => (
                <th key={role} scope="col">
                  {roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {abilities
              .filter((ability) => cells.some((cell) => grantOf(ability, cell) !== 'no'))
              .map((ability) => (
                <tr key={ability}>
                  <th scope="row">{t.policy.abilities[ability]}</th>
                  {cells.map((cell) => {
                    const grant = grantOf(ability, cell)
                    return (
                      <td key={cell.role} className={classes(grant === 'no' && styles.no)}>
                        {t.policy[grant]}
                      </td>
                    )
                  })}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      <p className={styles.note}>{t.policy.note}</p>
    </section>
  )
}

/** Which word of the catalogue stands in a cell. */
function grantOf(
  ability: 'read' | 'write' | Permission,
  { scope, may }: PolicyCell,
): 'yes' | 'no' | 'texts' | 'named' {
  if (ability === 'read') return 'yes'
  if (ability === 'write') return scope === 'everything' ? 'yes' : scope === 'contents' ? 'texts' : 'no'
  if (!may.includes(ability)) return 'no'
  return ability === 'approve' ? 'named' : 'yes'
}
