import { markup, type Markup } from './markup.ts'
import type { PrintedPlan } from './printed-plan.ts'
import type { Edition } from './words.ts'

/** Over a sealed plan: that it is the official version, which one, and its files. */
export function editionBand(edition: Edition, plan: PrintedPlan): Markup {
  const { edition: words } = plan.words
  return markup`<section class="edition" aria-label="${words.official}"${language(plan)}>
<p><strong>${words.official}</strong> ${which(edition, plan)}</p>
${files(edition, plan)}</section>
`
}

/** Under it: what stays as it is, the hash in full, and the files once more. */
export function editionFoot(edition: Edition, plan: PrintedPlan): Markup {
  const { colon, edition: words } = plan.words
  return markup`<footer class="edition about"${language(plan)}>
<h2>${words.about}</h2>
<p>${which(edition, plan)} ${words.unchanged}</p>
<p>${words.hash}${colon}<code>${edition.sha256}</code></p>
${files(edition, plan)}</footer>
`
}

/** Its words are those of the export, not of the plan. */
function language({ locale }: PrintedPlan): Markup | undefined {
  return locale === 'fr' ? undefined : markup` lang="${locale}"`
}

function which({ revision, sealedAt }: Edition, { locale, words }: PrintedPlan): Markup {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Paris' })
  const time = markup`<time datetime="${sealedAt}">${day.format(new Date(sealedAt))}</time>`
  return markup`${words.edition.revision}\u00a0${revision}, ${words.edition.sealedOn} ${time}.`
}

function files({ files }: Edition, { locale, words }: PrintedPlan): Markup | undefined {
  if (files.length === 0) return undefined
  const kilobytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const items = files.map(({ name, href, type, size }) => {
    const weight = `${kilobytes.format(Math.ceil(size / 1000))}\u00a0${words.edition.kilobytes}`
    return markup`<li><a href="${href}" type="${type}">${name} (${weight})</a></li>\n`
  })
  return markup`<ul aria-label="${words.edition.files}">\n${items}</ul>\n`
}
