import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components/I18nProvider'

import { useLocale } from '../i18n/locale.ts'
import { languageTag } from './language-tag.ts'
import { Routes } from './routes.tsx'

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale={languageTag(useLocale())}>
        <Routes />
      </I18nProvider>
    </QueryClientProvider>
  )
}
