/** The words on the keys of a text, read out after its name; the page has them once. */
export const textHintId = 'text-keys'
