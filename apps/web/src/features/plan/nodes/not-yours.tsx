import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { useRefusal } from '../rights/use-rights.ts'
import styles from './not-yours.module.css'

/** Why this person does not write a part of the plan that stands in no axis. */
export function NotYours({ node }: { node: string }) {
  const t = useMessages(planMessages)
  const refusal = useRefusal({ type: 'write', node })
  return refusal === 'not-your-axis' ? <p className={styles.notYours}>{t.rights.notYourPart}</p> : null
}
