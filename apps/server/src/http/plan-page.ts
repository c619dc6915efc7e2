import { projectIdSchema, projectSummarySchema, type ProjectSummary, type User } from '@concerte/api'
import type { Rights } from '@concerte/schema'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

import { ApiError } from '../api-error.ts'
import { escapeHtml } from '../escape-html.ts'
import type { PlanRenderer, RenderedPlan } from '../jobs/plan-renderer.ts'
import { languages, type Language } from '../language/language.ts'
import type { Log } from '../log.ts'
import { rightsOf } from '../rights-of.ts'
import type { Storage } from '../storage/port.ts'
import type { Access } from './access.ts'
import type { Api, AppEnv } from './api.ts'
import { packed } from './packed.ts'

/**
 * How long the words of a plan may take, in ms, before the page comes without them and asks for them by itself: as long as that takes. Only
 * the first page of one a hundred times as long as the longest known comes near it.
 */
const patience = 2_500

/**
 * The page of a plan for whoever may read it: with the plan in it, readable before any script has run. Everyone else, and a server without
 * the rendering built, gets the one document of all pages (`addWebApp`), which tells nothing.
 *
 * The answer comes in two parts: the head at once, with the names of the scripts, and the plan when it is rendered.
 */
export function addPlanPage(
  api: Api,
  options: {
    access: Access
    storage: Pick<Storage, 'members' | 'rights'>
    renderPlan: PlanRenderer['render']
    webDir: string
    log: Log
  },
): void {
  const { access, storage, renderPlan, webDir, log } = options
  const path = join(webDir, 'plan.html')
  if (!existsSync(path)) return
  const frame = readFrame(readFileSync(path, 'utf8'))

  api.get('/plans/:projectId', async (c, next) => {
    const reader = await findReader(c)
    if (reader === null) return next()
    const { project, user, rights } = reader
    const locale = languageOf(getCookie(c, 'concerte.locale'))
    const nonce = randomBytes(16).toString('base64')
    c.set('styleNonce', nonce)
    const rendered = renderPlan({ project, user, rights, locale })
    const head = frame.head
      .replace('<html lang="fr">', () => `<html lang="${locale}">`)
      .replace(
        /<title>.*?<\/title>/,
        () => `<title>${escapeHtml(titleOf(project))}</title>${known(user, project)}`,
      )
    async function* parts(): AsyncGenerator<Buffer> {
      yield Buffer.from(head)
      const page = await Promise.race([rendered, delay(patience, null, { ref: false })])
      yield Buffer.from(bodyOf(page, nonce) + frame.tail)
    }
    const body = packed(Readable.from(parts()), c.req.header('accept-encoding'))
    return c.body(body.stream, 200, {
      'content-type': 'text/html; charset=utf-8',
      // Of one person, and of one moment.
      'cache-control': 'private, no-store',
      vary: 'accept-encoding',
      ...(body.encoding !== null && { 'content-encoding': body.encoding }),
    })
  })

  async function findReader(c: Context<AppEnv>): Promise<Reader | null> {
    const projectId = projectIdSchema.safeParse(c.req.param('projectId')).data
    if (projectId === undefined) return null
    try {
      const { project, role, user } = await access.toProject(c, projectId, 'reader')
      const rights = await rightsOf(storage, user, projectId)
      if (rights === null) return null
      return { project: projectSummarySchema.parse({ ...project, role }), user, rights }
    } catch (error) {
      // The page that comes instead asks again, and says what there is to say.
      if (!(error instanceof ApiError)) log.error('plan-page-failed', {}, error)
      return null
    }
  }
}

type Reader = { project: ProjectSummary; user: User; rights: Rights }

/** The document, around the place where the plan is put. */
function readFrame(html: string): { head: string; tail: string } {
  const [head, tail, ...others] = html.split('<div id="root"></div>')
  if (head === undefined || tail === undefined || others.length > 0) {
    throw new Error('plan.html has no place for the plan')
  }
  return { head, tail }
}

/** What the application would ask for first; its first script reads the two ids, before it can read more. */
function known(user: User, project: ProjectSummary): string {
  // Within a script no entity is read: only the end of the element must not be in it.
  const data = JSON.stringify({ session: { user }, project }).replaceAll('<', String.raw`\u003c`)
  const ids = `data-user="${escapeHtml(user.id)}" data-plan="${escapeHtml(project.id)}"`
  return `<script type="application/json" id="known" ${ids}>${data}</script>`
}

function bodyOf(page: RenderedPlan | null, nonce: string): string {
  if (page === null) return '<div id="root"></div>'
  const style = `<style nonce="${nonce}">${page.styles}</style>`
  return `${style}<div id="first">${page.markup}</div><div id="root" hidden></div>`
}

/** As the page writes it (`page-title.ts`). */
function titleOf({ title }: ProjectSummary): string {
  return title === '' ? 'Concerte' : `${title} · Concerte`
}

function languageOf(cookie: string | undefined): Language {
  return languages.find((language) => language === cookie) ?? 'fr'
}
