/** Addresses that a link may carry; anything else is shown as text and never written. */
export const safeLink = /^(https?:\/\/|mailto:)[^\s]+$/i

/** What an `<a>` of the page carries; no address when it is not a safe one. */
export function linkAttributes(href: string): Record<string, string> {
  return safeLink.test(href) ? { href, rel: 'noopener noreferrer nofollow', target: '_blank' } : {}
}
