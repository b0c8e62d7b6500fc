/** Shows the choices of cards and lets them be made; all cards of the page follow, and the address keeps what does not go without saying. */
export function chooseDrawings(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-choices]')]
  const asked = new URLSearchParams(location.search)
  for (const form of forms) {
    for (const radio of radiosOf(form)) if (asked.get(radio.name) === radio.value) radio.checked = true
    form.hidden = false
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('change', ({ target }) => follow(forms, target as HTMLInputElement))
    showChosen(form)
  }
}

function radiosOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')]
}

/** Makes a choice in every form that has it, and writes it into the address. */
function follow(forms: readonly HTMLFormElement[], { name, value }: HTMLInputElement): void {
  const address = new URL(location.href)
  for (const form of forms) {
    const radios = radiosOf(form).filter((radio) => radio.name === name)
    for (const radio of radios) radio.checked = radio.value === value
    if (radios[0]?.checked) address.searchParams.delete(name)
    else if (radios.some(({ checked }) => checked)) address.searchParams.set(name, value)
    showChosen(form)
  }
  history.replaceState(history.state, '', address)
}

/** Shows the drawing that was chosen and hides the others; the link for the file of the chart follows. */
function showChosen(form: HTMLFormElement): void {
  const card = form.closest('.card')
  const chosen = radiosOf(form).filter(({ checked }) => checked)
  for (const drawing of card?.querySelectorAll<HTMLElement>('.drawing') ?? []) {
    drawing.hidden = !chosen.every(({ name, value }) => drawing.getAttribute(`data-choice-${name}`) === value)
    const link = card?.querySelector<HTMLAnchorElement>('.downloads a[href$=".svg"]')
    if (!drawing.hidden && link) link.href = drawing.dataset.svg ?? link.href
  }
}
