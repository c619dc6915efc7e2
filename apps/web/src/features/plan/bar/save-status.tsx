import type { KeepingState, SaveState } from '@concerte/sync'

import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { sessionMessages } from '../session/messages.ts'
import unseen from '../../../ui/unseen.module.css'
import styles from './bar.module.css'
import { wordsOf } from './save-words.ts'

/** Where one's words are, in words. Only changes that matter to the person are read out: not every «Enregistrement…». */
export function SaveStatus({ state, keeping }: { state: SaveState; keeping: KeepingState }) {
  const t = useMessages(sessionMessages)
  const isUnsaved = (state.type === 'offline' || state.type === 'connecting') && state.unsaved
  const isBad =
    state.type === 'refused' || state.type === 'unsupported' || (isUnsaved && keeping === 'failing')
  // With every key the device takes a moment: that is seen, and not read out.
  const lasting = wordsOf(state, keeping === 'keeping' ? 'kept' : keeping, t.save)
  return (
    <p className={classes(styles.save, isBad && styles.saveBad)} data-state={state.type}>
      <span className={styles.saveMark} aria-hidden="true" />
      {wordsOf(state, keeping, t.save)}
      <output className={unseen.unseen}>
        {state.type === 'saving' || state.type === 'saved' ? '' : lasting}
      </output>
    </p>
  )
}
