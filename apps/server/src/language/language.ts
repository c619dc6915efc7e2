/** The languages in which the server speaks to people. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** The first of an Accept-Language header's languages, by weight, that the server speaks; French without one. */
export function requestLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.trim().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag: tag.toLowerCase().split('-')[0], weight: quality ? Number(quality.trim().slice(2)) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  for (const { tag } of wishes) {
    const language = languages.find((language) => language === tag)
    if (language !== undefined) return language
  }
  return 'fr'
}

/** The language of a terminal, from LC_ALL, LC_MESSAGES or LANG; French unless it is English. */
export function terminalLanguage(environment: Record<string, string | undefined>): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value,
  )
  return locale?.toLowerCase().startsWith('en') === true ? 'en' : 'fr'
}
