import { memo, useSyncExternalStore } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import unseen from '../../../ui/unseen.module.css'
import { planMessages } from '../messages.ts'
import { AddButton } from '../nodes/add-button.tsx'
import { AxisSection } from '../nodes/axis-section.tsx'
import { CoverPage } from '../nodes/cover-page.tsx'
import { SectionPage } from '../nodes/section-page.tsx'
import { Tray } from '../nodes/tray.tsx'
import { usePlan } from '../plan-context.ts'
import { useList } from '../store/use-structure.ts'
import styles from './page.module.css'

/** The plan as a page: cover, front matter, axes, back matter, and what waits for a place. */
export const PlanBody = memo(function PlanBody() {
  const t = useMessages(planMessages)
  const front = useList('front')
  const axes = useList('axes')
  const back = useList('back')
  const { parts } = usePlan()
  const isLong = useSyncExternalStore(parts.subscribe, parts.isLong)
  return (
    <div className={styles.sheet}>
      {isLong && <p className={unseen.unseen}>{t.long}</p>}
      <CoverPage />
      {front.map(({ id }) => (
        <SectionPage key={id} id={id} isFront />
      ))}
      <div className={styles.between}>
        <AddButton added={{ type: 'section', parent: 'front' }} label={t.add.front} name={t.add.frontTo} />
      </div>
      {axes.map(({ id }) => (
        <AxisSection key={id} id={id} />
      ))}
      <div className={styles.between}>
        <AddButton added={{ type: 'axis' }} label={t.add.axis} name={t.add.axisTo} />
      </div>
      {back.map(({ id }) => (
        <SectionPage key={id} id={id} isFront={false} />
      ))}
      <div className={styles.between}>
        <AddButton added={{ type: 'section', parent: 'back' }} label={t.add.back} name={t.add.backTo} />
      </div>
      <Tray />
    </div>
  )
})
