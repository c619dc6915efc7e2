/** Order of the tray: by the parent that is gone, then by the rubric. */
export function compareUnplaced(a: UnplacedPlace, b: UnplacedPlace): number {
  const [keyA, keyB] = [keyOf(a), keyOf(b)]
  if (keyA === keyB) return 0
  return keyA < keyB ? -1 : 1
}

type UnplacedPlace = { parent: string; rubric?: string | undefined }

function keyOf({ parent, rubric }: UnplacedPlace): string {
  return rubric === undefined ? parent : `${parent} ${rubric}`
}
