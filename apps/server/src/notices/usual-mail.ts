import { noticeTypes, type MailChoice, type NoticeType } from '@concerte/api'

/** How each kind of notice goes out by e-mail for who chose nothing: at once what waits for them, once a day what moves on. */
export const usualMail: Record<NoticeType, MailChoice> = {
  mention: 'immediate',
  reply: 'daily',
  assignment: 'immediate',
  cosign: 'immediate',
  decision: 'immediate',
  phase: 'daily',
  approval: 'immediate',
  sealed: 'daily',
  invitation: 'daily',
  role: 'daily',
}

/** What holds for a person who made these choices. */
export function mailOf(choices: Partial<Record<NoticeType, MailChoice>>): Record<NoticeType, MailChoice> {
  return { ...usualMail, ...choices }
}

/** No e-mail of any kind. */
export const noMail: Partial<Record<NoticeType, MailChoice>> = Object.fromEntries(
  noticeTypes.map((type) => [type, 'none' as const]),
)
