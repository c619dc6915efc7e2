import type { Amendment } from '@concerte/api'
import { useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import styles from '../amendments.module.css'
import type { Look } from '../look.ts'
import { amendmentMessages } from '../messages.ts'
import type { Deeds } from '../use-deeds.ts'
import { choicesFor, isCarrier, type Choice } from './choices.ts'
import { CollisionView } from './collision-view.tsx'
import { DecisionForm } from './decision-form.tsx'

/** What those may do whose axis it is: give an amendment its fate, and take a fate back. */
export function DecisionPanel({
  amendment,
  all,
  look,
  deeds,
  isLocked,
}: {
  amendment: Amendment
  all: readonly Amendment[]
  look: Look
  deeds: Deeds
  isLocked: boolean
}) {
  const t = useMessages(amendmentMessages)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [isPending, setPending] = useState(false)
  const { number, proposal, fate } = amendment
  if (isLocked) return <p className={styles.note}>{t.decide.locked}</p>
  if (fate.type === 'withdrawn') return null
  if (fate.type !== 'open') {
    const reopen = async () => {
      setPending(true)
      await deeds.reopen(amendment)
      setPending(false)
    }
    return (
      <div className={styles.buttons}>
        <Button
          small
          isPending={isPending}
          aria-label={t.decide.undoThe(number)}
          onPress={() => void reopen()}
        >
          {t.decide.undo}
        </Button>
      </div>
    )
  }
  const form = choice !== null && (
    <DecisionForm
      key={choice}
      amendment={amendment}
      all={all}
      choice={choice}
      look={look}
      deeds={deeds}
      onClose={() => setChoice(null)}
    />
  )
  const choices = choicesFor(proposal, look, hasOthers(all, amendment))
  const isSideBySide = choice === 'synthesis' && (proposal.type === 'text' || proposal.type === 'field')
  return (
    <section className={styles.decide} aria-label={t.decide.title}>
      <p className={styles.label} aria-hidden="true">
        {t.decide.title}
      </p>
      {choice === null || isSideBySide ? (
        <>
          <div className={styles.buttons}>
            {choices.filter(isUsual).map((key, index) => (
              <Button
                key={key}
                small
                look={index === 0 && key !== 'refuse' ? 'primary' : 'secondary'}
                onPress={() => setChoice(key)}
              >
                {t.decide.choices[key]}
              </Button>
            ))}
          </div>
          <div className={styles.quiet}>
            {choices
              .filter((key) => !isUsual(key))
              .map((key) => (
                <Button key={key} small look="quiet" onPress={() => setChoice(key)}>
                  {t.decide.choices[key]}
                </Button>
              ))}
          </div>
        </>
      ) : (
        form
      )}
      {isSideBySide && (
        <Dialog
          title={`${t.number(number)}\u00A0– ${t.decide.synthesis}`}
          isOpen
          wide
          onOpenChange={() => setChoice(null)}
        >
          <div className={styles.dialog}>
            <p>{proposal.type === 'text' ? t.decide.collision : t.decide.collisionValue}</p>
            <CollisionView proposal={proposal} look={look} />
            {form}
          </div>
        </Dialog>
      )}
    </section>
  )
}

function isUsual(choice: Choice): boolean {
  return choice !== 'refer' && choice !== 'merge' && choice !== 'obsolete'
}

function hasOthers(all: readonly Amendment[], { id }: Amendment): boolean {
  return all.some((other) => other.id !== id && isCarrier(other))
}
