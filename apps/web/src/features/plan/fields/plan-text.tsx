import type { TextProfile } from '@concerte/schema'
import { useLayoutEffect, useRef, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { UnsavedMark } from '../../unsaved/unsaved-mark.tsx'
import { fieldHandlers } from '../commands/field-handlers.ts'
import { textHintId } from '../keys/text-hint.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { usePermission } from '../rights/use-permission.ts'
import { useMay } from '../rights/use-rights.ts'
import { placeKey } from '../store/place.ts'
import { useText } from '../store/use-structure.ts'
import { PeopleHere } from './people-here.tsx'
import styles from './plan-text.module.css'
import { ProposeHere } from './propose-here.tsx'
import { textHtml } from './text-html.ts'

/** One text of the plan, in place: plain to those who read, live as soon as those who write come near. */
export function PlanText({
  node,
  field,
  profile,
  name,
  placeholder,
  isDefault = false,
  isOptional = false,
  className,
}: {
  node: string
  field: string
  profile: TextProfile
  /** What it is, for screen readers. */
  name: string
  placeholder: string
  /** The placeholder is what the finished plan shows in place of an empty text. */
  isDefault?: boolean
  /** A finished plan may well do without: where it is empty, nothing shows until one comes near. */
  isOptional?: boolean
  className?: string | undefined
}) {
  const t = useMessages(planMessages)
  const tools = usePlan()
  const { fields, overlays } = tools
  const canWrite = useMay({ type: 'write', node })
  const mayPropose = usePermission('propose')
  const fragment = useText({ node, field })
  const ref = useRef<HTMLElement>(null)
  const [isFromNewer, setFromNewer] = useState(false)

  useLayoutEffect(() => {
    if (ref.current === null || fragment === undefined) return
    const place = { node, field }
    return fields.show({
      element: ref.current,
      place,
      fragment,
      profile,
      handlers: () =>
        fieldHandlers(tools, place, {
          profile,
          link: (request) => overlays.open({ type: 'link', request }),
        }),
      onUnsupported: () => setFromNewer(true),
    })
    // The rest is read when it is needed.
  }, [fields, fragment, node, field, profile, tools, overlays])

  useLayoutEffect(() => {
    // After each showing anew, of which this cannot know.
    if (ref.current !== null) fields.allow(ref.current, canWrite)
  })

  if (fragment === undefined) return null
  const isLine = profile === 'line'
  const Element = isLine ? 'span' : 'div'
  const Frame = isLine ? 'span' : 'div'
  return (
    <Frame className={classes(styles.frame, className)}>
      <Element
        ref={(element: HTMLElement | null) => {
          ref.current = element
        }}
        // Plans are in French whatever the page speaks: for voices and for the spelling checker.
        lang="fr"
        data-text={placeKey({ node, field })}
        className={classes(
          styles.text,
          isLine ? styles.line : styles.block,
          canWrite && styles.writable,
          isDefault && styles.isDefault,
          isOptional && styles.isOptional,
        )}
        {...(import.meta.env.SSR && { dangerouslySetInnerHTML: { __html: textHtml(fragment, profile) } })}
        {...(canWrite && {
          role: 'textbox',
          'aria-label': name,
          'aria-multiline': !isLine,
          // Where Tab makes sub-points, how to get out is told.
          'aria-describedby': isLine ? undefined : textHintId,
          'aria-readonly': isFromNewer ? true : undefined,
          tabIndex: isFromNewer ? 0 : undefined,
          'data-placeholder': placeholder,
          spellCheck: true,
        })}
      />
      {!canWrite && mayPropose && <ProposeHere {...{ node, field, name, placeholder, isOptional }} />}
      <PeopleHere node={node} field={field} />
      <UnsavedMark node={node} field={field} />
      {isFromNewer && canWrite && <span className={styles.note}>{t.newerText}</span>}
    </Frame>
  )
}
