import { rubricsOf, type Template } from '@concerte/schema'

/** Whether what holds a rubric has others for the same kind of entries: «Énoncé 1» alone would not tell in which. */
export function isOneOfSeveral(template: Template, rubric: string): boolean {
  return (['axis', 'action'] as const).some((holder) => {
    const rubrics = rubricsOf(template, holder)
    const own = rubrics.find(({ id }) => id === rubric)
    return own !== undefined && rubrics.filter(({ entryType }) => entryType === own.entryType).length > 1
  })
}
