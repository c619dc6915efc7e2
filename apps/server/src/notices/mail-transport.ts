import { createTransport } from 'nodemailer'
import { z } from 'zod'

/** An e-mail that is ready to go. `stopUrl`: where mail programs end the e-mails by one POST (RFC 8058). */
export type OutgoingMail = {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  stopUrl: string
}

/**
 * `server`: no e-mail goes out for now (no connection, no login, a passing fault). `recipient`: this one is refused. No text of
 * it is of people: what a server answers may hold an address.
 */
export class MailError extends Error {
  override readonly name = 'MailError'
  readonly type: 'server' | 'recipient'
  /** The code of the library and that of the SMTP answer, where there are any. */
  readonly code: string
  constructor(type: MailError['type'], code: string) {
    super(`${type}: ${code}`)
    this.type = type
    this.code = code
  }
}

export type MailTransport = {
  /** Resolves when the SMTP server has accepted it. @throws MailError */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

const errorSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
})

/** Long enough for a slow server; a dead one is not waited for. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/** E-mail over SMTP. @param from the sender, as `Concerte <concerte@example.fr>` */
export function createMailTransport({ smtpUrl, from }: { smtpUrl: URL; from: string }): MailTransport {
  const transport = createTransport({
    url: smtpUrl.href,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html, stopUrl }) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          headers: {
            'List-Unsubscribe': `<${stopUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            // RFC 3834: no out-of-office answers to it.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
          },
        })
      } catch (error) {
        throw toMailError(error)
      }
    },
    close: () => transport.close(),
  }
}

function toMailError(error: unknown): MailError {
  const { code = 'unknown', responseCode } = errorSchema.safeParse(error).data ?? {}
  const told = responseCode === undefined ? code : `${code} ${responseCode}`
  const isRefused = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
  return new MailError(isRefused ? 'recipient' : 'server', told)
}
