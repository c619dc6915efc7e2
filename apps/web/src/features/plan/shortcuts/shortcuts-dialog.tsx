import { fieldCombos, type FieldCombo } from '@concerte/editor/static'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { usePlan } from '../plan-context.ts'
import { useWritesSomewhere } from '../rights/use-rights.ts'
import { keyNames } from '../keys/combo.ts'
import { isMac } from '../keys/is-mac.ts'
import { shortcutMessages } from './messages.ts'
import { pageKeys, type KeyGroup, type PageKeyId } from '../keys/page-keys.ts'
import styles from './shortcuts-dialog.module.css'

const groups: readonly KeyGroup[] = ['structure', 'writing', 'moving', 'page']

/** The keys of texts, in the group and the order in which they are learned. */
const fieldKeys: Record<KeyGroup, readonly FieldCombo[]> = {
  structure: [
    'enter',
    'leave',
    'paragraph',
    'insert',
    'indent',
    'outdent',
    'backspace',
    'delete',
    'moveUp',
    'moveDown',
  ],
  writing: ['bold', 'italic', 'superscript', 'link', 'bulletList', 'orderedList', 'pastePlain'],
  moving: ['release'],
  page: [],
}

type Row = { key: string; label: string; combos: readonly string[] }

/** Every shortcut of the plan. Those of the page are listed as far as they do something here and now. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(shortcutMessages)
  const { keys } = usePlan()
  const canWrite = useWritesSomewhere()
  const ids = Object.keys(pageKeys).filter((id): id is PageKeyId => id in pageKeys)
  const rowsOf = (group: KeyGroup): Row[] => [
    ...(group === 'moving'
      ? [
          { key: 'arrows', label: t.arrows, combos: ['ArrowUp', 'ArrowDown'] },
          { key: 'tab', label: t.tab, combos: ['Tab', 'Shift-Tab'] },
        ]
      : []),
    ...(canWrite
      ? fieldKeys[group].map((id) => ({ key: id, label: t.field[id], combos: [fieldCombos[id]] }))
      : []),
    ...ids
      .filter((id) => pageKeys[id].group === group && keys.isBound(id))
      .map((id) => ({ key: id, label: t.page[id], combos: pageKeys[id].combos.slice(0, 1) })),
  ]
  return (
    <Dialog title={t.title} isOpen onOpenChange={onClose} wide>
      <p className={styles.note}>{t.note}</p>
      <div className={styles.groups}>
        {groups.map((group) => (
          <Group key={group} title={t.groups[group]} rows={rowsOf(group)} />
        ))}
      </div>
    </Dialog>
  )
}

function Group({ title, rows }: { title: string; rows: readonly Row[] }) {
  const t = useMessages(shortcutMessages)
  if (rows.length === 0) return null
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.rows}>
        {rows.map(({ key, label, combos }) => (
          <div key={key} className={styles.row}>
            <dt>{label}</dt>
            <dd className={styles.combos}>
              {combos.map((combo) => (
                <kbd key={combo} className={styles.combo}>
                  {keyNames(combo, isMac(), t.keys).map((name) => (
                    <kbd key={name} className={styles.key}>
                      {name}
                    </kbd>
                  ))}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
