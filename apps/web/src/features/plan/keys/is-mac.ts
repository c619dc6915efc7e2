/** Whether the keyboard has a Cmd key: an Apple device. */
export function isMac(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform)
}
