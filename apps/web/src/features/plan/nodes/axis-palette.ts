/** Colours of an axis, each `#rrggbb`: `onFill` on `fill` and `ink` on white reach 4.5:1 (WCAG AA). */
export type AxisPalette = { fill: string; onFill: string; ink: string }

type Rgb = readonly [number, number, number]

const white: Rgb = [255, 255, 255]
const black: Rgb = [20, 20, 20]
/** The least contrast of text (WCAG 2.2, 1.4.3). */
export const enoughContrast = 4.5

/** The palette of an axis's colour (`#rrggbb`); the exports use the same rule, so that the page looks like the PDF. */
export function axisPalette(colour: string): AxisPalette {
  const fill = parse(colour)
  return {
    fill: hex(fill),
    onFill: hex(contrast(fill, white) >= enoughContrast ? white : black),
    ink: hex(darkened(fill)),
  }
}

/** How well white reads on a colour, 1 to 21. */
export function contrastWithWhite(colour: string): number {
  return contrast(parse(colour), white)
}

function darkened(colour: Rgb): Rgb {
  let ink = colour
  while (contrast(ink, white) < enoughContrast) ink = [ink[0] * 0.95, ink[1] * 0.95, ink[2] * 0.95]
  return ink
}

function contrast(a: Rgb, b: Rgb): number {
  const first = luminance(a) + 0.05
  const second = luminance(b) + 0.05
  return Math.max(first, second) / Math.min(first, second)
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function parse(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function hex(colour: Rgb): string {
  return `#${colour.map((channel) => Math.floor(channel).toString(16).padStart(2, '0')).join('')}`
}
