import { createdProjectSchema } from '@concerte/api'
import type { Locator, Page } from 'playwright-core'

import { atTop } from './at-top.ts'
import { bringColleagues } from './colleagues.ts'
import type { Studio } from './studio.ts'

/** A state of the web app: its file's name, what is seen there, and a page in which it is brought about. */
export type State = { name: string; caption: string; show: (studio: Studio) => Promise<Page> }

const measure = 'Mesure 1, action 1, axe 1'
const written = 'Les équipes les commentent ensemble en conseil de cycle.'
const pasted =
  '<h2>Développer la culture de l’évaluation</h2><ul><li>Former les équipes à l’analyse des résultats.</li>' +
  '<li>Partager les outils entre écoles et collèges.</li></ul><h2>Accompagner les transitions</h2>' +
  '<ul><li>Organiser des visites croisées.</li><li>Suivre les cohortes du CM1 à la 6e.</li></ul>'

export const states: readonly State[] = [
  {
    name: 'desktop',
    caption: 'the cover of a plan, its outline, the bar',
    show: ({ openPlan }) => openPlan(),
  },
  {
    name: 'writing',
    caption: 'an action in which one writes, and what «/» offers',
    async show({ openPlan, copyOf }) {
      const page = await openPlan({ plan: await copyOf() })
      await writeAtEnd(page, measure, '')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/')
      await page.getByRole('listbox').waitFor()
      return page
    },
  },
  {
    name: 'fields',
    caption: 'what one may say of an indicator',
    async show({ openPlan }) {
      const page = await openPlan()
      const details = page.getByRole('button', { name: /^Préciser l’indicateur/ }).first()
      await details.press('Enter')
      await atTop(field(page, measure))
      return page
    },
  },
  {
    name: 'narrow',
    caption: 'a telephone',
    async show({ openPlan }) {
      const page = await openPlan({ width: 390, height: 800 })
      await atTop(field(page, measure))
      return page
    },
  },
  {
    name: 'dark',
    caption: 'the dark colours',
    async show({ openPlan }) {
      const page = await openPlan({ isDark: true })
      await atTop(field(page, 'Mesure 1, action 1, axe 2'))
      return page
    },
  },
  {
    name: 'empty',
    caption: 'a new plan',
    async show({ openPlan, concerte }) {
      const made = await concerte.http.post('/api/projects', {
        data: { template: 'actions', academy: 'Académie de Lille', period: { start: 2027, end: 2031 } },
      })
      return openPlan({ plan: createdProjectSchema.parse(await made.json()).id })
    },
  },
  {
    name: 'long',
    caption: 'a plan ten times as long, far down',
    async show({ openPlan, copyOf }) {
      const page = await openPlan({ plan: await copyOf(10) })
      await page
        .getByRole('navigation')
        .first()
        .getByRole('link', { name: /Construire son avenir/ })
        .press('Enter')
      return page
    },
  },
  {
    name: 'offline',
    caption: 'without a network: what is kept on the device, and where',
    async show({ openPlan, copyOf }) {
      const page = await openPlan({ plan: await copyOf() })
      await atTop(field(page, measure))
      await field(page, measure).focus()
      // What comes late comes once one works in the page.
      await page.keyboard.press('End')
      await page.waitForTimeout(2500)
      await page.context().setOffline(true)
      await writeAtEnd(page, measure, ` ${written}`)
      await page
        .getByRole('banner')
        .getByText(/Hors connexion/)
        .first()
        .waitFor()
      await page
        .getByRole('banner')
        .getByRole('button', { name: /1 endroit/ })
        .click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    name: 'checks',
    caption: 'the checks («Contrôles») beside the sheet',
    async show({ openPlan }) {
      const page = await openPlan()
      await atTop(field(page, measure))
      await page.keyboard.press('Control+Alt+c')
      await page
        .getByRole('complementary')
        .getByRole('button', { name: 'Titres annoncés différents' })
        .press('Enter')
      return page
    },
  },
  {
    name: 'paste',
    caption: 'what a pasted text will become',
    async show({ openPlan }) {
      const page = await openPlan()
      await field(page, 'Introduction, axe 1').focus()
      await page.keyboard.press('Alt')
      await page.evaluate(`{
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', ${JSON.stringify(pasted)})
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.activeElement.dispatchEvent(paste)
      }`)
      await page.getByRole('dialog', { name: 'Coller' }).waitFor()
      return page
    },
  },
  {
    name: 'drag',
    caption: 'a measure on its way to another place',
    async show({ openPlan }) {
      const page = await openPlan()
      await atTop(field(page, measure))
      const handle = page.getByRole('button', { name: /^Options.: mesure 1, action 1, axe 1$/i })
      await handle.hover()
      const { x, y } = (await handle.boundingBox()) ?? { x: 0, y: 0 }
      await page.mouse.down()
      await page.mouse.move(x - 100, y + 100, { steps: 6 })
      await page.mouse.move(x - 200, y + 230, { steps: 8 })
      return page
    },
  },
  {
    name: 'find',
    caption: 'find and replace in the whole plan',
    async show({ openPlan }) {
      const page = await openPlan()
      await atTop(field(page, measure))
      await field(page, measure).focus()
      await page.keyboard.press('Control+h')
      await page.getByRole('search').waitFor()
      await page.keyboard.type('évaluations')
      await page
        .getByText(/sur 13/)
        .first()
        .waitFor()
      return page
    },
  },
  {
    name: 'authorship',
    caption: 'who wrote what',
    async show({ openPlan, copyOf }) {
      const page = await openPlan({ plan: await copyOf() })
      await writeAtEnd(page, measure, ` ${written}`)
      await page.getByRole('banner').getByText('Enregistré').first().waitFor()
      await page.keyboard.press('Control+Alt+r')
      await page.getByText('Texte d’origine').waitFor()
      return page
    },
  },
  {
    name: 'english',
    caption: 'the interface in English, the shortcuts',
    async show({ openPlan }) {
      const page = await openPlan({ locale: 'en-GB' })
      await page.keyboard.press('Control+/')
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    name: 'print',
    caption: 'the sheet as it is printed',
    async show({ openPlan }) {
      const page = await openPlan({ width: 794, height: 1123 })
      await page.emulateMedia({ media: 'print' })
      await atTop(field(page, 'Titre, axe 1'))
      return page
    },
  },
  {
    name: 'forty-people',
    caption: 'forty people who write in one plan',
    async show({ openPlan, concerte }) {
      const page = await openPlan()
      await bringColleagues(concerte, page)
      await atTop(field(page, measure))
      await page.getByRole('button', { name: /40 autres personnes/ }).click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
]

function field(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true })
}

async function writeAtEnd(page: Page, name: string, words: string): Promise<void> {
  await atTop(field(page, name))
  await field(page, name).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}
