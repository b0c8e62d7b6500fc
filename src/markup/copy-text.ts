/** Copies what is selected; false where the browser does not let it. The clipboard of `navigator` is there on https only, which an office's own network often is not. */
export function copySelected(): boolean {
  return document.execCommand('copy')
}

/** Copies a text, and leaves the focus where it was; false where the browser does not let it. */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  const focused = document.activeElement
  field.value = text
  field.readOnly = true
  field.className = 'hidden'
  document.body.append(field)
  field.select()
  const isCopied = copySelected()
  field.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return isCopied
}
