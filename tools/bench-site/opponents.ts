import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { JSDOM, VirtualConsole } from 'jsdom'
import type { Warehouse } from '../../src/data/warehouse.ts'

/** The folder of a page that says hello: what no page can be faster than. */
export function helloPage(aside: string): string {
  const folder = join(aside, 'hello')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html>\n<html lang="ja"><meta charset="utf-8"><title>hello</title><h1>こんにちは</h1></html>\n')
  return folder
}

/** The folder of the built pages of those paths without style and script: the same words in the same tables, lists and charts, as a browser shows them by itself. */
export function plainPages(aside: string, built: string, paths: readonly string[]): string {
  const folder = join(aside, 'plain')
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), plainPage(readFileSync(join(built, path), 'utf8')))
  }
  return folder
}

function plainPage(page: string): string {
  const dom = new JSDOM(page, { virtualConsole: new VirtualConsole() })
  for (const other of dom.window.document.querySelectorAll('script, style, link, meta[http-equiv]')) other.remove()
  return dom.serialize()
}

/** The folder of a page as `vite` and `echarts` make it: effects as bars, head counts as a line, and the effects as a table. */
export function echartsPage(aside: string, warehouse: Warehouse): string {
  const root = join(aside, 'echarts')
  const folder = join(aside, 'echarts-dist')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  const effects = warehouse.mart('effect_years').map(({ item_no, title, fiscal_year, amount_yen }) => ({ item_no, title, fiscal_year, amount_yen }))
  const staffing = warehouse.mart('staffing_gaps').map(({ fiscal_year, actual }) => ({ fiscal_year, actual }))
  writeFileSync(join(root, 'index.html'), page)
  writeFileSync(join(root, 'main.js'), `const effects = ${JSON.stringify(effects)}\nconst staffing = ${JSON.stringify(staffing)}\n${script}`)
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(aside, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', root, '--base', './', '--outDir', join('..', 'echarts-dist'), '--logLevel', 'error'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return folder
}

const page = `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>echarts</title>
<h1>効果額と職員数</h1>
<div id="bars" style="width:1150px;height:400px"></div>
<div id="line" style="width:536px;height:320px"></div>
<table></table>
<script type="module" src="./main.js"></script></html>
`

/** Only the parts of echarts that are used, and no animation, so that it is as fast as it can be. */
const script = `
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, CanvasRenderer])
const years = [...new Set(effects.map((row) => row.fiscal_year))].sort()
const items = [...new Set(effects.map((row) => row.item_no))]
const amount = (item, year) => effects.find((row) => row.item_no === item && row.fiscal_year === year)?.amount_yen ?? null
document.querySelector('table').innerHTML = effects.map((row) => '<tr><th>No.' + row.item_no + ' ' + row.title + '</th><td>' + row.fiscal_year + '</td><td>' + row.amount_yen.toLocaleString() + '</td></tr>').join('')
let drawn = 0
function draw(id, option) {
  const chart = init(document.getElementById(id))
  chart.on('finished', () => { drawn += 1; window.isDrawn = drawn >= 2 })
  chart.setOption({ animation: false, xAxis: { type: 'category', data: years }, yAxis: {}, ...option })
}
draw('bars', { series: items.map((item) => ({ type: 'bar', stack: 'all', name: 'No.' + item, data: years.map((year) => amount(item, year)) })) })
draw('line', { xAxis: { type: 'category', data: staffing.map((row) => row.fiscal_year) }, yAxis: { scale: true }, series: [{ type: 'line', data: staffing.map((row) => row.actual) }] })
`
