// SQL on the tables of the site. The editor stands at once; DuckDB is loaded when a query is first run or when asked for.
// Where it cannot run, the ready questions stand answered in the page.

import type { Setup } from './catalog.ts'
import { SqlPage } from './page.ts'

const place = document.getElementById('sql') as HTMLElement
const answers = document.getElementById('sql-answers') as HTMLElement

if (typeof WebAssembly === 'object' && typeof Worker === 'function') {
  answers.remove()
  new SqlPage(place, JSON.parse(place.dataset.setup ?? '{}') as Setup, () => place.after(answers))
}
