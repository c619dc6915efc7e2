/** Order of the tray: by the parent that is gone, then by the rubric. */
export function compareUnplaced(a: UnplacedPlace, b: UnplacedPlace): number {
  return compare(a.parent, b.parent) || compare(keyOf(a.rubric), keyOf(b.rubric))
}

type UnplacedPlace = { parent: string; rubric?: string | undefined }

/** No rubric comes before every rubric, the empty one too. */
function keyOf(rubric: string | undefined): string {
  return rubric === undefined ? '' : ` ${rubric}`
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
