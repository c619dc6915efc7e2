import { createRoute } from '@hono/zod-openapi'
import { randomBytes } from 'node:crypto'

import { ApiError } from '../../api-error.ts'
import { stopMailWords } from '../../language/stop-mail-words.ts'
import type { MailStop } from '../../notices/mail-stop.ts'
import { noMail } from '../../notices/usual-mail.ts'
import type { Storage } from '../../storage/port.ts'
import { refusal, type Api, type ApiContext } from '../api.ts'
import { tokenParameters } from '../parameters.ts'

const path = '/api/notifications/stop/{token}'
const html = { 'text/html': { schema: { type: 'string' } } } as const

const askRoute = createRoute({
  method: 'get',
  path,
  summary: 'The page that the link of every e-mail opens; changes nothing',
  request: { params: tokenParameters },
  responses: { 200: { description: 'A page with one button', content: html }, default: refusal },
})

const stopRoute = createRoute({
  method: 'post',
  path,
  summary: 'End the e-mails of the person to whom the link was sent, without signing in (RFC 8058)',
  request: { params: tokenParameters },
  responses: { 200: { description: 'A page that says so', content: html }, default: refusal },
})

/**
 * The link of every e-mail that ends them, without signing in. Opening it changes nothing, because programs that look through
 * e-mails open links too; its button, and the mail program itself (RFC 8058), POST.
 */
export function addStopMail(
  api: Api,
  { notifications, mailStop }: Pick<Storage, 'notifications'> & { mailStop: MailStop },
): void {
  api.openapi(askRoute, (c) => {
    readToken(c.req.valid('param').token)
    const words = stopMailWords[c.var.language]
    return page(c, `<p>${words.question}</p><form method="post"><button>${words.stop}</button></form>`)
  })
  api.openapi(stopRoute, async (c) => {
    await notifications.chooseMail(readToken(c.req.valid('param').token), noMail)
    const words = stopMailWords[c.var.language]
    return page(c, `<p role="status">${words.done}</p><p><a href="/notifications">${words.choose}</a></p>`)
  })

  function readToken(token: string) {
    const userId = mailStop.read(token)
    if (userId === null) throw new ApiError('not-found')
    return userId
  }
}

function page(c: ApiContext, content: string): Response {
  const { language } = c.var
  const { title } = stopMailWords[language]
  const nonce = randomBytes(16).toString('base64')
  c.set('styleNonce', nonce)
  return c.html(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
      '<meta name="viewport" content="width=device-width, initial-scale=1">' +
      `<title>${title} · Concerte</title><style nonce="${nonce}">${style}</style></head>` +
      `<body><main><h1>${title}</h1>${content}</main></body></html>`,
  )
}

const style =
  ':root{color-scheme:light dark}' +
  'body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif}' +
  'main{max-width:34rem;margin:12vh auto;padding:0 1.5rem}' +
  'h1{font:600 1.5rem/1.3 Georgia,serif}' +
  'button{font:inherit;padding:.6rem 1.2rem;min-height:44px}'
