import type { CreatedProject } from '@concerte/api'
import { useEffect, useRef } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { plansMessages } from './messages.ts'
import styles from './new-plan-page.module.css'

/** The lines of the file that the plan does not hold, before going to it: nothing is dropped without a word. */
export function UnplacedLines({ created }: { created: CreatedProject }) {
  const t = useMessages(plansMessages).upload
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { unplaced } = created
  return (
    <>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} id="unplaced">
          {t.unplacedTitle(unplaced.length)}
        </h2>
        <p className={styles.note}>{t.unplacedText}</p>
      </div>
      {/* A region that scrolls takes the focus, so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.lines} aria-labelledby="unplaced" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.words}</th>
            </tr>
          </thead>
          <tbody>
            {unplaced.map((item) => (
              <tr key={`${item.line} ${item.text}`}>
                <th scope="row">{item.line}</th>
                <td>{item.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={styles.actions}>
        <ButtonLink href={`/plans/${created.id}`} look="primary">
          {t.open}
        </ButtonLink>
        <CopyButton
          text={unplaced.map((item) => `${item.line}\t${item.text}`).join('\n')}
          label={t.copy}
          done={t.copied}
          failed={t.notCopied}
        />
      </div>
    </>
  )
}
