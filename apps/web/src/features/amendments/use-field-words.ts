import { datedValueSchema, indicatorKindSchema, type FieldValue } from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { useLocale } from '../../i18n/locale.ts'
import { planMessages } from '../plan/messages.ts'
import { formatPartialDate } from '../plan/values/partial-date.ts'
import { reviewMessages } from '../review/messages.ts'

/** Names of texts and fields, and values as people read them. */
export function useFieldWords(): {
  /** «Cible», «Titre», «Texte». */
  fieldName: (field: string) => string
  /** «85 % (juin 2028)»; empty where there is none. */
  valueWords: (field: string, value: FieldValue) => string
} {
  const plan = useMessages(planMessages)
  const { texts } = useMessages(reviewMessages)
  const locale = useLocale()
  const named: Readonly<Record<string, unknown>> = { ...plan.action, ...plan.indicator, ...texts }
  return {
    fieldName(field) {
      const name = Object.hasOwn(named, field) ? named[field] : undefined
      return typeof name === 'string' ? name : texts.text
    },
    valueWords(field, value) {
      if (value === null) return ''
      const dated = datedValueSchema.safeParse(value).data
      if (dated !== undefined) {
        if (dated.date === undefined) return dated.value
        return `${dated.value} (${formatPartialDate(dated.date, locale)})`.trim()
      }
      const kind = field === 'kind' ? indicatorKindSchema.safeParse(value).data : undefined
      if (kind !== undefined) return plan.indicator.kinds[kind]
      return typeof value === 'string' ? value : ''
    },
  }
}
