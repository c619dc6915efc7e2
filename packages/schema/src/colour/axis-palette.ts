import type { Axis } from '../project.ts'
import { axisColour } from '../reading.ts'
import { contrast, enoughContrast, parseColour, white, type Rgb } from './contrast.ts'

/**
 * Colours of an axis, each `#rrggbb`. `wash` is the ground of its boxes. Three pairs reach 4.5:1 (WCAG AA): `onFill` on
 * `fill`, `ink` on white, `ink` on `wash`.
 */
export type AxisPalette = { fill: string; onFill: string; ink: string; wash: string }

const soft: Rgb = [20, 20, 20]
const black: Rgb = [0, 0, 0]
const washShare = 0.08

/** The palette of an axis. A colour too light for white text gets dark text on it, and a darker ink for headings. */
export function axisPalette(axis: Pick<Axis, 'number' | 'colour'>): AxisPalette {
  const fill = parseColour(axisColour(axis))
  // Where the first two fail, black reaches it: no colour is too dark for black and too light for white.
  const onFill = [white, soft].find((text) => contrast(fill, text) >= enoughContrast) ?? black
  const wash = eachChannel(fill, (channel) => 255 - (255 - channel) * washShare)
  return { fill: hex(fill), onFill: hex(onFill), ink: hex(darkened(fill, wash)), wash: hex(wash) }
}

/** The colour, as dark as it takes to be read on `ground`, which is never lighter than white. */
function darkened(colour: Rgb, ground: Rgb): Rgb {
  let ink = colour
  while (contrast(ink, ground) < enoughContrast) ink = eachChannel(ink, (channel) => channel * 0.95)
  return ink
}

/** Whole channels: what is measured is what is shown. */
function eachChannel([red, green, blue]: Rgb, change: (channel: number) => number): Rgb {
  return [Math.floor(change(red)), Math.floor(change(green)), Math.floor(change(blue))]
}

function hex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
