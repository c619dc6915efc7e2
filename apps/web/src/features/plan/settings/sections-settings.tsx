import { addNode, moveNode, setField, trashNode, type NodeId } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useList, usePlainLine, useStructure, useValues } from '../store/use-structure.ts'
import { LineSetting } from './line-setting.tsx'
import { settingsMessages } from './messages.ts'
import { OrderButtons } from './order-buttons.tsx'
import styles from './settings.module.css'

type Root = 'front' | 'back'

/** What stands before and after the axes: add, reorder, name, put on the other side, remove. */
export function SectionsSettings() {
  return (
    <div className={styles.groups}>
      <Sections root="front" />
      <Sections root="back" />
    </div>
  )
}

function Sections({ root }: { root: Root }) {
  const t = useMessages(settingsMessages)
  const { commands } = usePlan()
  const sections = useList(root)
  const add = () =>
    commands.run({ type: 'addTo', parent: root }, (plan) => {
      addNode(plan, { type: 'section', parent: root })
      return undefined
    })
  return (
    <section className={styles.group}>
      <h3 className={styles.legend}>{t[root]}</h3>
      {sections.length === 0 && <p className={styles.note}>{t.none}</p>}
      <ol className={styles.list}>
        {sections.map(({ id }, index) => (
          <SectionRow key={id} id={id} root={root} index={index} count={sections.length} />
        ))}
      </ol>
      <Button small onPress={add}>
        {root === 'front' ? t.addFront : t.addBack}
      </Button>
    </section>
  )
}

function SectionRow({ id, root, index, count }: { id: NodeId; root: Root; index: number; count: number }) {
  const t = useMessages(settingsMessages)
  const words = useMessages(planMessages)
  const { commands } = usePlan()
  const title = usePlainLine({ node: id, field: 'title' })
  const { kind } = useValues(id, 'section')
  const foreword = useStructure((structure) => structure.template.labels.foreword)
  const shownKind = kind ?? (root === 'front' ? 'foreword' : 'annex')
  const name = title === '' ? (shownKind === 'foreword' ? foreword : t.untitled) : title
  const other = root === 'front' ? 'back' : 'front'
  const isFront = root === 'front'
  const run = (change: Parameters<typeof commands.run>[1]) => commands.run({ type: 'structure' }, change)
  /** The row goes from this list: the focus stays with the list. */
  const leave = (button: Element, change: Parameters<typeof commands.run>[1]) => {
    const list = button.closest('section')
    run(change)
    list?.querySelector<HTMLElement>(':scope > button')?.focus()
  }
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <p className={styles.rowTitle} lang="fr">
          {name}
        </p>
        <OrderButtons
          name={name}
          index={index}
          count={count}
          onMove={(to) =>
            run((plan) => {
              moveNode(plan, id, { parent: root }, to)
              return undefined
            })
          }
        />
      </div>
      <div className={styles.pair}>
        <LineSetting place={{ node: id, field: 'title' }} label={t.sectionTitle} />
        <Select
          label={t.sectionKind}
          value={shownKind}
          choices={(['foreword', 'annex'] as const).map((value) => ({ value, label: t.sectionKinds[value] }))}
          onChange={(chosen) =>
            run((plan) => {
              setField(plan, id, 'section', 'kind', chosen)
              return undefined
            })
          }
        />
      </div>
      <div className={styles.rowFoot}>
        <Button
          small
          look="quiet"
          aria-label={isFront ? t.toBackThe(name) : t.toFrontThe(name)}
          onPress={({ target }) =>
            leave(target, (plan) => {
              moveNode(plan, id, { parent: other }, Number.POSITIVE_INFINITY)
              return undefined
            })
          }
        >
          {isFront ? t.toBack : t.toFront}
        </Button>
        <Button
          small
          look="quiet"
          aria-label={t.removeThe(name)}
          onPress={({ target }) =>
            leave(target, (plan) => {
              trashNode(plan, id, commands.trashed())
              return { said: words.removed(name), canUndo: true }
            })
          }
        >
          {t.remove}
        </Button>
      </div>
    </li>
  )
}
