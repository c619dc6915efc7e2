import type { Amendment, AmendmentId } from '@concerte/api'
import { amendmentNode } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { Link } from 'wouter'

import { amendmentsQuery } from '../../api/amendments.ts'
import { sessionQuery } from '../../api/session.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { NothingHere } from '../../ui/nothing-here.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { usePermission } from '../plan/rights/use-permission.ts'
import type { ReviewAsk } from '../review/use-review.ts'
import styles from './amendments.module.css'
import { Composer } from './compose/composer.tsx'
import { CardList } from './card-list.tsx'
import { DeedNotice } from './deed-notice.tsx'
import { beginDraft, createDraftShelf, draftKey, type AmendmentDraft } from './draft-shelf.ts'
import { DraftsList } from './drafts-list.tsx'
import { amendmentMessages } from './messages.ts'
import { PaneFilters } from './pane-filters.tsx'
import { filterAmendments, isOnNode, noFilter } from './pane-filter.ts'
import { ProposeMenu } from './propose-menu.tsx'
import { startProposal } from './start-proposal.ts'
import { useAmendmentWords } from './use-amendment-words.ts'
import { useDeeds } from './use-deeds.ts'
import { useMayDecide } from './use-may-decide.ts'
import { usePlaceInFocus } from './use-place-in-focus.ts'

type Ask = Extract<ReviewAsk, { tab: 'amendments' }>
/** The passage whose amendments came first when one was opened; null: its own. */
type HeldPlace = { node: string | null } | null

