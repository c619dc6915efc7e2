import { coverSchema, type Cover } from '../project.ts'
import { edit, type PlanDoc } from './plan-doc.ts'
import { setValue } from './set-value.ts'

/** Sets a value of the cover (its texts are edited in place); undefined empties it. @throws {z.ZodError} */
export function setCover<F extends 'period' | 'website'>(
  plan: PlanDoc,
  field: F,
  value: Cover[F] | undefined,
): void {
  const schema = coverSchema.shape[field]
  const parsed = schema.parse(value)
  edit(plan, () => setValue(plan.project, field, schema, parsed))
}
