import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { sessionMessages } from '../session/messages.ts'
import unseen from '../../../ui/unseen.module.css'
import styles from './bar.module.css'
import type { SaveView } from './save-view.ts'
import { wordsOf } from './save-words.ts'

/** Where one's words are, in words. Only changes that matter to the person are read out: not every «Enregistrement…». */
export function SaveStatus({ view }: { view: SaveView }) {
  const t = useMessages(sessionMessages)
  const isBad =
    view.type === 'refused' || view.type === 'unsupported' || ('words' in view && view.words === 'failing')
  const words = wordsOf(view, t.save)
  const isRoutine = view.type === 'writing' || view.type === 'saving' || view.type === 'saved'
  return (
    <p
      className={classes(styles.save, isBad && styles.saveBad)}
      data-state={view.type === 'writing' ? 'saving' : view.type}
    >
      <span className={styles.saveMark} aria-hidden="true" />
      {words !== '' && <span className={styles.saveWords}>{words}</span>}
      <output className={unseen.unseen}>{isRoutine ? '' : words}</output>
    </p>
  )
}
