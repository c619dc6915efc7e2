import { Component, type ErrorInfo, type ReactNode } from 'react'

import { useMessages } from '../i18n/catalogue.ts'
import { Button } from '../ui/button.tsx'
import { appMessages } from './messages.ts'
import { Page } from './page.tsx'

type Props = {
  /** A change of it lets the children try again. */
  resetKey: string
  children: ReactNode
}
type State = { hasFailed: boolean; resetKey: string }

/** Where a page broke, or a part of the application could not be fetched: says what to do, loses nothing that was saved. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, resetKey: this.props.resetKey }

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): State | null {
    return resetKey === state.resetKey ? null : { hasFailed: false, resetKey }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The browser's console is the only place where a person who helps can read it.
    reportError(new Error(`A page broke${info.componentStack ?? ''}`, { cause: error }))
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <BrokenPage /> : this.props.children
  }
}

function BrokenPage() {
  const t = useMessages(appMessages)
  return (
    <main>
      <Page narrow title={t.broken.title} lead={t.broken.text}>
        <div>
          <Button look="primary" onPress={() => location.reload()}>
            {t.broken.reload}
          </Button>
        </div>
      </Page>
    </main>
  )
}
