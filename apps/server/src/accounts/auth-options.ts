import type { BetterAuthOptions } from 'better-auth'

/** How better-auth is set up. A sign-up is never open: accounts come from the set-up link, an invitation or the CLI. */
export function authOptions(options: {
  database: NonNullable<BetterAuthOptions['database']>
  secret: string
  secureCookies: boolean
}) {
  return {
    database: options.database,
    secret: options.secret,
    // Only named in links of routes that are not exposed; the true address is not known before the port is.
    baseURL: 'http://localhost',
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: { expiresIn: 14 * 24 * 3600, updateAge: 24 * 3600 },
    user: {
      // `input: false`: no request can set it.
      additionalFields: { admin: { type: 'boolean', required: true, defaultValue: false, input: false } },
    },
    advanced: {
      cookiePrefix: 'concerte',
      useSecureCookies: options.secureCookies,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    // Ours counts by e-mail too, and answers with our codes.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
  } as const satisfies BetterAuthOptions
}
