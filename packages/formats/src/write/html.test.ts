import { describe, expect, test } from 'vitest'

import { everyFeature } from './every-feature.ts'
import { writeHtml } from './html.ts'

describe('writeHtml', () => {
  test('declares its language, its title and a policy that runs nothing', () => {
    const html = setupPage()
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain('<title>Projet académique 2024-2028 – Académie d’Orléans-Tours</title>')
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(|\son\w+=/iu)
  })

  test('has one first heading, and no heading skips a level', () => {
    const levels = [...setupPage().matchAll(/<h(\d)/gu)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
    expect(skips).toEqual([])
  })

  test('leads every link of the page to an id that stands in it once', () => {
    const html = setupPage()
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id)
    const targets = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.length).toBeGreaterThan(10)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('links only to web and mail addresses', () => {
    const addresses = [...setupPage().matchAll(/href="([^"#]+)"/gu)].map(([, address]) => address)
    expect(addresses).toEqual([
      'https://www.ac-orleans-tours.fr/ensemble',
      'https://www.education.gouv.fr/plan?a=1&amp;b=2',
      'mailto:projet@exemple.fr',
    ])
  })

  test('keeps markup in a title as text', () => {
    const html = setupPage()
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &amp;amp;')
    expect(html).not.toContain('<script')
  })

  test('puts actions of a group one heading below it, and their rubrics one below them', () => {
    const html = setupPage()
    expect(html).toContain('<h3 id="g-1" class="group">Pour les élèves</h3>')
    expect(html).toMatch(/<h4 id="a-2"><span class="label">Action\u00a02<\/span>/u)
    expect(html).toMatch(/<h5>Indicateur<\/h5>/u)
  })

  test('says of an official version which one it is, with its hash and its files, and of no other', () => {
    const sha256 = 'ab'.repeat(32)
    const file = { name: 'PDF', href: '/public/plan/2/projet.pdf', type: 'application/pdf', size: 376_607 }
    const edition = { revision: 2, sealedAt: '2026-11-22T23:30:00.000Z', sha256, files: [file] }
    const html = writeHtml(everyFeature(), { locale: 'fr', edition })
    expect(
      html.split('Révision\u00a02, arrêtée le <time datetime="2026-11-22T23:30:00.000Z">23 novembre 2026'),
    ).toHaveLength(3)
    expect(html).toContain(`<code>${sha256}</code>`)
    expect(
      html.split('<a href="/public/plan/2/projet.pdf" type="application/pdf">PDF (377\u00a0ko)</a>'),
    ).toHaveLength(3)
    expect([...html.matchAll(/<h(\d)/gu)].map(([, level]) => level)[0]).toBe('1')
    expect(setupPage()).not.toContain('<footer')
    expect(writeHtml(everyFeature(), { locale: 'en', edition })).toContain(
      '<footer class="edition about" lang="en">',
    )
  })

  test('marks the language of its own words when it is not that of the plan', () => {
    const html = setupPage('en')
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain('<span lang="en">Contents</span>')
  })
})

function setupPage(locale: 'fr' | 'en' = 'fr'): string {
  const plan = everyFeature()
  return writeHtml(plan, { locale })
}
