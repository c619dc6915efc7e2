/** The part of the page that announces an action; the action itself is the part of its own id. */
export function announcedPart(action: string): string {
  return `announced-${action}`
}
