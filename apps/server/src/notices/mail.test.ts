import { projectIdSchema, threadIdSchema, type Notice, type NoticeType, type UserId } from '@concerte/api'
import { expect, test, vi } from 'vitest'

import { createLog } from '../log.ts'
import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { startMailServer } from '../testing/mail-server.ts'
import { setupApp, testOrigin } from '../testing/test-app.ts'
import { lastDailyHour } from './daily-hour.ts'
import { createMailRounds, gatheringMs } from './mail-rounds.ts'
import { createMailTransport } from './mail-transport.ts'
import { usualMail } from './usual-mail.ts'
import { writeMail } from './write-mail.ts'

const publicUrl = new URL(testOrigin)
const daily = { hour: 7, timeZone: 'Europe/Paris' }
const minute = 60_000

/** A server whose clock the test sets, a real SMTP server, and rounds that the test runs. */
async function setupMail(changes: { refuse?: string[] } = {}) {
  let time = Date.parse('2026-03-10T14:00:00.000Z')
  const { deps, visit } = await setupApp({ nowMs: () => time })
  const smtp = await startMailServer(changes)
  const [admin, lead, ada, max] = [visit(), visit(), visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const leadId = await invite(admin, lead, { projectId, role: 'lead' })
  const adaId = await invite(lead, ada, { projectId, role: 'reviewer', name: 'ada' })
  const maxId = await invite(lead, max, { projectId, role: 'reviewer', name: 'max' })
  const logged: string[] = []
  const transport = createMailTransport({ smtpUrl: smtp.url, from: 'Concerte <concerte@example.fr>' })
  const rounds = createMailRounds({
    notifications: deps.storage.notifications,
    transport,
    write: (notices) =>
      writeMail(notices, { publicUrl, stopToken: deps.mailStop.tokenOf(notices[0].userId) }),
    nowMs: () => time,
    daily,
    log: createLog({ level: 'debug', now: () => '', write: (line) => logged.push(line) }),
  })
  const run = async (ms = 0, stop = new AbortController()) => {
    time += ms
    await rounds.run(stop.signal)
  }
  const tell = (to: UserId[], notice: Partial<Notice> & { type: NoticeType } = { type: 'mention' }) =>
    deps.storage.notifications.add({ projectId, to, notice: noticeOf(notice), isMailed: true })
  return { deps, visit, smtp, lead, ada, projectId, leadId, adaId, maxId, logged, run, tell }
}

function noticeOf(change: Partial<Notice>): Notice {
  const threadId = threadIdSchema.parse('t1')
  const saying = { type: 'mention', by: 'Élodie', threadId, number: 12, excerpt: 'Qu’en pensez-vous ?' }
  return { ...saying, ...change } as Notice
}

test('what concerns somebody comes as one readable e-mail with a link to its place, once it has been gathered', async () => {
  const { smtp, adaId, run, tell, projectId } = await setupMail()
  await tell([adaId])
  await run()
  expect(smtp.mails).toEqual([])
  await tell([adaId], { type: 'assignment' })
  await run(gatheringMs)
  await run(minute)
  const [mail, ...others] = smtp.mails
  expect(others).toEqual([])
  expect(mail?.to).toEqual(['ada@example.fr'])
  expect(mail?.headers.get('from')).toBe('Concerte <concerte@example.fr>')
  expect(mail?.headers.get('subject')).toMatch(/^.+\u00A0: 2 nouveautés$/)
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail?.text).toContain('Bonjour ada,')
  expect(mail?.text).toContain(
    '- Élodie vous cite dans un commentaire.\r\n  «\u00A0Qu’en pensez-vous ?\u00A0»',
  )
  expect(mail?.text).toContain(`  ${testOrigin}/plans/${projectId}#fil-12`)
  expect(mail?.html).toContain('<strong>Élodie vous confie une discussion.</strong>')
  expect(mail?.html).toContain(`href="${testOrigin}/plans/${projectId}#fil-12"`)
})

test('words of people are words in the e-mail too, not elements, and its subject stays one line', async () => {
  const { smtp, adaId, run, tell } = await setupMail()
  await tell([adaId], { type: 'mention', by: 'A\r\nBcc: x@example.fr', excerpt: '<img src=x onerror="y">' })
  await run(gatheringMs)
  const [mail] = smtp.mails
  expect(mail?.to).toEqual(['ada@example.fr'])
  expect(mail?.headers.has('bcc')).toBe(false)
  expect(mail?.html).not.toContain('<img')
  expect(mail?.html).toContain('&lt;img src=x onerror=&quot;y&quot;&gt;')
})

test('the daily e-mail goes out at its hour, with all of the day before it', async () => {
  const { smtp, adaId, maxId, run, tell } = await setupMail()
  await tell([adaId, maxId], { type: 'reply' })
  await run(60 * minute)
  await tell([adaId], { type: 'reply' })
  expect(smtp.mails).toEqual([])
  // 05:59 in UTC is 6:59 in Paris in winter.
  await run(15 * 60 * minute - minute)
  expect(smtp.mails).toEqual([])
  await run(minute)
  expect(new Set(smtp.mails.map(({ to }) => to[0]))).toEqual(new Set(['ada@example.fr', 'max@example.fr']))
  expect(smtp.mails).toHaveLength(2)
  await run(5 * 60 * minute)
  expect(smtp.mails).toHaveLength(2)
})

