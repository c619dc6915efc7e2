import { noticePath, type Notice } from '@concerte/api'

import { escapeHtml } from '../escape-html.ts'
import type { WaitingMail } from '../storage/notifications-port.ts'
import type { OutgoingMail } from './mail-transport.ts'
import { mailWords as words, noticeSentence } from './mail-words.ts'

/** Notices that are told in one e-mail; of more it says how many. */
const maxTold = 30

/** One e-mail to one person about what is new for them in one plan. @param notices at least one, the oldest first */
export function writeMail(
  notices: readonly [WaitingMail, ...WaitingMail[]],
  { publicUrl, stopToken }: { publicUrl: URL; stopToken: string },
): OutgoingMail {
  const [{ projectId, projectTitle, projectAcademy, name, email, notice: first }] = notices
  const plan = [oneLine(projectTitle) || words.untitled, oneLine(projectAcademy)].filter(Boolean).join(', ')
  const news = notices.length === 1 ? noticeSentence(first) : words.several(notices.length)
  const stopUrl = new URL(`/api/notifications/stop/${stopToken}`, publicUrl).href
  const preferencesUrl = new URL('/notifications', publicUrl).href
  const told = notices.slice(0, maxTold).map(({ notice }) => ({
    sentence: noticeSentence(notice),
    details: detailsOf(notice),
    url: new URL(noticePath(projectId, notice), publicUrl).href,
  }))
  const rest = notices.length - told.length
  const frame = { name, plan, rest, stopUrl, preferencesUrl }
  return {
    to: { name, address: email },
    subject: words.subject(plan, oneLine(news)),
    text: toText(told, frame),
    html: toHtml(told, frame),
    stopUrl,
  }
}

type Told = { sentence: string; details: string[]; url: string }
type Frame = { name: string; plan: string; rest: number; stopUrl: string; preferencesUrl: string }

function detailsOf(notice: Notice): string[] {
  switch (notice.type) {
    case 'mention':
    case 'reply':
    case 'assignment':
      return notice.excerpt === '' ? [] : [words.quote(notice.excerpt)]
    case 'decision':
      return notice.reason === '' ? [] : [words.reason(notice.reason)]
    case 'cosign':
    case 'phase':
    case 'approval':
    case 'sealed':
    case 'invitation':
    case 'role':
      return []
  }
}

function toText(told: readonly Told[], { name, plan, rest, stopUrl, preferencesUrl }: Frame): string {
  const items = told.map(({ sentence, details, url }) =>
    [`- ${sentence}.`, ...details.map((line) => `  ${line.replaceAll('\n', '\n  ')}`), `  ${url}`].join('\n'),
  )
  return [
    words.greeting(name),
    words.introduction(plan),
    ...items,
    ...(rest > 0 ? [words.others(rest)] : []),
    `${words.all}\u00A0: ${preferencesUrl}`,
    `-- \n${words.why}\n${words.choose}\u00A0: ${preferencesUrl}\n${words.stop}\u00A0: ${stopUrl}\n`,
  ].join('\n\n')
}

/** Few elements and styles on them, as mail programs want it; it reads without any style too. */
function toHtml(told: readonly Told[], { name, plan, rest, stopUrl, preferencesUrl }: Frame): string {
  const items = told.map(
    ({ sentence, details, url }) =>
      `<li style="margin:0 0 20px"><strong>${escapeHtml(sentence)}.</strong>${details
        .map((line) => `<br><span style="color:#4b5563">${escapeHtml(line).replaceAll('\n', '<br>')}</span>`)
        .join('')}<br><a href="${escapeHtml(url)}" style="color:#1d4ed8">${words.open}</a></li>`,
  )
  return [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(plan)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#ffffff;color:#1f2937;font:16px/1.5 system-ui,sans-serif">',
    '<div style="max-width:600px;margin:0 auto">',
    `<p>${escapeHtml(words.greeting(name))}</p><p>${escapeHtml(words.introduction(plan))}</p>`,
    `<ul style="padding-left:20px">${items.join('')}</ul>`,
    rest > 0 ? `<p>${words.others(rest)}</p>` : '',
    `<p style="margin-top:32px;padding-top:16px;border-top:1px solid #d1d5db;font-size:14px;color:#4b5563">${words.why}<br>`,
    `<a href="${escapeHtml(preferencesUrl)}" style="color:#1d4ed8">${words.choose}</a><br>`,
    `<a href="${escapeHtml(stopUrl)}" style="color:#1d4ed8">${words.stop}</a></p>`,
    '</div></body></html>',
  ].join('')
}

/** Headers are one line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, (space) => (space === '\u00A0' ? space : ' ')).trim()
}
