import { periodSchema, setCover, type Period } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { coverNode } from '../store/place.ts'
import { useCoverValues } from '../store/use-structure.ts'
import { LineSetting } from './line-setting.tsx'
import { settingsMessages } from './messages.ts'
import { SettingField } from './setting-field.tsx'
import styles from './settings.module.css'

const academy = { node: coverNode, field: 'academy' }
const title = { node: coverNode, field: 'title' }
const slogan = { node: coverNode, field: 'slogan' }
const mention = { node: coverNode, field: 'mention' }

/** What stands on the cover. Its texts can also be written where they stand. */
export function CoverSettings() {
  const t = useMessages(settingsMessages)
  const words = useMessages(planMessages)
  const { store } = usePlan()
  const { period, website } = useCoverValues()
  const show = (shown: Period) => words.period(shown.start, shown.end)
  return (
    <div className={styles.fields}>
      <LineSetting place={academy} label={t.academy} />
      <LineSetting place={title} label={t.coverTitle} />
      <SettingField
        id="setting-period"
        label={t.period}
        description={t.periodNote}
        value={period === undefined ? '' : show(period)}
        maxLength={20}
        read={(typed) => {
          const read = readPeriod(typed)
          return read === null ? null : show(read)
        }}
        wrong={t.periodWrong}
        onChange={(typed) => setCover(store.plan, 'period', readPeriod(typed) ?? undefined)}
      />
      <LineSetting place={slogan} label={t.slogan} />
      <LineSetting place={mention} label={t.mention} description={t.mentionNote} />
      <SettingField
        id="setting-website"
        label={t.website}
        value={website ?? ''}
        maxLength={500}
        onChange={(typed) => setCover(store.plan, 'website', typed === '' ? undefined : typed)}
      />
    </div>
  )
}

/** «2024-2028», «2024 à 2028», «2024». */
function readPeriod(typed: string): Period | null {
  const found = /^\s*(\d{4})(?:\s*(?:[-–—/]|à|to)\s*(\d{4}))?\s*$/.exec(typed)
  if (found === null) return null
  const start = Number(found[1])
  const period = periodSchema.safeParse({ start, end: Number(found[2] ?? start) }).data
  return period !== undefined && period.start <= period.end ? period : null
}
