import type { Version } from '@concerte/api'

import type { versionsMessages } from './messages.ts'

type Words = (typeof versionsMessages)['fr']

/** The name that somebody gave a version, or what kind it is. */
export function versionName({ name, kind }: Pick<Version, 'name' | 'kind'>, t: Words): string {
  return name === '' ? t.kinds[kind] : name
}
