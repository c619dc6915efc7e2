import { readFileSync } from 'node:fs'

import type { Inline, PastedBlock } from '@concerte/schema'
import { describe, expect, it } from 'vitest'

import { htmlBlocks } from './html-blocks.ts'
import type { PastedElement } from './pasted-element.ts'

describe('pasted HTML', () => {
  it('reads the lists that Word makes of paragraphs, its headings and its marks, without what was struck out', () => {
    expect(shown(fixture('word'))).toEqual([
      '## Action 1\u00A0: Développer le goût de la lecture',
      'Un **élève** qui lit est un élève qui _réussit_, dès le 1^er^ degré.',
      '- Ouvrir les bibliothèques',
      '  - le mercredi',
      '  - le soir',
      '- Former les professeurs documentalistes',
      '####### **Indicateurs**',
      '1. Nombre de prêts',
    ])
  })

  it('reads what LibreOffice wrote of a document of its own: levels, numbers, marks, cells', () => {
    expect(shown(fixture('libreoffice-writer'))).toEqual([
      '# Axe 1 : Progresser',
      '## Développer la lecture',
      'Un **élève** du 1^er^ degré lit _chaque jour_.',
      '- Ouvrir les bibliothèques',
      '  - le mercredi',
      '  - le soir',
      '- Former les **professeurs**',
      '### Indicateurs',
      '1. Nombre de prêts',
      '1. Taux de lecteurs',
      'Cible',
      '80 %',
    ])
  })

  it('reads the lists of Word on the web, each item of which is a list', () => {
    expect(shown(fixture('word-web'))).toEqual([
      '## Développer la culture',
      '- Aller au musée',
      '  - en ville',
      '1. **Chanter**',
    ])
  })

  it('reads LibreOffice, whose inner lists stand right in the outer ones', () => {
    expect(shown(fixture('libreoffice'))).toEqual([
      '# Axe 2 – Une académie solidaire',
      '## Accompagner les familles',
      '- Ouvrir l’école aux parents\u00A0;',
      '  - le soir',
      '  - le **samedi**',
      '- Former des _médiateurs_',
      '1. Un',
      '| suite de un',
      '1. Deux',
      'Cellule A',
      'Cellule B',
    ])
  })

  it('reads Google Docs, which wraps all in a bold that is none', () => {
    expect(shown(fixture('google-docs'))).toEqual([
      '### Réussir l’orientation',
      '- Préparer chaque **choix**',
      '  - _en 3_^e^',
      '- Voir [l’Onisep](https://www.onisep.fr/)',
      'Fin.',
    ])
  })

  it('reads BlockNote, which La Suite Docs uses', () => {
    expect(shown(fixture('blocknote'))).toEqual([
      '## Pour les élèves',
      '- Un tutorat',
      '  - par les pairs',
      '- **Un** mentorat',
      '1. Premier',
      'Suite du texte',
    ])
  })

  it('reads points drawn as characters, and nothing hidden, scripted or dangerous', () => {
    expect(shown(fixture('mail'))).toEqual([
      'Bonjour,',
      'Voici nos propositions :',
      "- ouvrir l'atelier",
      '- fermer le portail',
      'Merci',
      '- un point',
      '  - un sous-point',
      '- un autre',
      'Texte lien',
      'ligne un ligne deux',
    ])
  })

  it.each(['\u00A0', '\n', 'a ', '<br>', '<i>a</i>', '<p>• a</p>'])(
    'three hundred thousand characters of %j cost one pass',
    (part) => {
      const html = `<pre>${part.repeat(Math.floor(300_000 / part.length))}x</pre>`
      expect(htmlBlocks(read(html)).length).toBeGreaterThan(0)
    },
  )

  it('a list of several thousand items within fifty levels costs one pass', () => {
    const deep = `${'<ul><li>a'.repeat(60)}${'</li></ul>'.repeat(60)}`
    const blocks = htmlBlocks(read(`${deep}${'<p>b</p>'.repeat(5000)}`))
    expect(blocks).toHaveLength(5060)
    expect(blocks[59]).toMatchObject({ type: 'item', level: 59 })
  })
})

function fixture(name: string): PastedBlock[] {
  return htmlBlocks(read(readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8')))
}

function shown(blocks: readonly PastedBlock[]): string[] {
  return blocks.map((block) => {
    const words = block.content.map(marked).join('')
    switch (block.type) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${words}`
      case 'item':
        return `${'  '.repeat(block.level)}${block.isOrdered ? '1.' : '-'} ${words}`
      case 'paragraph':
        return block.under === undefined ? words : `${'  '.repeat(block.under)}| ${words}`
    }
  })
}

function marked({ text, bold, italic, superscript, link }: Inline): string {
  let words = text
  if (superscript) words = `^${words}^`
  if (italic) words = `_${words}_`
  if (bold) words = `**${words}**`
  return link === undefined ? words : `[${words}](${link})`
}

/** As much of a parser as the fixtures need: the page has the browser's (see paste.browser.test.ts). */
function read(html: string): PastedElement {
  const root: PastedElement = { tag: 'body', attributes: {}, children: [] }
  const open = [root]
  const source = html.replaceAll(/<!--[\s\S]*?-->|<!\[[^>]*>|<!DOCTYPE[^>]*>/gi, '')
  for (const [part, close, tag = '', rest = ''] of source.matchAll(/<(\/?)([\w:]+)([^>]*)>|[^<]+/g)) {
    const name = tag.toLowerCase()
    if (name === '') open.at(-1)!.children.push(unescaped(part))
    else if (close === '/') {
      const at = open.findLastIndex((element) => element.tag === name)
      if (at > 0) open.length = at
    } else {
      const attributes: Record<string, string> = {}
      for (const [, key = '', quoted, single, bare] of rest.matchAll(
        /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
      )) {
        attributes[key] = unescaped(quoted ?? single ?? bare ?? '')
      }
      const element: PastedElement = { tag: name, attributes, children: [] }
      open.at(-1)!.children.push(element)
      if (!/^(br|hr|img|input|link|meta)$/.test(name) && !rest.endsWith('/')) open.push(element)
    }
  }
  return root
}

function unescaped(text: string): string {
  return text.replaceAll('&nbsp;', '\u00A0').replaceAll('&amp;', '&')
}
