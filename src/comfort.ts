// What a page can do without, added where scripts run: tables closed until asked for (open on paper), light or dark by
// hand, printing, and charts as PNG.

const closed = document.querySelectorAll<HTMLDetailsElement>('.card details')
for (const details of closed) details.open = false
addEventListener('beforeprint', () => {
  for (const details of closed) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false
})

const themeKey = 'theme'
const root = document.documentElement
const chosen = localStorage.getItem(themeKey)
if (chosen) root.dataset.theme = chosen

const actions: Readonly<Record<string, () => void>> = {
  print: () => print(),
  theme: () => {
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = isDark ? 'light' : 'dark'
    localStorage.setItem(themeKey, root.dataset.theme)
  },
}
for (const tools of document.querySelectorAll<HTMLElement>('.tools')) tools.hidden = false
for (const button of document.querySelectorAll<HTMLElement>('[data-action]')) button.addEventListener('click', () => actions[button.dataset.action ?? '']?.())

/** Where the address points into a closed table or the folded part of a page, opens it. */
function openTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  const details = target?.closest('details')
  if (details) details.open = true
  target?.scrollIntoView({ block: 'center' })
}
addEventListener('hashchange', openTarget)
openTarget()

for (const link of document.querySelectorAll<HTMLAnchorElement>('.downloads a[href$=".svg"]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'PNG'
  button.addEventListener('click', () => savePng(link.href))
  link.after(' ', button)
}

const pngScale = 2

/** Draws a chart's SVG file on a canvas and saves it as a picture twice its size. */
async function savePng(address: string): Promise<void> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([await (await fetch(address)).text()], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * pngScale
  canvas.height = image.naturalHeight * pngScale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  const link = document.createElement('a')
  link.href = canvas.toDataURL('image/png')
  link.download = address.replace(/^.*\//, '').replace(/\.svg$/, '.png')
  link.click()
}
