const name = 'plan'

/** Lets plans be chosen in the list of all, so that the tables that compare plans show these alone; the address keeps the choice. */
export function choosePlans(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-chosen-plans]')
  if (!form) return
  const most = Number(form.dataset.chosenPlans)
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input.choose-plan')]
  const asked = new Set(new URLSearchParams(location.search).getAll(name))
  for (const box of boxes) box.hidden = false
  for (const box of boxes.filter(({ value }) => asked.has(value)).slice(0, most)) box.checked = true
  form.hidden = false
  const apply = () => {
    const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value)
    for (const box of boxes) box.disabled = !box.checked && chosen.length >= most
    showChosen(form, chosen, most)
    keepInAddress(chosen)
  }
  for (const box of boxes) box.addEventListener('change', apply)
  form.addEventListener('reset', () => {
    for (const box of boxes) box.checked = false
    apply()
  })
  apply()
}

/** Hides the rows of plans that are not chosen; one alone is no choice yet. Says what is chosen, and which tables have none of it. */
function showChosen(form: HTMLFormElement, chosen: readonly string[], most: number): void {
  const isChoice = chosen.length > 1
  const empty = cardsOfPlans().filter(({ rows }) => {
    for (const row of rows) row.hidden = isChoice && !chosen.includes(row.dataset.plan ?? '')
    return rows.every(({ hidden }) => hidden)
  })
  const output = form.querySelector('output')
  if (output) output.textContent = isChoice ? saidOf(chosen, empty) : `上の表で2件から${most}件のプランを選ぶと、それだけを比べる`
  const reset = form.querySelector<HTMLButtonElement>('[type=reset]')
  if (reset) reset.hidden = chosen.length === 0
}

interface CardOfPlans {
  title: string
  rows: HTMLElement[]
}

function cardsOfPlans(): CardOfPlans[] {
  return [...document.querySelectorAll('.card')].flatMap((card) => {
    const rows = [...card.querySelectorAll<HTMLElement>('tr[data-plan]')]
    return rows.length > 0 ? [{ title: card.querySelector('h2, h3')?.textContent ?? '', rows }] : []
  })
}

function saidOf(chosen: readonly string[], empty: readonly CardOfPlans[]): string {
  const none = empty.map(({ title }) => `「${title}」`).join('')
  return `選んだ${chosen.length}件のプランを比べている${none && `。選んだプランのない表: ${none}`}`
}

function keepInAddress(chosen: readonly string[]): void {
  const address = new URL(location.href)
  address.searchParams.delete(name)
  for (const id of chosen) address.searchParams.append(name, id)
  history.replaceState(history.state, '', address)
}
