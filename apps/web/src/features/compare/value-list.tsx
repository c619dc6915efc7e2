import type { ValueChange } from '@concerte/schema'
import type { ReactNode } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { useLocale } from '../../i18n/locale.ts'
import { fieldWords, isShort, valueWords } from './change-words.ts'
import { DiffWords } from './diff-text.tsx'
import { compareMessages } from './messages.ts'
import styles from './comparison-view.module.css'

/** Fields of one value, as they were and as they are: «Cible : 80 % → 85 %». */
export function ValueList({
  values,
  action,
}: {
  values: readonly ValueChange[]
  action?: (field: string) => ReactNode
}) {
  const t = useMessages(compareMessages)
  const locale = useLocale()
  return (
    <dl className={styles.values}>
      {values.map((value) => {
        const before = valueWords(value.field, value.before, t, locale)
        const after = valueWords(value.field, value.after, t, locale)
        return (
          <div key={value.field}>
            <dt>{fieldWords(value, t)}</dt>
            <dd>
              <span>
                {isShort({ before, after }) ? (
                  <>
                    {before !== null && <DiffWords before={before} after="" />}
                    {before !== null && (
                      <span className={styles.arrow} aria-hidden="true">
                        {arrow}
                      </span>
                    )}
                    {after === null ? (
                      <span className={styles.note}>{t.notFilled}</span>
                    ) : (
                      <DiffWords before="" after={after} />
                    )}
                  </>
                ) : (
                  <DiffWords before={before ?? ''} after={after ?? ''} />
                )}
              </span>
              {action?.(value.field)}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const arrow = ' → '
