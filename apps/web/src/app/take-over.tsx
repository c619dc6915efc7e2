import { useLayoutEffect } from 'react'

import { takeOver } from './first-page.ts'

/** The first element of a page that stands where the server's first page stood: those after it find their boxes when they measure. */
export function TakeOver() {
  useLayoutEffect(takeOver, [])
  return null
}
