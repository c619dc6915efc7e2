import { useMessages } from '../../i18n/catalogue.ts'
import fields from '../../ui/field.module.css'
import { versionsMessages } from './messages.ts'

/** Whether a version is a milestone. */
export function MilestoneBox({
  isMilestone,
  onChange,
}: {
  isMilestone: boolean
  onChange: (isMilestone: boolean) => void
}) {
  const t = useMessages(versionsMessages)
  return (
    <label className={fields.check}>
      <input
        type="checkbox"
        className={fields.box}
        checked={isMilestone}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={fields.checkLabel}>
        {t.milestone} <span className={fields.choiceText}>{t.milestoneNote}</span>
      </span>
    </label>
  )
}
