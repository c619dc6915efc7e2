import type { APIRequestContext } from 'playwright-core'

/** Sends a request as somebody, with the site's Origin; resolves to the answer. `address`: with the server's. */
export async function ask(
  by: APIRequestContext,
  method: string,
  address: string,
  data?: object,
): Promise<unknown> {
  const { origin } = new URL(address)
  const response = await by.fetch(address, {
    method,
    headers: { origin },
    ...(data !== undefined && { data }),
  })
  const text = await response.text()
  if (!response.ok()) throw new Error(`${method} ${address}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}
