export { arbitraryActionFields, arbitraryIndicatorFields } from './arbitrary-fields.ts'
export { arbitraryProject } from './arbitrary-project.ts'
export { arbitraryTemplate } from './arbitrary-template.ts'
export { arbitraryBlocks, arbitraryLine, arbitraryWords } from './arbitrary-text.ts'
export { axesOfPlan, planOfAxes, takeAxisStep } from './axis-steps.ts'
export { longPlan } from './long-plan.ts'
export { createNetwork, replay, type Network } from './network.ts'
export {
  createTypingLog,
  gentleSteps,
  roughSteps,
  takeStep,
  type PlanStep,
  type StepKind,
  type TypingLog,
} from './plan-steps.ts'
export { createPick, pickOne, shuffled, type Pick } from './random.ts'
export { reshapeProject } from './reshape-project.ts'
export { createSmallPlan } from './small-plan.ts'
export { addBlock, typeWord } from './typing.ts'
