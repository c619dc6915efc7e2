import { Tab, TabList, Tabs } from 'react-aria-components/Tabs'
import { useEffect, useSyncExternalStore } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { classes } from '../../ui/classes.ts'
import { late } from '../../ui/late.tsx'
import { TabPanel } from '../../ui/tab-panel.tsx'
import tabs from '../../ui/tabs.module.css'
import { focusPanelHeading } from '../plan/page/focus-side-panel.ts'
import { SidePanel } from '../plan/page/side-panel.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { reviewMessages } from './messages.ts'
import styles from './review-panel.module.css'
import type { ReviewAsk } from './review-store.ts'
import ThreadsPane from './threads-pane.tsx'

const AmendmentsPane = late(async () => (await import('../amendments/amendments-pane.tsx')).default)

/** What is said of the plan and proposed for it, beside the plan. */
export default function ReviewPanel({ isLive, onClose }: { isLive: boolean; onClose: () => void }) {
  const t = useMessages(reviewMessages)
  const { review } = usePlan()
  const view = useSyncExternalStore(review.subscribe, review.current)
  useEffect(() => {
    // What is asked for by name, or is to be written, takes the focus itself; also where the panel was open before.
    if (view?.byKeyboard === true && view.ask !== null && isOfNode(view.ask))
      focusPanelHeading({ preventScroll: true })
  }, [view])
  if (view === null) return null
  const { ask } = view
  return (
    <Tabs
      className={classes(styles.tabs)}
      selectedKey={view.tab}
      onSelectionChange={(key) => {
        if (key !== view.tab) review.choose(key === 'amendments' ? 'amendments' : 'threads')
      }}
    >
      <SidePanel
        title={t.title}
        takesFocus={view.byKeyboard && ask === null}
        onClose={onClose}
        head={
          <TabList className={classes(styles.tabList)} aria-label={t.parts}>
            <Tab id="threads" className={classes(tabs.tab, styles.tab)}>
              {t.tabs.threads}
            </Tab>
            <Tab id="amendments" className={classes(tabs.tab, styles.tab)}>
              {t.tabs.amendments}
            </Tab>
          </TabList>
        }
      >
        <TabPanel id="threads">
          <ThreadsPane ask={ask?.tab === 'threads' ? ask : null} isLive={isLive} />
        </TabPanel>
        <TabPanel id="amendments">
          <AmendmentsPane ask={ask?.tab === 'amendments' ? ask : null} isLive={isLive} />
        </TabPanel>
      </SidePanel>
    </Tabs>
  )
}

function isOfNode(ask: ReviewAsk): boolean {
  const isNamed = ask.tab === 'threads' ? ask.thread !== undefined : ask.amendment !== undefined
  return ask.node !== undefined && ask.compose === undefined && !isNamed
}
