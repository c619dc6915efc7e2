import { restoreNode } from '@concerte/schema'
import { useMemo, useState } from 'react'

import { useMessages } from '../../../../i18n/catalogue.ts'
import { formatMoment } from '../../../../i18n/dates.ts'
import { useLocale } from '../../../../i18n/locale.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { matches } from '../../../find/plain-words.ts'
import { mainText } from '../../commands/node-commands.ts'
import { movingMessages } from '../../moving/messages.ts'
import { kindWords, whereWords } from '../../moving/place-words.ts'
import { usePlan } from '../../plan-context.ts'
import type { Intent } from '../../rights/plan-rights.ts'
import { useStructure } from '../../store/use-structure.ts'
import { excerptOf } from '../excerpt.ts'
import styles from '../overlays.module.css'
import { readBin, removerOf, type BinItem } from './bin-items.ts'
import { binMessages } from './messages.ts'
import { useAuthorBook } from './use-author-book.ts'

/** From how many on there is a field to find one, and how many are shown at a time. */
const [many, most] = [8, 60]

/** What was removed, from where, by whom and when, with the way back. */
export function BinDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(binMessages)
  const tMoving = useMessages(movingMessages)
  const { store } = usePlan()
  const book = useAuthorBook()
  const trash = useStructure((structure) => structure.trash)
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(most)
  const items = useMemo(() => (trash.length === 0 ? [] : readBin(store)), [trash, store])
  const found = items
    .filter(({ isEmpty }) => !isEmpty)
    .map((item) => ({
      item,
      where: whereWords(store, item.node.place.parent, tMoving),
      by: removerOf(store, item.node, book),
    }))
    .filter(({ item, where, by }) => matches(typed, item.words, where, by ?? ''))
  const empties = items.filter(({ isEmpty }) => isEmpty).length
  return (
    <Dialog title={t.title} isOpen onOpenChange={onClose} wide>
      {items.length > many && (
        <TextField
          id="bin-filter"
          name="filter"
          label={t.find}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
      )}
      <output className={styles.trashNotes}>
        {items.length === empties && <span>{t.empty}</span>}
        {items.length > empties && found.length === 0 && <span>{t.none}</span>}
        {typed !== '' && found.length > 0 && <span>{t.found(found.length)}</span>}
      </output>
      {found.length > 0 && (
        <ul className={styles.trash}>
          {found.slice(0, shown).map(({ item, where, by }) => (
            <Trashed key={item.node.id} item={item} where={where} by={by} onClose={onClose} />
          ))}
        </ul>
      )}
      {found.length > shown && (
        <Button small onPress={() => setShown(shown + most)}>
          {t.more}
        </Button>
      )}
      {empties > 0 && <p className={styles.trashedNote}>{t.empties(empties)}</p>}
    </Dialog>
  )
}

function Trashed({
  item,
  where,
  by,
  onClose,
}: {
  item: BinItem
  where: string
  by: string | null
  onClose: () => void
}) {
  const t = useMessages(binMessages)
  const locale = useLocale()
  const { store, commands, rights, overlays } = usePlan()
  const { node, words, contents, above } = item
  const when = node.trashed?.at == null ? '' : formatMoment(node.trashed.at, locale)
  const kind = kindWords(store.structure(), node, t)
  const name = words === '' ? kind : excerptOf(store.plan, node)
  const needs: Intent[] = [node, ...above].map(({ id }) => ({ type: 'arrange', node: id }))
  const [own] = needs
  const mayRestore = needs.every((need) => rights.refusal(need) === null)
  const mayMove = own !== undefined && rights.refusal(own) === null
  const outer = above.at(-1)

  const restore = () => {
    onClose()
    // After the dialog has given the focus back.
    setTimeout(() => {
      commands.run(needs, (plan) => {
        restoreNode(plan, node.id)
        const isAdrift = store.structure().unplaced.some(({ id }) => id === node.id)
        const told = outer === undefined ? t.restored(name) : t.restoredWith(name, excerptOf(plan, outer))
        return { focus: mainText(node), said: isAdrift ? t.restoredToTray(name) : told, canUndo: true }
      })
    }, 0)
  }
  return (
    <li className={styles.trashed}>
      <div>
        <p className={styles.trashedWords}>{words === '' ? t.wordless : words}</p>
        <p className={styles.trashedNote}>{t.from(kind, where)}</p>
        <p className={styles.trashedNote}>{by === null ? t.when(when) : t.by(by, when)}</p>
        {contents > 0 && <p className={styles.trashedNote}>{t.contents(contents)}</p>}
        {outer !== undefined && mayRestore && (
          <p className={styles.trashedNote}>{t.comesWith(excerptOf(store.plan, outer))}</p>
        )}
      </div>
      {mayRestore && (
        <Button small aria-label={t.restoreThe(name)} onPress={restore}>
          {t.restore}
        </Button>
      )}
      {!mayRestore && mayMove && (
        <Button
          small
          aria-label={t.elsewhereThe(name)}
          onPress={() => overlays.open({ type: 'move', node: node.id, name })}
        >
          {t.elsewhere}
        </Button>
      )}
    </li>
  )
}
