import { useEffect, useRef, useSyncExternalStore } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { usePlan } from '../plan-context.ts'
import { Avatar } from './avatar.tsx'
import { peopleMessages } from './messages.ts'
import styles from './people.module.css'

/** Says whom one goes along with. Any move of one's own ends it: a key, a press, a scroll. */
export function FollowingBanner() {
  const t = useMessages(peopleMessages)
  const { following } = usePlan()
  const followed = useSyncExternalStore(following.subscribe, following.current, following.current)
  const banner = useRef<HTMLDivElement>(null)
  const isFollowing = followed !== null

  useEffect(() => {
    if (!isFollowing) return
    const stop = new AbortController()
    const options = { capture: true, passive: true, signal: stop.signal }
    const end = (event: Event) => {
      if (event.target instanceof Node && banner.current?.contains(event.target) === true) return
      following.stop()
    }
    for (const type of ['keydown', 'pointerdown', 'wheel', 'touchmove']) {
      window.addEventListener(type, end, options)
    }
    return () => stop.abort()
  }, [isFollowing, following])

  return (
    <output className={styles.bannerPlace}>
      {followed !== null && (
        <div ref={banner} className={styles.banner}>
          <Avatar person={followed} small />
          <span>{followed.isHere ? t.following(followed.name) : t.away(followed.name)}</span>
          <Button small look="quiet" onPress={following.stop}>
            {t.stop}
          </Button>
        </div>
      )}
    </output>
  )
}
