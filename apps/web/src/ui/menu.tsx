import { useEffect, useReducer, useState, type ReactNode } from 'react'
import { ButtonContext } from 'react-aria-components/Button'

import { NotFetched } from './late.tsx'
import { latePart } from './late-parts.ts'

export type MenuProps = {
  trigger: ReactNode
  label: string
  onAction?: (key: string) => void
  children: ReactNode
}
export type MenuItemProps = {
  id: string
  label: string
  description?: string
  lang?: string
  isDisabled?: boolean
}
export type MenuSwitchesProps = {
  title: string
  on: readonly string[]
  onSwitch: (key: string, isOn: boolean) => void
  children: ReactNode
}
export type MenuSectionProps = {
  title: string
  selected?: string
  onSelect?: (key: string) => void
  children: ReactNode
}

/** Menus are a fifth of react-aria: they come when one is pressed, or before, when pointer or focus reach one or the page has time. */
const parts = latePart(() => import('./menu-parts.tsx'))

/** A button (`trigger`) and the menu that it opens. */
export function Menu(props: MenuProps) {
  const [isLive] = useState(parts.current() !== null)
  const [isPressed, setPressed] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const [, showAgain] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    if (!isPressed || parts.current() !== null) return
    parts.fetch().then(showAgain, () => {
      setPressed(false)
      setFailed(true)
    })
  }, [isPressed])
  const Live = parts.current()?.Menu
  if (Live !== undefined && (isLive || isPressed)) return <Live {...props} isWanted={isPressed} />
  const fetch = () => void parts.fetch().catch(() => undefined)
  const context = {
    'aria-haspopup': 'true' as const,
    'aria-expanded': false,
    onHoverStart: fetch,
    onFocus: fetch,
    onPress: () => {
      setFailed(false)
      setPressed(true)
    },
  }
  return (
    <>
      <ButtonContext value={context}>{props.trigger}</ButtonContext>
      {hasFailed && <NotFetched onClose={() => setFailed(false)} />}
    </>
  )
}

export function MenuItem(props: MenuItemProps) {
  const Live = parts.current()?.MenuItem
  return Live === undefined ? null : <Live {...props} />
}

/** Items under a title, each of which is on or off; the menu stays open while they are switched. */
export function MenuSwitches(props: MenuSwitchesProps) {
  const Live = parts.current()?.MenuSwitches
  return Live === undefined ? null : <Live {...props} />
}

/** Items under a title; with `selected`, a choice of one among them. */
export function MenuSection(props: MenuSectionProps) {
  const Live = parts.current()?.MenuSection
  return Live === undefined ? null : <Live {...props} />
}
