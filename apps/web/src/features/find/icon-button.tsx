import styles from './find.module.css'

/** A sign that does something; its name is there for those who hover and for screen readers. */
export function IconButton({
  label,
  path,
  isExpanded,
  onClick,
}: {
  label: string
  path: string
  isExpanded?: boolean
  onClick: () => void
}) {
  return (
    <button
      type="button"
      className={styles.icon}
      aria-label={label}
      aria-expanded={isExpanded}
      title={label}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}