/** The amendments of the plan, those on the passage in focus first; what is proposed, supported and decided from here. */
export default function AmendmentsPane({ ask, isLive }: { ask: Ask | null; isLive: boolean }) {
  const t = useMessages(amendmentMessages)
  const tools = usePlan()
  const { projectId, store } = tools
  const amendments = useQuery(amendmentsQuery(projectId))
  const user = useQuery(sessionQuery).data?.user
  const mayPropose = usePermission('propose') && isLive
  const mayDecide = useMayDecide()
  const { nodeWords } = useAmendmentWords()
  const focused = usePlaceInFocus()
  const shelf = useMemo(
    () => (user == null ? null : createDraftShelf(projectId, user.id, localStorage)),
    [projectId, user],
  )
  /** What was sent last; another object each time. */
  const [sent, setSent] = useState<{ amendment: AmendmentId } | null>(null)
  const [opened, setOpened] = useState<AmendmentId | null>(null)
  const [held, setHeld] = useState<HeldPlace>(null)
  const [composed, setComposed] = useState<{ draft: AmendmentDraft; number: number | null } | null>(null)
  const [isPlaceGone, setPlaceGone] = useState(false)
  const [filter, setFilter] = useState(noFilter)
  const [asked, setAsked] = useState<Ask | null>(null)
  const [askedAt, setAskedAt] = useState(focused)
  const top = useRef<HTMLDivElement>(null)
  const { deeds, said, say } = useDeeds((amendment) => {
    if (shelf === null) return
    const { id, number, revision, proposal, reason, cosigners } = amendment
    const fresh: AmendmentDraft = {
      proposal,
      reason,
      cosigners: cosigners.map(({ userId }) => userId),
      improves: { id, revision },
      savedAt: '',
    }
    const kept = shelf.find(draftKey(fresh))
    setComposed({ draft: kept?.improves?.revision === revision ? kept : fresh, number })
  })

  // What is asked for from the page is another object each time; React starts over with what it sets here.
  if (ask !== asked && shelf !== null) {
    setAsked(ask)
    if (ask?.compose !== undefined) {
      const draft = beginDraft(shelf, startProposal(store, ask.compose))
      setPlaceGone(draft === null)
      setComposed(draft === null ? null : { draft, number: null })
    } else if (ask !== null) {
      setComposed(null)
      setPlaceGone(false)
    }
    setAskedAt(focused)
    if (ask?.amendment !== undefined) {
      setOpened(ask.amendment)
      setHeld(null)
    }
  }
  const all = useMemo(() => amendments.data ?? [], [amendments.data])
  useCardFocus(top, all, ask)
  useCardFocus(top, all, sent)

  if (amendments.isPending || shelf === null) return <Loading />
  if (amendments.isError && amendments.data === undefined) {
    return <LoadFailure error={amendments.error} onRetry={() => void amendments.refetch()} />
  }
  const compose = (draft: AmendmentDraft | null, number: number | null = null) => {
    say(null)
    setPlaceGone(draft === null)
    setComposed(draft === null ? null : { draft, number })
  }
  const leaveComposer = () => {
    setComposed(null)
    requestAnimationFrame(() => top.current?.querySelector<HTMLElement>('[data-propose], h3')?.focus())
  }
  // Whatever was reached last: what the panel was asked for, or a place of the page.
  const reached = focused === askedAt ? (ask?.node ?? focused?.node) : focused?.node
  // While one reads or decides one, nothing moves under its card.
  const node = opened === null ? (reached ?? null) : held === null ? askedNode(all, opened) : held.node
  const here = node === null ? [] : all.filter((amendment) => isOnNode(amendment, node))
  const passed = filterAmendments(all, filter, {
    structure: store.structure(),
    me: user?.id,
    mayDecide: ({ proposal }) => mayDecide(proposal) === 'yes',
  })
  // What one has just decided stays in view, whatever the filter says of it now.
  const shown = all.filter((amendment) => {
    return !here.includes(amendment) && (passed.includes(amendment) || amendment.id === opened)
  })
  const cards = {
    all,
    deeds,
    opened,
    onOpen: (id: AmendmentId | null) => {
      // What was said is about what one has just left.
      say(null)
      setOpened(id)
      setHeld({ node })
    },
  }
  return (
    <div ref={top} className={styles.pane}>
      {composed !== null ? (
        <Composer
          key={`${draftKey(composed.draft)} ${String(asked?.compose !== undefined)}`}
          start={composed.draft}
          number={composed.number}
          shelf={shelf}
          onSent={({ id, number }) => {
            say({
              text: composed.number === null ? t.compose.sent(number) : t.compose.sentChange(number),
              tone: 'plain',
            })
            setOpened(id)
            setHeld(null)
            setComposed(null)
            setSent({ amendment: id })
          }}
          onClose={leaveComposer}
        />
      ) : (
        <>
          {isPlaceGone && <p className={styles.note}>{t.compose.gone}</p>}
          {mayPropose && (
            <ProposeMenu
              place={focused}
              onAsk={(wanted) => compose(beginDraft(shelf, startProposal(store, wanted)))}
            />
          )}
          {mayPropose && (
            <DraftsList
              shelf={shelf}
              onResume={(draft) => {
                const improved = all.find(({ id }) => id === draft.improves?.id)
                compose(draft, improved?.number ?? null)
              }}
              onDrop={() => {
                say({ text: t.pane.dropped, tone: 'plain' })
                requestAnimationFrame(() =>
                  top.current?.querySelector<HTMLElement>('[data-propose]')?.focus(),
                )
              }}
            />
          )}
          {all.length === 0 ? (
            <NothingHere path="M12 6h18l6 6v30H12zM30 6v6h6M18 20h12M18 27h12M18 34h7" says={t.pane.none}>
              <p>{t.pane.noneText}</p>
            </NothingHere>
          ) : (
            <>
              {node !== null && nodeWords(node) !== t.gonePlace && (
                <section className={styles.group} aria-label={t.pane.here}>
                  <div>
                    <h3 tabIndex={-1}>{t.pane.here}</h3>
                    <p className={styles.place}>{nodeWords(node)}</p>
                  </div>
                  {here.length === 0 ? (
                    <p className={styles.note}>{t.pane.noneHere}</p>
                  ) : (
                    <CardList {...cards} amendments={here} />
                  )}
                </section>
              )}
              <section className={styles.group} aria-label={here.length > 0 ? t.pane.others : t.pane.all}>
                <div className={styles.groupHead}>
                  <h3 tabIndex={-1}>{here.length > 0 ? t.pane.others : t.pane.all}</h3>
                  <Link href={`/plans/${projectId}/amendements`} className={styles.link}>
                    {t.pane.board}
                  </Link>
                </div>
                {all.length > here.length && (
                  <>
                    <PaneFilters
                      isLong={all.length > 8}
                      filter={filter}
                      mayDecide={usesDecide(all, mayDecide)}
                      onChange={setFilter}
                    />
                    <output className={styles.note}>
                      {shown.length === 0 ? t.pane.noneFound : t.pane.count(shown.length)}
                    </output>
                    <CardList {...cards} amendments={shown} />
                  </>
                )}
              </section>
            </>
          )}
        </>
      )}
      <DeedNotice
        said={said}
        onClose={() => say(null)}
        onUndo={(amendment) => void deeds.reopen(amendment)}
      />
    </div>
  )
}

function askedNode(all: readonly Amendment[], id: AmendmentId): string | null {
  const found = all.find((amendment) => amendment.id === id)
  return found === undefined ? null : amendmentNode(found.proposal)
}

function usesDecide(
  all: readonly Amendment[],
  mayDecide: (proposal: Amendment['proposal']) => string,
): boolean {
  return all.some(({ proposal, fate }) => fate.type === 'open' && mayDecide(proposal) === 'yes')
}

/**
 * Gives the focus to the card of an amendment as soon as the list has it, which may be after it was asked for.
 *
 * @param asked another object with each asking, also for the amendment that was asked for before
 */
function useCardFocus(
  pane: RefObject<HTMLElement | null>,
  all: readonly Amendment[],
  asked: { amendment?: AmendmentId } | null,
): void {
  const isHere = all.some(({ id }) => id === asked?.amendment)
  useEffect(() => {
    const id = asked?.amendment
    if (id === undefined || !isHere) return
    const card = pane.current?.querySelector<HTMLElement>(`[data-amendment="${CSS.escape(id)}"] button`)
    card?.scrollIntoView({ block: 'start' })
    card?.focus({ preventScroll: true })
  }, [pane, asked, isHere])
}
