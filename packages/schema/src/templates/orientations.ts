import { templateSchema } from '../template.ts'

/** Axes of orientations, target objectives and assets, without actions (as in the Clermont-Ferrand plan). */
export const orientationsTemplate = templateSchema.parse({
  name: 'Orientations, objectifs cibles et atouts',
  labels: { axis: 'Axe', action: 'Action', foreword: 'Mot du recteur' },
  numbering: { actions: 'perAxis' },
  axis: [
    {
      type: 'rubric',
      id: 'orientations',
      entryType: 'statement',
      heading: 'Nos grandes orientations',
    },
    { type: 'rubric', id: 'objectives', entryType: 'statement', heading: 'Nos objectifs cibles' },
    { type: 'introduction', id: 'introduction' },
    { type: 'rubric', id: 'assets', entryType: 'statement', heading: 'Les atouts de l’académie' },
  ],
  action: [],
})
