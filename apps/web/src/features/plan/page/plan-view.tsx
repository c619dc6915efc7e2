import type { Version } from '@concerte/api'
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'

import { usePageTitle } from '../../../app/page-title.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { late } from '../../../ui/late.tsx'
import { FindHost } from '../../find/find-host.tsx'
import { useFindAsk } from '../../find/use-find-ask.ts'
import { createChecks } from '../../checks/checks.ts'
import { ReviewLayerHost } from '../../review/review-layer-host.tsx'
import { PlanBar } from '../bar/plan-bar.tsx'
import { keysMessages } from '../keys/messages.ts'
import { usePageKey } from '../keys/page-keys.ts'
import { textHintId } from '../keys/text-hint.ts'
import { usePlanKeys } from '../keys/use-plan-keys.ts'
import { planMessages } from '../messages.ts'
import { useDragging } from '../moving/use-dragging.ts'
import { PlaceKeeper } from '../notes/quiet-note.tsx'
import { PlanOutline } from '../outline/plan-outline.tsx'
import { PlanOverlays } from '../overlays/plan-overlays.tsx'
import { FollowingBanner } from '../people/following-banner.tsx'
import { PeopleNews } from '../people/people-news.tsx'
import { useOwnPresence } from '../people/use-own-presence.ts'
import { usePlan } from '../plan-context.ts'
import { useRightsNews } from '../rights/use-rights-news.ts'
import { coverNode } from '../store/place.ts'
import { usePlainLine } from '../store/use-structure.ts'
import { focusSidePanel } from './focus-side-panel.ts'
import styles from './page.module.css'
import besidePanel from './side-panel.module.css'
import { PlanBody } from './plan-body.tsx'
import { useAddressedNode } from './use-addressed-node.ts'
import { useFollowedParts } from './use-followed-parts.ts'

const AuthorshipLegend = late(
  async () => (await import('../../authorship/authorship-legend.tsx')).AuthorshipLegend,
)

const ChecksPanel = late(async () => (await import('../../checks/checks-panel.tsx')).default, {
  takesKeys: ({ takesFocus, onClose }) => (takesFocus ? onClose : null),
})

const ReviewPanel = late(async () => (await import('../../review/review-panel.tsx')).default, {
  takesKeys: ({ onClose }) => onClose,
})

/** The whole page around a plan that is here: bar, outline, sheet. `notice` stands over the sheet. */
export function PlanView({
  versionId,
  status,
  notice,
}: {
  versionId?: Version['id'] | undefined
  status: ReactNode
  notice?: ReactNode
}) {
  const t = useMessages(planMessages)
  const keys = useMessages(keysMessages)
  const { fields, projectId, store, presence, review } = usePlan()
  const isLive = versionId === undefined
  const [showsAuthors, setShowsAuthors] = useState(false)
  const [checks] = useState(() => createChecks(store.plan.doc))
  const isReviewing = useSyncExternalStore(review.subscribe, () => review.current() !== null)
  const [shownChecks, setChecks] = useState<{ byKeyboard: boolean } | null>(null)
  // One panel at a time: that of review is opened from anywhere in the page.
  const panel = isReviewing ? 'review' : shownChecks === null ? null : 'checks'
  const showChecks = (isOpen: boolean, byKeyboard: boolean) => {
    review.close()
    setChecks(isOpen ? { byKeyboard } : null)
  }
  useEffect(
    () =>
      review.subscribe(() => {
        if (review.current() !== null) setChecks(null)
      }),
    [review],
  )
  useRightsNews()
  useAddressedNode()
  const [sheet, setSheet] = useState<HTMLElement | null>(null)
  const whole = useRef<HTMLDivElement>(null)
  const outline = useRef<HTMLDivElement>(null)
  useDragging(whole)
  const [isOutlineOpen, setOutlineOpen] = useState(false)
  const findAsks = useFindAsk()
  useOwnPresence(isLive ? sheet : null)
  usePlanKeys({ sheet, openOutline: () => setOutlineOpen(true) })
  usePageKey('checks', () => {
    if (isLive && (panel !== 'checks' || !focusSidePanel())) showChecks(panel !== 'checks', true)
  })
  usePageKey('review', () => {
    if (!isLive) return
    if (!isReviewing) review.show(true)
    else if (!focusSidePanel()) review.close()
  })
  usePageKey('authors', () => isLive && setShowsAuthors(!showsAuthors))
  const title = usePlainLine({ node: coverNode, field: 'title' })
  usePageTitle(title === '' ? t.untitled : title)

  useFollowedParts(sheet, outline)
  useEffect(() => {
    if (sheet === null || !isLive) return
    return fields.follow(sheet)
  }, [fields, sheet, isLive])

  useEffect(() => {
    const drawer = outline.current
    if (drawer === null || !isOutlineOpen) return
    const stop = new AbortController()
    // On a narrow window the outline lies over the page: it goes once a place was chosen.
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a') !== null) setOutlineOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOutlineOpen(false)
    }
    drawer.addEventListener('click', onClick, { signal: stop.signal })
    document.addEventListener('keydown', onKey, { signal: stop.signal })
    return () => stop.abort()
  }, [isOutlineOpen])

  return (
    <div ref={whole} className={styles.plan} data-panel={panel ?? undefined}>
      <a className={styles.skip} href="#plan-sheet">
        {t.skip}
      </a>
      <PlanBar
        versionId={versionId}
        status={status}
        isOutlineOpen={isOutlineOpen}
        {...(isLive && { authors: { isShown: showsAuthors, onChange: setShowsAuthors } })}
        {...(isLive && { checks: { checks, isOpen: panel === 'checks', onChange: showChecks } })}
        onOutline={() => setOutlineOpen(!isOutlineOpen)}
        onFind={findAsks.open}
      />
      <div className={classes(styles.columns, panel !== null && besidePanel.beside)}>
        <div
          ref={outline}
          id="plan-outline"
          className={classes(styles.outline, isOutlineOpen && styles.outlineOpen)}
          data-open={isOutlineOpen || undefined}
        >
          <button type="button" className={styles.closeOutline} onClick={() => setOutlineOpen(false)}>
            {t.outline.close}
          </button>
          <PlanOutline />
        </div>
        <main ref={setSheet} id="plan-sheet" className={styles.main} tabIndex={-1}>
          {notice}
          <PlanBody />
        </main>
        {panel === 'checks' && shownChecks !== null && (
          <ChecksPanel checks={checks} takesFocus={shownChecks.byKeyboard} onClose={() => setChecks(null)} />
        )}
        {panel === 'review' && <ReviewPanel isLive={isLive} onClose={review.close} />}
      </div>
      {showsAuthors && sheet !== null && (
        <AuthorshipLegend
          projectId={projectId}
          root={sheet}
          store={store}
          presence={presence}
          onClose={() => setShowsAuthors(false)}
        />
      )}
      {isLive && sheet !== null && <ReviewLayerHost root={sheet} />}
      <FindHost sheet={sheet} asks={findAsks} />
      {isLive && <FollowingBanner />}
      {isLive && <PeopleNews />}
      <p id={textHintId} hidden>
        {keys.hint}
      </p>
      {isLive && sheet !== null && <PlaceKeeper sheet={sheet} />}
      <PlanOverlays />
    </div>
  )
}
