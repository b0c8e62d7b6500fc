/** Hands a file to the person at the page. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}

/** A chart as a file of its own: its custom properties resolved, since no style sheet goes with it. */
export function chartFile(svg: Element): string {
  const style = getComputedStyle(document.documentElement)
  const copy = svg.cloneNode(true) as Element
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute(
    'style',
    `color:${getComputedStyle(svg).color};background:${style.getPropertyValue('--card')};font-family:${getComputedStyle(svg).fontFamily.replaceAll('"', "'")}`,
  )
  return new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim())
}

const pngScale = 2

/** A chart as a picture, twice its size. */
export async function chartPicture(svg: Element): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect()
  const image = new Image(width, height)
  image.src = URL.createObjectURL(new Blob([chartFile(svg)], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * pngScale
  canvas.height = height * pngScale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))))
}
