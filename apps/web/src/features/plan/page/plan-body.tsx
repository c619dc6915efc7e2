import { memo } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { AddButton } from '../nodes/add-button.tsx'
import { AxisSection } from '../nodes/axis-section.tsx'
import { CoverPage } from '../nodes/cover-page.tsx'
import { SectionPage } from '../nodes/section-page.tsx'
import { Tray } from '../nodes/tray.tsx'
import { useList } from '../store/use-structure.ts'
import styles from './page.module.css'

/** The plan as a page: cover, front matter, axes, back matter, and what waits for a place. */
export const PlanBody = memo(function PlanBody() {
  const t = useMessages(planMessages)
  const front = useList('front')
  const axes = useList('axes')
  const back = useList('back')
  return (
    <div className={styles.sheet}>
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