test('the hour of the daily e-mails is that of the place, in winter and in summer', () => {
  expect(dailyHourBefore('2026-01-15T05:59:59.999Z')).toBe('2026-01-14T06:00:00.000Z')
  expect(dailyHourBefore('2026-01-15T06:00:00.000Z')).toBe('2026-01-15T06:00:00.000Z')
  expect(dailyHourBefore('2026-07-15T05:00:00.000Z')).toBe('2026-07-15T05:00:00.000Z')
  expect(dailyHourBefore('2026-07-15T23:30:00.000Z')).toBe('2026-07-15T05:00:00.000Z')
})

test('nobody is sent what they read, do not want, or may not read any more', async () => {
  const { deps, smtp, ada, lead, projectId, leadId, adaId, maxId, run, tell } = await setupMail()
  await tell([adaId, leadId, maxId])
  await ada.send('POST', '/api/notifications/read', {})
  const mail = { ...usualMail, mention: 'none' }
  expect((await lead.send('PUT', '/api/notifications/preferences', { mail })).status).toBe(204)
  await deps.storage.members.remove({ projectId, userId: maxId, lastLeadMayGo: false, by: leadId })
  await run(gatheringMs)
  expect(smtp.mails).toEqual([])
  // Wanting them again does not bring the old ones.
  await lead.send('PUT', '/api/notifications/preferences', { mail: usualMail })
  await run(minute)
  expect(smtp.mails).toEqual([])
})

test('one press ends the e-mails, without signing in; opening the link alone does not', async () => {
  const { visit, smtp, adaId, run, tell } = await setupMail()
  await tell([adaId])
  await run(gatheringMs)
  const header = smtp.mails[0]?.headers
  const stopUrl = /^<(.+)>$/.exec(header?.get('list-unsubscribe') ?? '')?.[1] ?? ''
  expect(header?.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(smtp.mails[0]?.text).toContain(stopUrl)

  const { pathname } = new URL(stopUrl)
  const opened = await visit().send('GET', pathname)
  expect(await opened.text()).toContain('<form method="post"><button>Ne plus recevoir d’e-mails</button>')
  await tell([adaId])
  await run(gatheringMs)
  expect(smtp.mails).toHaveLength(2)

  const forged = pathname.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect((await visit().send('POST', forged)).status).toBe(404)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const pressed = await visit().send('POST', pathname, 'List-Unsubscribe=One-Click', form)
  expect(await pressed.text()).toContain('C’est fait')
  await tell([adaId])
  await tell([adaId], { type: 'reply' })
  await run(48 * 60 * minute)
  expect(smtp.mails).toHaveLength(2)
})

test('while no SMTP server answers, e-mails wait and are tried again later and later; nothing is said of people', async () => {
  const { smtp, adaId, maxId, run, tell, logged } = await setupMail()
  await smtp.stop()
  await tell([adaId, maxId])
  const rounds = Array.from({ length: 20 }, () => minute)
  for (const ms of rounds) await run(ms)
  // After 1, 2, 4 and 8 minutes, from the first minute on; not once a person.
  expect(logged).toHaveLength(5)
  for (const line of logged) expect(JSON.parse(line)).toMatchObject({ event: 'mail-failed', type: 'server' })
  expect(logged.join('')).not.toMatch(/ada|max|example|Élodie/)
})

test('an address that is refused keeps nobody else from their e-mail', async () => {
  const { smtp, adaId, maxId, run, tell, logged } = await setupMail({ refuse: ['ada@example.fr'] })
  await tell([adaId])
  await tell([maxId])
  await run(gatheringMs)
  await run(minute)
  expect(smtp.mails.map(({ to }) => to)).toEqual([['max@example.fr']])
  expect(logged.filter((line) => line.includes('mail-failed'))).toHaveLength(1)
  expect(logged.join('')).not.toMatch(/ada@|max@/)
})

test('what was accepted is never sent again, even where writing that down fails for a while', async () => {
  const { deps, smtp, adaId, run, tell } = await setupMail()
  await tell([adaId])
  const settling = vi.spyOn(deps.storage.notifications, 'settleMail')
  settling.mockRejectedValue(new Error('disk full'))
  await expect(run(gatheringMs)).rejects.toThrow('disk full')
  await expect(run(minute)).rejects.toThrow('disk full')
  settling.mockRestore()
  await run(minute)
  await run(minute)
  expect(smtp.mails).toHaveLength(1)
  expect(await deps.storage.notifications.waitingForMail('')).toEqual([])
})

test('a server that stops leaves what it has not sent for its next start', async () => {
  const { deps, smtp, adaId, run, tell } = await setupMail()
  await tell([adaId])
  const stop = new AbortController()
  stop.abort()
  await run(gatheringMs, stop)
  expect(smtp.mails).toEqual([])
  expect(await deps.storage.notifications.waitingForMail('')).toHaveLength(1)
})

test('an e-mail tells so many notices and says how many more there are', () => {
  const notices = Array.from({ length: 40 }, (_, i) => ({
    id: String(i),
    userId: 'ada' as UserId,
    name: 'Ada',
    email: 'ada@example.fr',
    projectId: projectIdSchema.parse('plan'),
    projectTitle: '',
    projectAcademy: 'Académie de Lille',
    notice: noticeOf({}),
    createdAt: '',
  }))
  const [first, ...others] = notices
  if (first === undefined) throw new Error('There are forty')
  const mail = writeMail([first, ...others], { publicUrl, stopToken: 'x' })
  expect(mail.subject).toBe('Projet sans titre, Académie de Lille\u00A0: 40 nouveautés')
  expect(mail.text.match(/#fil-12/g)).toHaveLength(30)
  expect(mail.text).toContain('Et 10 autres nouvelles.')
})

function dailyHourBefore(now: string): string {
  return new Date(lastDailyHour(Date.parse(now), daily)).toISOString()
}
