/** Which text of the plan a field shows: a node's id (or `cover`) and the name of one of its texts. */
export type FieldPlace = { node: string; field: string }
