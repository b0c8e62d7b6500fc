/** Copies the address of a card, with what is chosen on the page, where its link is pressed; says so beside it. */
export function copyLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.card-link')) {
    const said = document.createElement('span')
    said.setAttribute('role', 'status')
    said.className = 'copied'
    link.after(' ', said)
    link.addEventListener('click', (event) => {
      const { origin, pathname, search, protocol } = location
      const address = `${protocol === 'file:' ? 'file://' : origin}${pathname}${search}${link.hash}`
      if (event.ctrlKey || event.metaKey || event.shiftKey || !copyText(address)) return
      event.preventDefault()
      said.textContent = 'コピーした'
    })
  }
}

/** Copies a text; false where the browser does not let it. The clipboard of `navigator` is there on https only, which an office's own network often is not. */
function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  const focused = document.activeElement
  field.value = text
  field.readOnly = true
  field.className = 'hidden'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return isCopied
}
