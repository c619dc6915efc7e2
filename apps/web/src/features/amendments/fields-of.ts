import type { ActionFields, IndicatorFields, NodeType } from '@concerte/schema'

/** The structured fields of an indicator, what it is measured by first. */
export const indicatorFields = [
  'target',
  'baseline',
  'unit',
  'kind',
  'source',
  'frequency',
] as const satisfies readonly (keyof IndicatorFields)[]

export const actionFields = [
  'lead',
  'partners',
  'schedule',
  'continues',
  'announcedTitle',
] as const satisfies readonly (keyof ActionFields)[]

/** What of a node may be given another value. */
export function fieldsOf(type: NodeType | undefined): readonly string[] {
  return type === 'entry' ? indicatorFields : type === 'action' ? actionFields : []
}
