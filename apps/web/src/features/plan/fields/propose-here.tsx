import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import unseen from '../../../ui/unseen.module.css'
import { planMessages } from '../messages.ts'
import { useIsEmptyText } from '../nodes/use-is-empty-text.ts'
import { usePlan } from '../plan-context.ts'
import styles from './plan-text.module.css'

/** For those who write no words here but may propose some: an empty text says what would stand in it, and is where one proposes it. */
export function ProposeHere({
  node,
  field,
  name,
  placeholder,
  isOptional,
}: {
  node: string
  field: string
  name: string
  placeholder: string
  isOptional: boolean
}) {
  const t = useMessages(planMessages)
  const { review } = usePlan()
  if (!useIsEmptyText({ node, field })) return null
  return (
    <button
      type="button"
      className={classes(styles.proposeHere, isOptional && styles.isOptional)}
      title={t.proposeHere(name)}
      onClick={() =>
        review.open({ tab: 'amendments', compose: { what: 'text', node, field } }, { byKeyboard: true })
      }
    >
      {placeholder} <span className={unseen.unseen}>{t.proposeHere(name)}</span>
    </button>
  )
}
