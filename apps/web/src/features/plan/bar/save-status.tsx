import type { SaveState } from '@concerte/sync'

import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { classes } from '../../../ui/classes.ts'
import styles from './bar.module.css'
import { wordsOf } from './save-words.ts'

/** Where one's words are, in words. Only changes that matter to the person are read out: not every «Enregistrement…». */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useMessages(planMessages)
  const words = wordsOf(state, t.save)
  const isBad =
    state.type === 'refused' || ((state.type === 'offline' || state.type === 'connecting') && state.unsaved)
  return (
    <p className={classes(styles.save, isBad && styles.saveBad)} data-state={state.type}>
      <span className={styles.saveMark} aria-hidden="true" />
      {words}
      <output className={styles.unseen}>
        {state.type === 'saving' || state.type === 'saved' ? '' : words}
      </output>
    </p>
  )
}
