import type { TrailEvent } from '@concerte/api'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatCalendarDay } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { phaseMessages } from '../plan/phase/messages.ts'
import { roleMessages } from '../roles/messages.ts'
import { trailMessages } from './messages.ts'

/** What happened as a sentence; `detail`: the reason or the hash that belongs to it. */
export type TrailWords = { sentence: string; detail: string | null }

/** Digits of a hash that a person compares. */
const shownDigits = 16

export function useTrailWords(): (event: TrailEvent) => TrailWords {
  const t = useMessages(trailMessages)
  const phases = useMessages(phaseMessages).names
  const roles = useMessages(roleMessages).inSentence
  const locale = useLocale()
  const { events } = t

  const withReason = (sentence: string, reason: string): TrailWords => ({
    sentence,
    detail: reason === '' ? null : t.reason(reason),
  })
  const withHash = (sentence: string, sha256: string): TrailWords => ({
    sentence,
    detail: t.hash(sha256.slice(0, shownDigits)),
  })
  const datesOf = (startsOn: string | null, endsOn: string | null): string => {
    const [from, until] = [startsOn, endsOn].map((day) =>
      day === null ? null : formatCalendarDay(day, locale),
    )
    if (from != null && until != null) return events.between(from, until)
    if (from != null) return events.dates.from(from)
    return until == null ? events.dates.none : events.dates.until(until)
  }
  const fateOf = (fate: string): string => {
    switch (fate) {
      case 'accepted':
      case 'merged':
      case 'refused':
      case 'referred':
      case 'obsolete':
      case 'open':
        return t.fates[fate]
      case 'accepted-with-changes':
        return t.fates.acceptedWithChanges
      default:
        return fate
    }
  }

  return (event) => {
    switch (event.type) {
      case 'member-joined':
        return plain(events.memberJoined(event.name, roles[event.role]))
      case 'member-changed':
        return plain(events.memberChanged(event.name, roles[event.role]))
      case 'member-removed':
        return plain(events.memberRemoved(event.name))
      case 'invitation-made':
        return plain(events.invitationMade(roles[event.role]))
      case 'invitation-revoked':
        return plain(events.invitationRevoked(roles[event.role]))
      case 'group-changed':
        return plain(events.group(event.name, t.changes[event.change]))
      case 'phase-changed':
        return plain(events.phase(phases[event.from], phases[event.to]))
      case 'phase-dated':
        return plain(events.phaseDated(phases[event.phase], datesOf(event.startsOn, event.endsOn)))
      case 'axis-locked':
        return plain(events.locked(event.axis))
      case 'axis-unlocked':
        return plain(events.unlocked(event.axis))
      case 'amendment-decided':
        return withReason(events.decided(event.number, fateOf(event.fate)), event.reason)
      case 'amendment-withdrawn':
        return plain(events.withdrawn(event.number))
      case 'version-named':
        return withHash(events.named(event.name), event.sha256)
      case 'restored':
        return plain(events.restored(event.what, event.version))
      case 'imported':
        return plain(events.imported(event.name))
      case 'exported': {
        const format = event.format.toUpperCase()
        return plain(
          event.version === null ? events.exported(format) : events.exportedVersion(format, event.version),
        )
      }
      case 'approvers-named':
        return plain(event.names.length === 0 ? events.noApprovers : events.approvers(event.names.join(', ')))
      case 'approved':
        return withHash(events.approved, event.sha256)
      case 'approval-withdrawn':
        return withHash(events.approvalWithdrawn, event.sha256)
      case 'sealed':
        return withHash(events.sealed(event.revision), event.sha256)
      case 'reopened':
        return withReason(events.reopened(event.revision), event.reason)
    }
  }
}

function plain(sentence: string): TrailWords {
  return { sentence, detail: null }
}
