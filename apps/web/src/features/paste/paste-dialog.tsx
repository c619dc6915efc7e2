import type { FieldPlace, PasteRequest } from '@concerte/editor'
import { useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form.tsx'
import { RadioChoices } from '../../ui/radio-choices.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { useStructure } from '../plan/store/use-structure.ts'
import { applyPaste } from './apply-paste.ts'
import { pasteMessages } from './messages.ts'
import { entryTypeOf, pasteCounts } from './paste-lines.ts'
import type { PasteOption } from './paste-options.ts'
import { PastePreview } from './paste-preview.tsx'
import styles from './paste.module.css'

/** Enter accepts as soon as the dialog is open. */
const focusFirst = { autoFocus: true } as const

/** Shows what pasting would make before it makes it. `insert`: puts all of it in the text where the caret was. */
export function PasteDialog({
  place,
  options,
  insert,
  onClose,
}: {
  place: FieldPlace
  options: readonly PasteOption[]
  insert?: PasteRequest['insert'] | undefined
  onClose: () => void
}) {
  const t = useMessages(pasteMessages)
  const { commands } = usePlan()
  const template = useStructure((structure) => structure.template)
  const [chosen, setChosen] = useState(options[0]?.type)
  const option = options.find(({ type }) => type === chosen)
  if (option === undefined) return null

  const counted = (of: PasteOption) =>
    pasteCounts(of, template)
      .map(({ kind, count }) => t.counts[kind](count))
      .join(', ')
  const labelOf = (of: PasteOption) => {
    switch (of.type) {
      case 'field':
        return t.field
      case 'entries':
        return t.entries[entryTypeOf(template, of.at.rubric)]
      case 'actions':
        return t.actions
    }
  }
  const accept = () => {
    onClose()
    // Once the dialog has given the focus back to the text.
    setTimeout(() => {
      if (option.type === 'field') {
        commands.run({ type: 'write', node: place.node }, () => {
          insert?.(option.text)
          return undefined
        })
      } else {
        commands.run(option.needs, (plan) => ({
          ...applyPaste(plan, option),
          said: t.done(counted(option)),
          canUndo: true,
        }))
      }
    }, 0)
  }
  return (
    <Dialog title={t.title} isOpen onOpenChange={onClose} wide>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          accept()
        }}
      >
        {options.length > 1 ? (
          <div className={styles.ways}>
            <RadioChoices
              label={t.as}
              choices={options.map((of) => ({
                value: of.type,
                label: labelOf(of),
                description: counted(of),
              }))}
              value={option.type}
              onChange={setChosen}
            />
          </div>
        ) : (
          <p className={styles.only}>
            {labelOf(option)}
            <span className={styles.counts}>{counted(option)}</span>
          </p>
        )}
        <PastePreview key={option.type} option={option} template={template} />
        <FormActions>
          <Button type="submit" look="primary" {...focusFirst}>
            {t.accept}
          </Button>
          <Button onPress={onClose}>{t.cancel}</Button>
        </FormActions>
      </form>
    </Dialog>
  )
}
