export { arbitraryActionFields, arbitraryIndicatorFields } from './arbitrary-fields.ts'
export { arbitraryProject } from './arbitrary-project.ts'
export { arbitraryTemplate } from './arbitrary-template.ts'
export { arbitraryBlocks, arbitraryLine, arbitraryWords } from './arbitrary-text.ts'
