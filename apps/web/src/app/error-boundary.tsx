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
type State = { hasFailed: boolean }

/** Where a page broke, or a part of the application could not be fetched: says what to do, loses nothing that was saved. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.hasFailed && before.resetKey !== this.props.resetKey) this.setState({ hasFailed: false })
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
