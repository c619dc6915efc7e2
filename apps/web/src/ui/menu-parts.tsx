import { useLayoutEffect, useRef } from 'react'
import { ButtonContext } from 'react-aria-components/Button'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu'
import { Header } from 'react-aria-components/Header'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'

import { classes } from './classes.ts'
import type { MenuItemProps, MenuProps, MenuSectionProps, MenuSwitchesProps } from './menu.tsx'
import styles from './overlay.module.css'

/** A button and the menu that it opens, at once where it was pressed before this could hear it. */
export function Menu({ trigger, label, isWanted, onAction, children }: MenuProps & { isWanted: boolean }) {
  const button = useRef<HTMLButtonElement>(null)
  const isOpened = useRef(false)
  useLayoutEffect(() => {
    if (!isWanted || isOpened.current) return
    isOpened.current = true
    // Another button has taken the place of the one that was pressed. It must have the focus that the menu gives back.
    button.current?.focus()
    button.current?.click()
    // Such a press is taken for a screen reader's: the focus goes into the menu only where nothing else moved it, and the page
    // behind, going inert, has.
    requestAnimationFrame(() => requestAnimationFrame(() => focusFirst(button.current)))
  }, [isWanted])
  return (
    <MenuTrigger>
      <ButtonContext value={{ ref: button }}>{trigger}</ButtonContext>
      <Popover className={classes(styles.popover)} placement="bottom end">
        <AriaMenu
          className={classes(styles.menu)}
          aria-label={label}
          {...(onAction === undefined ? {} : { onAction: (key) => onAction(String(key)) })}
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function focusFirst(button: HTMLElement | null): void {
  const menu = document.getElementById(button?.getAttribute('aria-controls') ?? '')
  if (menu === null || menu.contains(document.activeElement)) return
  menu.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])')?.focus()
}

export function MenuItem({ id, label, description, lang, isDisabled = false }: MenuItemProps) {
  return (
    <AriaMenuItem id={id} className={classes(styles.item)} textValue={label} isDisabled={isDisabled}>
      {/* The description is part of the name: what is seen of an item is what is read out. */}
      <Text slot="label" className={classes(styles.itemLabel)} {...(lang === undefined ? {} : { lang })}>
        <span>{label}</span>
        {description !== undefined && <span className={styles.itemText}> {description}</span>}
      </Text>
    </AriaMenuItem>
  )
}

export function MenuSwitches({ title, on, onSwitch, children }: MenuSwitchesProps) {
  return (
    <AriaMenuSection
      className={classes(styles.section)}
      selectionMode="multiple"
      selectedKeys={on}
      onSelectionChange={(keys) => {
        const now = keys === 'all' ? on : [...keys].map(String)
        for (const key of now) if (!on.includes(key)) onSwitch(key, true)
        for (const key of on) if (!now.includes(key)) onSwitch(key, false)
      }}
    >
      <Header className={styles.sectionTitle}>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

export function MenuSection({ title, selected, onSelect, children }: MenuSectionProps) {
  const choice =
    selected === undefined
      ? {}
      : {
          selectionMode: 'single' as const,
          disallowEmptySelection: true,
          selectedKeys: [selected],
          onSelectionChange: (keys: 'all' | Set<string | number>) => {
            const [key] = keys === 'all' ? [] : keys
            if (key !== undefined) onSelect?.(String(key))
          },
        }
  return (
    <AriaMenuSection className={classes(styles.section)} {...choice}>
      <Header className={styles.sectionTitle}>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}
