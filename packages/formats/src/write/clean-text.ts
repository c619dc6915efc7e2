// Characters that HTML and PDF cannot hold. JSON keeps them: it is the plan as it is.
// oxlint-disable-next-line no-control-regex
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
// oxlint-disable-next-line no-control-regex
const forbidden = /[\0-\u001f\u007f-\u009f\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/gu

/**
 * The text without what no page can show: tabs and line ends become one space, other controls and noncharacters
 * go, half surrogates become U+FFFD.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(breaks, ' ').replaceAll(forbidden, '')
}
