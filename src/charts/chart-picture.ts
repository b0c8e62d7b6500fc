const pngScale = 2

/** A drawn chart as a file of its own: its custom properties resolved as the page has them, since no style sheet goes with it. */
export function chartFile(svg: Element): string {
  const style = getComputedStyle(document.documentElement)
  const copy = svg.cloneNode(true) as Element
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const { color, fontFamily } = getComputedStyle(svg)
  copy.setAttribute('style', `color:${color};background:${style.getPropertyValue('--card')};font-family:${fontFamily.replaceAll('"', "'")}`)
  return new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim())
}

/** A chart's file as a picture, twice its size; rejects where the browser cannot draw it. */
export async function chartPicture(file: string): Promise<Blob> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * pngScale
  canvas.height = image.naturalHeight * pngScale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))))
}
