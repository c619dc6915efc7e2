import { lineToPlain, type Template } from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { classes } from '../../ui/classes.ts'
import { pasteMessages } from './messages.ts'
import { pasteLines } from './paste-lines.ts'
import type { PasteOption } from './paste-options.ts'
import styles from './paste.module.css'

/** More would tell nothing more, and take its time. */
const longest = 300

/** What an option would make, as an outline, and what would find no place. */
export function PastePreview({ option, template }: { option: PasteOption; template: Template }) {
  const t = useMessages(pasteMessages)
  const lines = pasteLines(option, template)
  const leftOut = option.type === 'field' ? [] : option.drafts.leftOut
  return (
    <>
      {/* It scrolls: the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.preview} aria-label={t.preview} tabIndex={0}>
        <ol className={styles.lines} lang="fr">
          {numbered(lines).map(({ id, depth, kind, words }) => (
            <li key={id} className={classes(styles.line, styles[kind], styles[`depth${Math.min(depth, 4)}`])}>
              {kind !== 'point' && <span className={styles.kind}>{t.kinds[kind]} </span>}
              <span className={styles.words}>{words}</span>
            </li>
          ))}
        </ol>
        {lines.length > longest && <p className={styles.more}>{t.more(lines.length - longest)}</p>}
      </section>
      {leftOut.length > 0 && (
        <details className={styles.leftOut} open={leftOut.length <= 3}>
          <summary>{t.leftOut(leftOut.length)}</summary>
          <ul lang="fr">
            {numbered(leftOut.map((line) => ({ words: lineToPlain(line) }))).map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The first of the lines, which never move, by where they stand. */
function numbered<Line extends object>(lines: readonly Line[]): (Line & { id: number })[] {
  return lines.slice(0, longest).map((line, id) => Object.assign({ id }, line))
}
