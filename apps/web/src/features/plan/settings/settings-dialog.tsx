import { useMessages } from '../../../i18n/catalogue.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { planMessages } from '../messages.ts'
import { LabelsSettings } from './labels-settings.tsx'
import { PeriodSettings } from './period-settings.tsx'
import { RubricsSettings } from './rubrics-settings.tsx'
import styles from './settings.module.css'

/** What leads set for the whole plan. Each setting takes effect as it is made, as everything in the plan does. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(planMessages)
  return (
    <Dialog title={t.settings.title} isOpen onOpenChange={onClose} wide>
      <p className={styles.note}>{t.settings.saved}</p>
      <PeriodSettings />
      <LabelsSettings />
      <RubricsSettings level="axis" />
      <RubricsSettings level="action" />
    </Dialog>
  )
}
