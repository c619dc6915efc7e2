import { memberListSchema } from '@concerte/api'
import { blocksToPlain, createAnchor, openPlan, projectSchema, type Subject } from '@concerte/schema'
import { request, type APIRequestContext } from 'playwright-core'

import { ask } from './ask.ts'
import { acceptInvitation, createInvitation, password } from './invitations.ts'
import { joinByInvitation } from './raw-person.ts'

/** A plan under review: people, threads on its words and its nodes, amendments of every state, a named version. */
export type ReviewScene = {
  /** Their sessions; each carries the site's Origin. */
  people: Record<'eva' | 'rita' | 'sam', APIRequestContext>
  close: () => Promise<void>
}

const names = { eva: 'Eva Blanc', rita: 'Rita Roy', sam: 'Sam Noir' } as const
const roles = { eva: 'editor', rita: 'reviewer', sam: 'reviewer' } as const

/**
 * Brings a plan that has the texts of Orléans-Tours under review, by the routes that the pages use. `lead`: the session of
 * one of its leads, with the site's Origin.
 */
export async function bringReview(
  url: string,
  lead: APIRequestContext,
  projectId: string,
): Promise<ReviewScene> {
  const api = `${url}/api/projects/${projectId}`
  const invite = (role: string) => createInvitation(lead, url, { projectId, role })
  const people = {
    eva: await join(url, { token: await invite(roles.eva), name: names.eva }),
    rita: await join(url, { token: await invite(roles.rita), name: names.rita }),
    sam: await join(url, { token: await invite(roles.sam), name: names.sam }),
  }
  const { members } = memberListSchema.parse(await ask(lead, 'GET', `${api}/members`))
  const idOf = (name: string) => members.find((member) => member.name === name)?.userId ?? ''
  const { axes } = projectSchema.parse(await ask(lead, 'GET', `${api}/export/json`))
  const group = { name: 'Progresser', members: [idOf(names.eva)], axes: [axes[0]?.id] }
  await ask(lead, 'POST', `${api}/groups`, group)
  await ask(lead, 'POST', `${api}/versions`, { name: 'Texte soumis aux relecteurs', isMilestone: true })
  await ask(lead, 'PUT', `${api}/phase`, { phase: 'review' })

  const [first] = axes.flatMap(({ content }) => content)
  const action = first?.type === 'group' ? first.actions[0] : first
  const [measures = [], indicators = []] = (action?.rubrics ?? []).map(({ entries }) => entries)
  const subjects = await subjectsOf({ url, projectId, token: await invite('lead') }, [
    [measures[0]?.id, 'les outils de lecture des résultats'],
    [measures[2]?.id, 'équipes cadres'],
    [measures[3]?.id, 'actions fréquentes'],
  ])
  const comment = (by: APIRequestContext, subject: Subject | undefined, body: string, mentioned: string[]) =>
    ask(by, 'POST', `${api}/threads`, { subject, body, mentions: mentioned.map(idOf) })
  await comment(people.rita, subjects[0], 'Lesquels\u202F? Une liste en annexe aiderait les écoles.', [])
  await comment(people.sam, subjects[1], '@Eva Blanc peut-on dire qui elles sont\u202F?', [names.eva])
  await comment(people.rita, subjects[2], 'Le mot «\u00A0fréquentes\u00A0» reste vague.', [])
  await comment(people.sam, { type: 'node', node: 'cover' }, 'Le titre convient au comité.', [])

  const propose = async (by: APIRequestContext, index: number, change: (words: string) => string) => {
    const measure = measures[index]
    if (measure === undefined) throw new Error(`no measure ${index}`)
    const text = [{ type: 'paragraph', content: [{ text: change(blocksToPlain(measure.text)) }] }]
    const proposal = { type: 'text', node: measure.id, field: 'text', base: measure.text, text }
    return ask(by, 'POST', `${api}/amendments`, { proposal, reason: reasons[index], cosigners: [] })
  }
  const made = [
    await propose(people.rita, 0, (words) => words.replace('Partager', 'Diffuser')),
    await propose(people.sam, 0, (words) => words.replace('Partager', 'Expliquer')),
    await propose(people.rita, 2, (words) => words.replace('Accompagner', 'Former et accompagner')),
    await propose(people.sam, 1, (words) => `${words} Chaque année.`),
    await ask(people.sam, 'POST', `${api}/amendments`, {
      proposal: {
        type: 'field',
        node: indicators[0]?.id,
        field: 'target',
        base: null,
        value: { value: '85\u00A0%', date: '2028' },
      },
      reason: 'Une cible se suit d’une année à l’autre.',
      cosigners: [],
    }),
  ].map((answer) => (answer as { id: string }).id)
  await ask(people.sam, 'PUT', `${api}/amendments/${made[2] ?? ''}/support`)
  const decide = (index: number, decision: object) =>
    ask(people.eva, 'POST', `${api}/amendments/${made[index] ?? ''}/decisions`, { revision: 1, ...decision })
  await decide(0, { type: 'accept', reason: 'Plus juste.' })
  await decide(3, { type: 'refuse', reason: 'L’action 2 le dit.' })
  return {
    people,
    close: async () => {
      for (const person of Object.values(people)) await person.dispose()
    },
  }
}

const reasons = [
  'Les outils existent déjà\u00A0: il reste à les faire connaître.',
  'Une fois par an suffit, mais il faut l’écrire.',
  'Les équipes demandent d’abord une formation.',
]

async function join(url: string, { token, name }: { token: string; name: string }) {
  const person = await request.newContext()
  await acceptInvitation(person, url, { token, name })
  return person
}

/** Subjects of threads on words of entries, as a page makes them: from a replica of the plan. */
async function subjectsOf(
  { url, projectId, token }: { url: string; projectId: string; token: string },
  passages: readonly (readonly [node: string | undefined, quote: string])[],
): Promise<Subject[]> {
  const { doc, leave } = await joinByInvitation(url, { token, name: 'Anne Martin', password, projectId })
  try {
    const plan = openPlan(doc)
    return passages.map(([node = '', quote]) => {
      const words = String(plan.nodes.get(node)?.get('text')).replaceAll(/<[^>]*>/g, '')
      const from = words.indexOf(quote)
      const anchor =
        from < 0 ? null : createAnchor(plan, { node, field: 'text', from, to: from + quote.length })
      if (anchor === null) throw new Error(`no such words: ${quote}`)
      return { type: 'text', anchor }
    })
  } finally {
    leave()
  }
}
