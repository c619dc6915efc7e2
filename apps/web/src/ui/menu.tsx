import type { ReactNode } from 'react'
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
import styles from './overlay.module.css'

/** A button (the first child) and the menu that it opens. */
export function Menu({
  trigger,
  label,
  onAction,
  children,
}: {
  trigger: ReactNode
  label: string
  onAction?: (key: string) => void
  children: ReactNode
}) {
  return (
    <MenuTrigger>
      {trigger}
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

export function MenuItem({
  id,
  label,
  description,
  lang,
  isDisabled = false,
}: {
  id: string
  label: string
  description?: string
  lang?: string
  isDisabled?: boolean
}) {
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

/** Items under a title, each of which is on or off; the menu stays open while they are switched. */
export function MenuSwitches({
  title,
  on,
  onSwitch,
  children,
}: {
  title: string
  on: readonly string[]
  onSwitch: (key: string, isOn: boolean) => void
  children: ReactNode
}) {
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

/** Items under a title; with `selected`, a choice of one among them. */
export function MenuSection({
  title,
  selected,
  onSelect,
  children,
}: {
  title: string
  selected?: string
  onSelect?: (key: string) => void
  children: ReactNode
}) {
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
