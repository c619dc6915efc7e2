import type { KeyboardEvent } from 'react'
import { Tab, TabList, Tabs } from 'react-aria-components/Tabs'

import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { TabPanel } from '../../../ui/tab-panel.tsx'
import tabs from '../../../ui/tabs.module.css'
import { usePlan } from '../plan-context.ts'
import { ColoursSettings } from './colours-settings.tsx'
import { CoverSettings } from './cover-settings.tsx'
import { LabelsSettings } from './labels-settings.tsx'
import { settingsMessages } from './messages.ts'
import { RubricsSettings } from './rubrics-settings.tsx'
import { SectionsSettings } from './sections-settings.tsx'
import styles from './settings.module.css'

const parts = [
  { id: 'cover', Part: CoverSettings },
  { id: 'colours', Part: ColoursSettings },
  { id: 'rubrics', Part: RubricsSettings },
  { id: 'sections', Part: SectionsSettings },
  { id: 'labels', Part: LabelsSettings },
] as const

/** What leads set for the whole plan. Each setting takes effect as it is made, as everything in the plan does. */
export default function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(settingsMessages)
  const { commands } = usePlan()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) commands.undo()
    else if (key === 'y' || key === 'z') commands.redo()
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t.title} isOpen onOpenChange={onClose} wide>
      {/* The keys of the page do not reach over a dialog. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.settings} onKeyDown={onKeyDown}>
        <p className={styles.note}>{t.saved}</p>
        <Tabs className={classes(styles.tabs)}>
          <TabList className={classes(styles.tabList)} aria-label={t.parts}>
            {parts.map(({ id }) => (
              <Tab key={id} id={id} className={classes(tabs.tab)}>
                {t.tabs[id]}
              </Tab>
            ))}
          </TabList>
          {parts.map(({ id, Part }) => (
            <TabPanel key={id} id={id}>
              <Part />
            </TabPanel>
          ))}
        </Tabs>
      </div>
    </Dialog>
  )
}
