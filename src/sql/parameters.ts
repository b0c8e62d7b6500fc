import { type Html, html } from '../markup/html.ts'
import { choiceTitles } from '../questions/questions.ts'
import { parametersOf } from '../questions/statements.ts'
import type { Setup } from './catalog.ts'

/** The fields for the parameters of a query (`$item`), made as they are written. */
export class Parameters {
  readonly #place: HTMLElement
  readonly #setup: Setup
  #names: readonly string[] = []
  #given: Readonly<Record<string, string>> = {}

  /** `changed` is told of a new value. */
  constructor(place: HTMLElement, setup: Setup, changed: () => void) {
    this.#place = place
    this.#setup = setup
    place.addEventListener('input', ({ target }) => {
      const { name, value } = target as HTMLInputElement
      this.#given = { ...this.#given, [name]: value }
      changed()
    })
  }

  /** The values of the parameters of the query at hand. */
  get values(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#names.map((name) => [name, this.#valueOf(name)]))
  }

  /** Shows the fields for a query; what was given for a name stays, or is as said. */
  show(sql: string, values: Readonly<Record<string, string>> = {}): void {
    const names = parametersOf(sql)
    this.#given = { ...this.#given, ...values }
    if (Object.keys(values).length === 0 && names.join() === this.#names.join()) return
    this.#names = names
    this.#place.innerHTML = html`${names.map((name) => this.#field(name))}`.text
  }

  #valueOf(name: string): string {
    return Object.hasOwn(this.#given, name) ? (this.#given[name] ?? '') : name === 'plan' ? this.#setup.plan : ''
  }

  #field(name: string): Html {
    const value = this.#valueOf(name)
    if (!isChoice(name)) return html`<label class="choice"><code>$${name}</code> <input type="text" name="${name}" value="${value}" autocomplete="off"></label>`
    const options = this.#setup.options[name]
    const known = value === '' || options.some((option) => option.value === value) ? options : [...options, { value, title: value }]
    return html`<label class="choice"><code>$${name}</code> ${choiceTitles[name]} <select name="${name}"><option value="">なし (NULL)</option>${known.map((option) => html`<option value="${option.value}"${option.value === value && html` selected`}>${option.title}</option>`)}</select></label>`
  }
}

function isChoice(name: string): name is keyof typeof choiceTitles {
  return Object.hasOwn(choiceTitles, name)
}
