import { setTimeout as delay } from 'node:timers/promises'

import type { MailConfig } from '../config.ts'
import type { Log } from '../log.ts'
import type { NotificationStore } from '../storage/notifications-port.ts'
import { createMailRounds } from './mail-rounds.ts'
import type { MailStop } from './mail-stop.ts'
import { createMailTransport } from './mail-transport.ts'
import { startMailer, type Mailer } from './mailer.ts'
import { writeMail } from './write-mail.ts'

/** How often it is looked whether something is due. */
const everyMs = 20_000
/** A stopping server waits this long for the e-mail that is on its way. */
const drainMs = 5_000

/** Sends e-mail over SMTP until it is closed. */
export function createMailer(
  { smtpUrl, from, publicUrl, daily }: MailConfig,
  options: {
    notifications: NotificationStore
    mailStop: MailStop
    nowMs: () => number
    log: Log
  },
): Mailer {
  const { notifications, mailStop, nowMs, log } = options
  const transport = createMailTransport({ smtpUrl, from })
  const rounds = createMailRounds({
    notifications,
    transport,
    write: (notices) => writeMail(notices, { publicUrl, stopToken: mailStop.tokenOf(notices[0].userId) }),
    nowMs,
    daily,
    log,
  })
  const mailer = startMailer((signal) => rounds.run(signal), { everyMs, log })
  return {
    async close() {
      // What is not accepted by then goes out again after the next start.
      await Promise.race([mailer.close(), delay(drainMs, undefined, { ref: false })])
      transport.close()
    },
  }
}
