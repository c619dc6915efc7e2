import type { UserId } from '@concerte/api'

import type { Log } from '../log.ts'
import type { NotificationStore, WaitingMail } from '../storage/notifications-port.ts'
import { lastDailyHour, type DailyHour } from './daily-hour.ts'
import { createBackoff } from './backoff.ts'
import { MailError, type MailTransport, type OutgoingMail } from './mail-transport.ts'
import { mailOf } from './usual-mail.ts'

/** What is told at once waits this long for what comes with it: ten replies in a row are one e-mail. */
export const gatheringMs = 45_000
/** After this nobody is sent old news. */
const keptMs = 3 * 24 * 3600 * 1000

const minute = 60_000

/**
 * Sends what is due, one e-mail a person and a plan. A notice counts as sent once the SMTP server has accepted it, and is
 * written down as such right after: a crash between the two sends it again (at least once), nothing else does. What fails stays
 * waiting, and is tried again later and later.
 */
export function createMailRounds(options: {
  notifications: Pick<NotificationStore, 'waitingForMail' | 'mailChoices' | 'settleMail'>
  transport: Pick<MailTransport, 'send'>
  write: (notices: readonly [WaitingMail, ...WaitingMail[]]) => OutgoingMail
  nowMs: () => number
  daily: DailyHour
  log: Pick<Log, 'info' | 'warn' | 'error'>
}): { run(signal: AbortSignal): Promise<void> } {
  const { notifications, transport, write, nowMs, daily, log } = options
  const server = createBackoff<'server'>(nowMs, { firstMs: minute, mostMs: 60 * minute })
  const people = createBackoff<UserId>(nowMs, { firstMs: 10 * minute, mostMs: 6 * 60 * minute })

  /** Accepted by the SMTP server and not yet written down as sent: until that works nothing else goes out, or it would go twice. */
  const unsettled = new Set<string>()

  return {
    async run(signal) {
      await settle([])
      if (server.isResting('server')) return
      const waiting = await notifications.waitingForMail(new Date(nowMs() - keptMs).toISOString())
      for (const [userId, notices] of Map.groupBy(waiting, (notice) => notice.userId)) {
        const wanted = await withoutUnwanted(userId, notices)
        if (people.isResting(userId)) continue
        for (const inPlan of Map.groupBy(wanted, ({ notice }) => notice.projectId).values()) {
          if (signal.aborted || server.isResting('server')) return
          await send(userId, dueOf(inPlan))
        }
      }
    },
  }

  type Wanted = { notice: WaitingMail; isDaily: boolean }

  async function withoutUnwanted(userId: UserId, notices: readonly WaitingMail[]): Promise<Wanted[]> {
    const mail = mailOf(await notifications.mailChoices(userId))
    const choiceOf = (notice: WaitingMail) => mail[notice.notice.type]
    const unwanted = notices.filter((notice) => choiceOf(notice) === 'none')
    if (unwanted.length > 0) await notifications.settleMail(unwanted.map(({ id }) => id))
    return notices
      .filter((notice) => choiceOf(notice) !== 'none')
      .map((notice) => ({ notice, isDaily: choiceOf(notice) === 'daily' }))
  }

  function dueOf(wanted: readonly Wanted[]): WaitingMail[] {
    const now = nowMs()
    const cutoff = lastDailyHour(now, daily)
    const at = ({ notice }: Wanted) => Date.parse(notice.createdAt)
    const [oldest] = wanted.filter(({ isDaily }) => !isDaily).map(at)
    const isGathered = oldest !== undefined && now - oldest >= gatheringMs
    return wanted
      .filter((item) => (item.isDaily ? at(item) < cutoff : isGathered))
      .map(({ notice }) => notice)
  }

  async function settle(sent: readonly WaitingMail[]): Promise<void> {
    for (const { id } of sent) unsettled.add(id)
    if (unsettled.size === 0) return
    await notifications.settleMail([...unsettled])
    unsettled.clear()
  }

  async function send(userId: UserId, [first, ...others]: readonly WaitingMail[]): Promise<void> {
    if (first === undefined) return
    try {
      await transport.send(write([first, ...others]))
    } catch (error) {
      if (!(error instanceof MailError)) throw error
      if (error.type === 'server') server.failed('server')
      else people.failed(userId)
      log.warn('mail-failed', { type: error.type, code: error.code })
      return
    }
    await settle([first, ...others])
    server.succeeded('server')
    people.succeeded(userId)
    log.info('mail-sent', { notices: 1 + others.length })
  }
}
