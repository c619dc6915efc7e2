import type { NodeId } from '@concerte/schema'
import { memo } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { PlanText } from '../fields/plan-text.tsx'
import { planMessages } from '../messages.ts'
import { usePermission } from '../rights/use-permission.ts'
import { useMay } from '../rights/use-rights.ts'
import { usePlainLine, useStructure, useValues } from '../store/use-structure.ts'
import { NodeButton } from './node-button.tsx'
import { NotYours } from './not-yours.tsx'
import styles from './section.module.css'
import { useIsEmptyText } from './use-is-empty-text.ts'

/** Front or back matter: a title, a text, a signatory. A foreword without a title stands under the template's label. */
export const SectionPage = memo(function SectionPage({ id, isFront }: { id: NodeId; isFront: boolean }) {
  const t = useMessages(planMessages)
  const canWrite = useMay({ type: 'write', node: id })
  const mayPropose = usePermission('propose')
  const foreword = useStructure((structure) => structure.template.labels.foreword)
  const { kind } = useValues(id, 'section')
  const isForeword = (kind ?? (isFront ? 'foreword' : 'annex')) === 'foreword'
  const title = usePlainLine({ node: id, field: 'title' })
  const isUnsigned = useIsEmptyText({ node: id, field: 'signatory' })
  const name = title === '' ? (isForeword ? foreword : t.names.section) : title
  const hasTitle = canWrite || title !== ''
  return (
    <section className={styles.section} id={`n-${id}`}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {hasTitle ? (
            <PlanText
              node={id}
              field="title"
              profile="line"
              name={t.fields.sectionTitle(name)}
              placeholder={isForeword ? foreword : t.placeholder.sectionTitle}
              isDefault={isForeword}
            />
          ) : (
            name
          )}
        </h2>
        <NodeButton node={id} name={name} />
      </div>
      <NotYours node={id} />
      <PlanText
        node={id}
        field="body"
        profile="block"
        name={t.fields.sectionBody(name)}
        placeholder={t.placeholder.sectionBody}
        className={styles.body}
      />
      {(canWrite || mayPropose || !isUnsigned) && (
        <PlanText
          node={id}
          field="signatory"
          profile="block"
          name={t.fields.sectionSignatory(name)}
          placeholder={t.placeholder.signatory}
          isOptional
          className={styles.signatory}
        />
      )}
    </section>
  )
})
