import { fixed } from './html-text.ts'
import { markup, type Markup } from './markup.ts'
import type { PrintedAmendments, PrintedPlan } from './printed-plan.ts'
import { amendmentColumns } from './words.ts'

/** The annex of amendments: a table that a narrow window scrolls, also by keyboard. */
export function amendmentsMarkup({ rows }: PrintedAmendments, id: string, plan: PrintedPlan): Markup {
  const { title, none, columns } = plan.words.amendments
  const heading = markup`<h2 id="${id}">${fixed(title, plan)}</h2>`
  if (rows.length === 0) return markup`<section>\n${heading}\n<p>${fixed(none, plan)}</p>\n</section>\n`
  const head = amendmentColumns.map((name) => markup`<th scope="col">${fixed(columns[name], plan)}</th>`)
  const body = rows.map((row) => {
    const cells = amendmentColumns.map((name) =>
      name === 'number' ? markup`<th scope="row">${row.number}</th>` : markup`<td>${row[name]}</td>`,
    )
    return markup`<tr>${cells}</tr>\n`
  })
  return markup`<section class="amendments">
${heading}
<div class="table" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>
</div>
</section>
`
}
