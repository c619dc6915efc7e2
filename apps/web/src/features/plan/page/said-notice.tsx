import { useSyncExternalStore } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import unseen from '../../../ui/unseen.module.css'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import type { SaidStore } from './said.ts'
import styles from './page.module.css'

/** What a command had to say, with the way to take it back where there is one. */
export function SaidNotice({ said }: { said: SaidStore }) {
  const t = useMessages(planMessages)
  const { commands } = usePlan()
  const now = useSyncExternalStore(said.subscribe, said.current)
  const isShown = now !== null && now.isQuiet !== true
  return (
    <>
      <output className={unseen.unseen}>{now?.isQuiet === true && now.text}</output>
      <Notice tone="plain" onClose={() => said.say(null)}>
        {isShown && (
          <div className={styles.said}>
            <p>{now.text}</p>
            {now.canUndo && (
              <Button small onPress={commands.undo}>
                {t.takeBack}
              </Button>
            )}
          </div>
        )}
      </Notice>
    </>
  )
}
