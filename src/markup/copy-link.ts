import { copyText } from './copy-text.ts'

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
