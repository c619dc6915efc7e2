const safeProtocols = new Set(['http:', 'https:', 'mailto:'])
const bareAddress = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/u

/** The address to link to, in its normal form; absent unless it is an absolute http, https or mailto one. */
export function safeLink(link: string): string | undefined {
  const url = URL.parse(link)
  return url !== null && safeProtocols.has(url.protocol) ? url.href : undefined
}

/** The address of a website as people write it: with or without its `https://`. */
export function websiteLink(website: string): string | undefined {
  return bareAddress.test(website) ? safeLink(`https://${website}`) : safeLink(website)
}
