import type { Browser } from 'playwright-core'

const mostWidth = 900
/** Of 1: letters stay clear, and a page of words stays under 80 kB. */
const quality = 0.8

/** A PNG as WebP, 900 px wide at most: the browser can write it, so that nothing has to be installed. */
export async function toSmallPicture(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  const source = `data:image/png;base64,${png.toString('base64')}`
  const written = await page.evaluate<string>(`(async () => {
    const image = new Image()
    image.src = ${JSON.stringify(source)}
    await image.decode()
    const canvas = document.createElement('canvas')
    const scale = Math.min(1, ${mostWidth} / image.width)
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.round(image.height * scale)
    const context = canvas.getContext('2d')
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/webp', ${quality})
  })()`)
  await page.close()
  return Buffer.from(written.slice(written.indexOf(',') + 1), 'base64')
}
