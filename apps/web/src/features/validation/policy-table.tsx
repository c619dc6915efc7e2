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
import { useLocale, type Locale } from '../../i18n/locale.ts'
import { Select } from '../../ui/select.tsx'
import { phaseMessages } from '../plan/phase/messages.ts'
import { validationMessages } from './messages.ts'
import styles from './validation.module.css'

const policy = policyTable()
const abilities = ['read', 'write', ...permissions] as const

/** The one table of rights, in words, for the phase of now or another. */
export function PolicyTable({ now }: { now: Phase }) {
  const t = useMessages(validationMessages)
  const phases = useMessages(phaseMessages)
  const locale = useLocale()
  const [chosen, setChosen] = useState<Phase | null>(null)
  const phase = chosen ?? now
  const cells = policy.find((row) => row.phase === phase)?.cells ?? []
  const nameOf = (roles: readonly PolicyCell['role'][]) =>
    new Intl.ListFormat(locale).format(roles.map((role) => phases.roles[role]))
  const rows = abilities.flatMap((ability) => {
    const who = whoMay(ability, cells, { nameOf, t: t.policy })
    return who === '' ? [] : [{ ability, who: capitalised(who, locale) }]
  })
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
      <table className={styles.policy}>
        <caption>{t.policy.caption(phases.names[phase])}</caption>
        <thead>
          <tr>
            <th scope="col">{t.policy.ability}</th>
            <th scope="col">{t.policy.who}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ability, who }) => (
            <tr key={ability}>
              <th scope="row">{t.policy.abilities[ability]}</th>
              <td>{who}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{t.policy.note}</p>
    </section>
  )
}

/** Empty where nobody may. */
function whoMay(
  ability: 'read' | 'write' | Permission,
  cells: readonly PolicyCell[],
  {
    nameOf,
    t,
  }: {
    nameOf: (roles: readonly PolicyCell['role'][]) => string
    t: (typeof validationMessages)['fr']['policy']
  },
): string {
  const rolesWhere = (isSo: (cell: PolicyCell) => boolean) => cells.filter(isSo).map(({ role }) => role)
  if (ability === 'read') return t.everyone
  if (ability === 'write') {
    const [everywhere, texts] = [
      rolesWhere(({ scope }) => scope === 'everything'),
      rolesWhere(({ scope }) => scope === 'contents'),
    ]
    return [
      ...(everywhere.length === 0 ? [] : [t.everywhere(nameOf(everywhere))]),
      ...(texts.length === 0 ? [] : [t.texts(nameOf(texts))]),
    ].join(t.between)
  }
  const roles = rolesWhere(({ may }) => may.includes(ability))
  return ability === 'approve' && roles.length > 0 ? t.named : nameOf(roles)
}

function capitalised(words: string, locale: Locale): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
}
