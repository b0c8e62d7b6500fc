/** What a terminal obeys rather than shows: control characters but the tab, and those that turn the direction of writing. */
const controls = /(?!\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** A text as a terminal may have it, in one line: each control character as the escape for it, such as `\x1b`. */
export function visible(text: string): string {
  return text.replace(controls, (control) => {
    const code = control.charCodeAt(0).toString(16)
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, '0')}`
  })
}

/** Lines as a terminal may have them: `visible` but for the line ends. */
export function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join('\n')
}
