import { edit } from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { usePlan } from '../plan/plan-context.ts'
import styles from './find.module.css'
import { findMessages } from './messages.ts'
import type { PlanSearch, SearchState } from './plan-search.ts'
import { replaceMatches } from './replace-matches.ts'

/** Puts other words in the place of what was found: of one match, or of all in one step of undo, wherever one may write. */
export function ReplaceRow({ search, state }: { search: PlanSearch; state: SearchState }) {
  const t = useMessages(findMessages)
  const { store, rights, commands } = usePlan()
  const [words, setWords] = useState('')
  const { match } = state

  const replaceOne = () => {
    if (match === null) return
    const { place } = match
    commands.run({ type: 'write', node: place.node }, () => {
      const range = search.readOne(place).find(({ start }) => start >= match.range.start)
      if (range === undefined) return undefined
      replaceMatches(store, place, { ranges: [range], words })
      // What was put there is not found again at once.
      search.startAt(place, range.start + words.length)
      return undefined
    })
  }
  const replaceAll = () => {
    commands.run([], (plan) => {
      let done = 0
      let kept = 0
      edit(plan, () => {
        for (const { place, ranges } of search.readAll()) {
          const may = rights.refusal({ type: 'write', node: place.node }) === null
          const count = may ? replaceMatches(store, place, { ranges, words }) : 0
          done += count
          kept += ranges.length - count
        }
      })
      const said = kept === 0 ? t.replaced(done) : `${t.replaced(done)} ${t.kept(kept)}`
      return { said, canUndo: done > 0 }
    })
  }
  return (
    <div className={classes(styles.row, styles.replace)}>
      <input
        className={styles.input}
        type="text"
        lang="fr"
        aria-label={t.by}
        placeholder={t.by}
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button small isDisabled={match === null} onPress={replaceOne}>
        {t.one}
      </Button>
      <Button small isDisabled={match === null || state.isSearching} onPress={replaceAll}>
        {t.all}
      </Button>
    </div>
  )
}
