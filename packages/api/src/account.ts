import { z } from 'zod'

export const userIdSchema = z.string().min(1).max(64).brand<'UserId'>()
export type UserId = z.infer<typeof userIdSchema>

export const emailSchema = z.email().max(254).toLowerCase()
export const personNameSchema = z.string().trim().min(1).max(120)
/** Twelve characters at least, as the CNIL recommends where nothing else is asked; 128 at most, the limit of the hash. */
export const passwordSchema = z.string().min(12).max(128)

export const newAccountSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
})
export type NewAccount = z.infer<typeof newAccountSchema>

export const userSchema = z.object({
  id: userIdSchema,
  name: z.string(),
  email: z.string(),
  admin: z.boolean(),
})
export type User = z.infer<typeof userSchema>

/** GET /api/session */
export const sessionSchema = z.object({ user: userSchema.nullable() })
/** POST /api/session */
export const signInSchema = z.object({ email: emailSchema, password: z.string().min(1).max(128) })
export type SignIn = z.infer<typeof signInSchema>

/** GET /api/setup: whether the first account is still to be made. */
export const setupStateSchema = z.object({ open: z.boolean() })
/** POST /api/setup */
export const setupSchema = newAccountSchema.extend({ token: z.string().min(1).max(200) })
export type Setup = z.infer<typeof setupSchema>
