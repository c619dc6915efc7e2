/** A line of the table: what was measured in the plan and in the long one, and whether the goal is met. */
export type Figure = { measure: string; usual: string; long: string; goal: string; isMet: boolean | null }

export function goalsHead(times: number): string {
  return `| measure | the plan | ${times} times as long | goal | met |\n| --- | ---: | ---: | --- | --- |\n`
}

/** `isMet` null: there is no goal for it. */
export function goalLine({ measure, usual, long, goal, isMet }: Figure): string {
  const met = isMet === null ? '–' : isMet ? 'yes' : 'NO'
  return `| ${measure} | ${usual} | ${long} | ${goal} | ${met} |\n`
}

export function ms(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ms`
}
