import { memberListSchema, planValidationSchema } from '@concerte/api'
import type { Page } from 'playwright-core'

import { ask } from '../../apps/web/tests/support/ask.ts'
import { reviewPanel as panel } from '../../apps/web/tests/support/review.ts'
import { atTop } from './at-top.ts'
import type { State } from './states.ts'
import type { Studio } from './studio.ts'

/** The plan under review, from the first comment to the public page. Each leaves the plan as the next one needs it. */
export const reviewStates: readonly State[] = [
  {
    name: 'threads',
    caption: 'comments beside the words they stand on',
    show: (studio) => showThreads(studio),
  },
  {
    name: 'threads-narrow',
    caption: 'a comment on a telephone',
    show: (studio) => showThreads(studio, { width: 390, height: 800 }),
  },
  {
    name: 'amendment',
    caption: 'another wording proposed by somebody who may not write, as it will be shown',
    async show({ openPlan, review }) {
      const { plan, people } = await review()
      const page = await openPlan({ plan, as: people.rita })
      const text = page.getByText(/^Définir en inter-degrés/).first()
      await atTop(text)
      await openPanel(page)
      await panel(page).getByRole('tab', { name: 'Amendements' }).click()
      await text.click()
      await panel(page).getByRole('button', { name: 'Proposer un amendement' }).click()
      await page.getByRole('menuitem', { name: 'Une autre rédaction' }).click()
      const editor = panel(page).getByRole('textbox', { name: 'Nouvelle rédaction' })
      await editor.waitFor()
      await page.keyboard.press('Control+End')
      for (let count = 0; count < 'fréquentes.'.length; count += 1) await page.keyboard.press('Backspace')
      await page.keyboard.type('menées chaque trimestre.')
      await panel(page).locator('ins').first().waitFor()
      await panel(page)
        .getByRole('textbox', { name: 'Motif' })
        .fill('«\u00A0Fréquentes\u00A0» ne se mesure pas.')
      return page
    },
  },
  {
    name: 'collision',
    caption: 'two amendments met in the same words: the three texts, and the synthesis',
    show: (studio) => showCollision(studio),
  },
  {
    name: 'collision-dark',
    caption: 'the same in the dark colours',
    show: (studio) => showCollision(studio, { isDark: true }),
  },
  {
    name: 'board',
    caption: 'what became of every amendment',
    async show({ openPage, review }) {
      const { plan } = await review()
      const page = await openPage(`/plans/${plan}/amendements`)
      await page.getByRole('table').getByRole('rowheader').first().waitFor()
      return page
    },
  },
  {
    name: 'versions',
    caption: 'the versions of a plan, by day',
    async show({ openPage, openPlan, review, concerte }) {
      const { plan, people } = await review()
      const writing = await openPlan({ plan, as: people.eva })
      await writing.getByRole('textbox', { name: 'Mesure 4, action 1, axe 1', exact: true }).focus()
      await writing.keyboard.press('Control+End')
      await writing.keyboard.press('Enter')
      await writing.keyboard.type('Rendre compte des progrès en conseil d’école.')
      await writing.getByRole('banner').getByText('Enregistré', { exact: true }).first().waitFor()
      await writing.context().close()
      const versions = `${concerte.url}/api/projects/${plan}/versions`
      await ask(concerte.http, 'POST', versions, { name: 'Après la réunion du comité' })
      const page = await openPage(`/plans/${plan}/versions`, { height: 1080 })
      await page.getByRole('heading', { name: /Après la réunion/ }).waitFor()
      return page
    },
  },
  {
    name: 'comparison',
    caption: 'what changed since a version, word by word',
    async show({ openPage, review }) {
      const { plan } = await review()
      const page = await openPage(`/plans/${plan}/versions`, { height: 1080 })
      await page.getByRole('link', { name: /^Ce qui a changé depuis.: Texte soumis/ }).click()
      await page.locator('ins').first().waitFor()
      return page
    },
  },
  {
    name: 'validation',
    caption: 'the steps of a plan, and who approved its text',
    async show({ openPage, review, concerte }) {
      const { plan } = await review()
      await approve({ concerte, review }, /^Eva|^Anne/)
      const page = await openPage(`/plans/${plan}/validation`, { height: 1500 })
      await page.getByRole('heading', { name: 'Avant de sceller' }).waitFor()
      return page
    },
  },
  {
    name: 'public',
    caption: 'the public page of a sealed plan, without a script',
    async show({ openPage, review, concerte }) {
      const { plan, people } = await review()
      await approve({ concerte, review }, /^Eva/)
      const api = `${concerte.url}/api/projects/${plan}`
      const { sha256 } = planValidationSchema.parse(await ask(people.eva, 'GET', `${api}/validation`))
      await ask(concerte.http, 'POST', `${api}/seal`, { sha256, name: 'Version définitive' })
      const page = await openPage(`/public/${plan}`)
      await page.getByText('Version officielle').first().waitFor()
      return page
    },
  },
]

async function openPanel(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+v')
  await panel(page).waitFor()
}

async function showThreads({ openPlan, review }: Studio, size: { width?: number; height?: number } = {}) {
  const { plan } = await review()
  const page = await openPlan({ plan, ...size })
  await atTop(page.getByRole('textbox', { name: 'Mesure 1, action 1, axe 1', exact: true }))
  await openPanel(page)
  const thread = panel(page).getByRole('button', { name: /^Fil 1 / })
  await thread.press('Enter')
  await panel(page).getByRole('textbox', { name: 'Réponse au fil 1' }).waitFor()
  return page
}

async function showCollision({ openPlan, review }: Studio, look: { isDark?: boolean } = {}): Promise<Page> {
  const { plan, people } = await review()
  const page = await openPlan({ plan, as: people.eva, ...look })
  await openPanel(page)
  await panel(page).getByRole('tab', { name: 'Amendements' }).click()
  await panel(page)
    .getByRole('button', { name: /^Nº\s2 / })
    .click()
  await panel(page).getByRole('button', { name: 'Écrire la synthèse…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Votre synthèse' }).waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Expliquer et ')
  return page
}

/** Who must approve is named, and one of them does. */
async function approve(
  { concerte, review }: Pick<Studio, 'concerte' | 'review'>,
  named: RegExp,
): Promise<void> {
  const { plan, people } = await review()
  const api = `${concerte.url}/api/projects/${plan}`
  await ask(concerte.http, 'PUT', `${api}/phase`, { phase: 'validation' })
  const { members } = memberListSchema.parse(await ask(concerte.http, 'GET', `${api}/members`))
  const approvers = members.filter(({ name }) => named.test(name)).map(({ userId }) => userId)
  await ask(concerte.http, 'PUT', `${api}/approvers`, { approvers })
  const { sha256 } = planValidationSchema.parse(await ask(people.eva, 'GET', `${api}/validation`))
  await ask(people.eva, 'PUT', `${api}/approval`, { sha256 })
}
