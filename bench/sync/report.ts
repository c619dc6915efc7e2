import { median } from '../support/samples.ts'

/** What one figure of one scenario came to, by server, in the order of the servers. */
export type Line = {
  scenario: string
  figure: string
  /** Digits after the point. */
  digits: number
  /** Samples, or words where there is nothing to count. */
  byServer: ReadonlyMap<string, readonly number[] | string>
}

type Names = { floor: string; rival: string; own: string }

/** One Markdown table: the median and, of several rounds, the lowest and the highest; Concerte's ratios last. */
export function reportTable(lines: readonly Line[], servers: readonly string[], names: Names): string {
  const head = ['scenario', 'figure', ...servers, '÷ floor', '÷ Hocuspocus']
  const rows = lines.map((line) => [
    line.scenario,
    line.figure,
    ...servers.map((server) => cell(line, line.byServer.get(server))),
    ratio(line, names.own, names.floor),
    ratio(line, names.own, names.rival),
  ])
  const rule = head.map((_, column) => (column < 2 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function cell({ digits }: Line, value: readonly number[] | string | undefined): string {
  if (value === undefined) return '–'
  if (typeof value === 'string') return value
  const middle = quantity(median(value), digits)
  if (value.length === 1) return middle
  return `${middle} (${quantity(Math.min(...value), digits)}–${quantity(Math.max(...value), digits)})`
}

function ratio({ byServer }: Line, own: string, other: string): string {
  const [ours, theirs] = [byServer.get(own), byServer.get(other)]
  if (ours === undefined || theirs === undefined || typeof ours === 'string' || typeof theirs === 'string')
    return '–'
  const base = median(theirs)
  return base === 0 ? '–' : (median(ours) / base).toFixed(2)
}

function quantity(value: number, digits: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
