import { topicAttributes } from './topic.ts'

const names = Object.values(topicAttributes)
const selector = names.map((name) => `[${name}]`).join(',')

/** Lifts out, in all charts and tables of the page, what is about the item, year or department that is pointed at or has the focus. */
export function liftOut(): void {
  let shown: Element | null = null
  const show = (at: EventTarget | null) => {
    const asked = at instanceof Element ? at.closest(selector) : null
    if (asked === shown) return
    shown = asked
    for (const mark of document.querySelectorAll(selector)) mark.classList.toggle('lifted', asked !== null && isAboutSame(asked, mark))
  }
  addEventListener('pointerover', ({ target }) => show(target))
  addEventListener('focusin', ({ target }) => show(target))
  addEventListener('focusout', () => show(null))
}

/** Whether two elements are about something that both name, and about nothing that they name differently. */
function isAboutSame(one: Element, other: Element): boolean {
  const shared = names.filter((name) => one.hasAttribute(name) && other.hasAttribute(name))
  return shared.length > 0 && shared.every((name) => one.getAttribute(name) === other.getAttribute(name))
}
