import { median, percentile } from './samples.ts'

/** One line of the table. Both sample sets were taken in turns, in the same run. */
export type Row = {
  measure: string
  unit: Unit
  samples: readonly number[]
  baseline?: { name: string; samples: readonly number[] }
}

type Unit = 'ms' | 'kB' | ''

const columns = ['measure', 'n', 'median', 'p5–p95', 'baseline', 'its median', 'its p5–p95', 'ratio']

/** The head of a Markdown table. */
export function tableHead(): string {
  return line(columns) + line(columns.map((name) => (/^(measure|baseline)$/.test(name) ? '---' : '---:')))
}

/** A line of it: the median, the 5th to the 95th percentile, the same of the baseline, the ratio of the medians. */
export function tableLine(row: Row): string {
  return line(cells(row))
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function cells({ measure, unit, samples, baseline }: Row): string[] {
  const own = [measure, String(samples.length), quantity(median(samples), unit), spread(samples)]
  if (baseline === undefined) return [...own, '–', '–', '–', '–']
  const base = median(baseline.samples)
  const ratio = base === 0 ? '–' : `${rounded(median(samples) / base)}×`
  return [...own, baseline.name, quantity(base, unit), spread(baseline.samples), ratio]
}

function quantity(value: number, unit: Unit): string {
  return unit === '' ? rounded(value) : `${rounded(value)} ${unit}`
}

function spread(samples: readonly number[]): string {
  const [low, high] = [percentile(samples, 0.05), percentile(samples, 0.95)]
  return low === high ? '–' : `${rounded(low)}–${rounded(high)}`
}

/** Three digits are more than these figures are worth. */
function rounded(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return value >= 100 ? value.toFixed(0) : value.toPrecision(value >= 1 ? 3 : 2)
}
