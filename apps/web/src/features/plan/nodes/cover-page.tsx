import { useMessages } from '../../../i18n/catalogue.ts'
import { OpenCountsButton } from '../../review/open-counts-button.tsx'
import { PlanText } from '../fields/plan-text.tsx'
import { planMessages } from '../messages.ts'
import { usePermission } from '../rights/use-permission.ts'
import { useMay } from '../rights/use-rights.ts'
import { coverNode } from '../store/place.ts'
import { useCoverValues, usePlainLine } from '../store/use-structure.ts'
import { useList } from '../store/use-structure.ts'
import styles from './cover.module.css'
import { CoverAxes } from './cover-axes.tsx'
import { NotYours } from './not-yours.tsx'

/** The cover: academy, title, period, slogan, mention, address. What is empty shows only to those who may fill it in. */
export function CoverPage() {
  const t = useMessages(planMessages)
  const { period, website } = useCoverValues()
  const axes = useList('axes')
  return (
    <header className={styles.cover} id={`n-${coverNode}`}>
      <Line
        field="academy"
        name={t.fields.coverAcademy}
        placeholder={t.placeholder.coverAcademy}
        className={styles.academy}
      />
      <div className={styles.head}>
        <h1 className={styles.title}>
          <PlanText
            node={coverNode}
            field="title"
            profile="line"
            name={t.fields.coverTitle}
            placeholder={t.placeholder.coverTitle}
          />
        </h1>
        <OpenCountsButton node={coverNode} name={t.outline.cover} />
      </div>
      {period !== undefined && <p className={styles.period}>{t.period(period.start, period.end)}</p>}
      <Line
        field="slogan"
        name={t.fields.coverSlogan}
        placeholder={t.placeholder.coverSlogan}
        className={styles.slogan}
      />
      <Line
        field="mention"
        name={t.fields.coverMention}
        placeholder={t.placeholder.coverMention}
        className={styles.mention}
      />
      <NotYours node={coverNode} />
      {website !== undefined && website !== '' && <p className={styles.website}>{website}</p>}
      <CoverAxes axes={axes} />
    </header>
  )
}

function Line({
  field,
  name,
  placeholder,
  className,
}: {
  field: 'academy' | 'slogan' | 'mention'
  name: string
  placeholder: string
  className: string | undefined
}) {
  const canWrite = useMay({ type: 'write', node: coverNode })
  const mayPropose = usePermission('propose')
  const words = usePlainLine({ node: coverNode, field })
  if (words === '' && !canWrite && !mayPropose) return null
  return (
    <PlanText
      node={coverNode}
      field={field}
      profile="line"
      name={name}
      placeholder={placeholder}
      isOptional={field !== 'academy'}
      className={className}
    />
  )
}
