import { templateSchema } from '../template.ts'

/** Axes of actions, each action with its measures and its indicators (as in the Orléans-Tours plan). */
export const actionsTemplate = templateSchema.parse({
  name: 'Actions, mesures et indicateurs',
  labels: { axis: 'Axe', action: 'Action', foreword: 'Mot du recteur' },
  numbering: { actions: 'perAxis' },
  axis: [
    { type: 'introduction', id: 'introduction' },
    { type: 'actionList', id: 'actions', heading: 'Les actions qui seront menées' },
  ],
  action: [
    { type: 'rubric', id: 'measures', entryType: 'measure', heading: '' },
    {
      type: 'rubric',
      id: 'indicators',
      entryType: 'indicator',
      heading: 'Indicateurs',
      headingOne: 'Indicateur',
    },
  ],
})
