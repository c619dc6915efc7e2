import { useState } from 'react'

import { Button } from './button.tsx'
import styles from './copy-button.module.css'

/** Copies a text and says so. */
export function CopyButton({
  text,
  label,
  done,
  failed,
}: {
  text: string
  label: string
  done: string
  failed: string
}) {
  const [outcome, setOutcome] = useState('')
  async function copy(): Promise<void> {
    // Empty first, so that a second copy is read out again.
    setOutcome('')
    try {
      await navigator.clipboard.writeText(text)
      setOutcome(done)
    } catch {
      // No clipboard outside HTTPS, or refused by the browser: the person copies by hand.
      setOutcome(failed)
    }
  }
  return (
    <span className={styles.copy}>
      <Button onPress={() => void copy()}>{label}</Button>
      <output className={styles.outcome}>{outcome}</output>
    </span>
  )
}
