import { useEffect } from 'react'

/** Sets the window's title: «Connexion · Concerte». The editor passes the plan's own title. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Concerte' : `${title} · Concerte`
  }, [title])
}
