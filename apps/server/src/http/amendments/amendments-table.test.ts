import { plainToBlocks } from '@concerte/schema'
import { expect, test } from 'vitest'

import { measures, setupAmendments } from '../../testing/amended-plan.ts'

test('the table has every amendment with its place, what it changes and its fate, for French spreadsheets', async () => {
  const { reader, lead, editor, plan, wording, propose, decide, action, indicator, ids } =
    await setupAmendments()
  const one = await propose('reviewer', wording('un deux TROIS quatre cinq six'), [ids.editor])
  await editor.send('PUT', `${plan}/amendments/${one.id}/signature`)
  await editor.send('PUT', `${plan}/amendments/${one.id}/support`)
  const target = { value: '85 %', date: '2028' }
  await propose('reviewer', { type: 'field', node: indicator, field: 'target', base: null, value: target })
  await propose('editor', {
    type: 'add',
    at: { parent: action, rubric: measures, after: null },
    draft: { type: 'entry', text: plainToBlocks('=SOMME(A1) ; « oui »') },
  })
  await decide(lead, one, { type: 'refuse', reason: '-1 groupe' })
  const response = await reader.send('GET', `${plan}/amendments.csv`)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="amendements.csv"')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  const [head, first, second, third] = new TextDecoder().decode(bytes).split('\r\n')
  expect(head?.split(';').slice(0, 4)).toEqual(['Numéro', 'Auteur', 'Cosignataires', 'Groupes de travail'])
  expect(first).toContain('1;reviewer;editor;')
  expect(first).toContain(
    'Axe\u00a02;Action\u00a01;Axe\u00a02 › Action\u00a01 › mesure\u00a01;Remplacer «\u00a0trois\u00a0» par «\u00a0TROIS\u00a0»;Plus clair;editor;Refusé;',
  )
  // What a spreadsheet would take for a formula comes with an apostrophe.
  expect(first).toContain(`;"'-1 groupe";lead;`)
  expect(second).toContain('indicateur\u00a01 › cible;Cible\u00a0: non renseigné → 85 % (2028);')
  expect(third).toContain('"Ajouter une mesure\u00a0: «\u00a0=SOMME(A1) ; « oui »\u00a0»"')
})

test('an export has the annex when it is asked for, in the language that is asked for', async () => {
  const { reader, plan, wording, propose } = await setupAmendments()
  await propose('reviewer', wording('un deux trois'))
  const read = async (query: string) => (await reader.send('GET', `${plan}/export/md${query}`)).text()
  expect(await read('')).not.toContain('amendements')
  const annex = await read('?annexes=amendments')
  expect(annex).toContain('## Suite donnée aux amendements')
  expect(annex).toContain('Supprimer «\u00a0quatre cinq six\u00a0»')
  expect(await read('?annexes=amendments&locale=en')).toContain('**Outcome**: Pending')
  expect((await reader.send('GET', `${plan}/export/md?annexes=all`)).status).toBe(400)
})
