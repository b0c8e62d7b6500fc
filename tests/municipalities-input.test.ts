import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { formatMessages } from '../loaders/document/messages.ts'
import { readMunicipalities } from '../loaders/municipalities-input.ts'
import { temporaryFolder, writeFiles } from './support/command.ts'
import { root } from './support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

const head = 'municipality_code,name,prefecture,population,population_as_of,source'

async function read(text: string) {
  const { report, rows } = await readMunicipalities(join(writeFiles(temporary.path, { 'm.csv': text }), 'm.csv'))
  return { rows, messages: formatMessages(report).replaceAll(temporary.path, '').trim() }
}

it('the file that is shipped has its heads and no municipality', async () => {
  const { report, rows } = await readMunicipalities(join(root, 'data', 'municipalities.csv'))
  expect([rows, report.file.messages]).toEqual([[], []])
})

it('no file is no municipality', async () => {
  expect((await readMunicipalities(join(temporary.path, 'none.csv'))).rows).toEqual([])
})

it('rows are read with quotes, empty cells and a byte order mark', async () => {
  const { rows, messages } = await read(`\ufeff${head}\r\n000019,はるみ市,見本県,12345,2024-01-01,"台帳, ""写し"""\r\n000027,はるか町,,,,\n\n`)
  expect(messages).toBe('')
  expect(rows).toEqual([
    { municipality_code: '000019', name: 'はるみ市', prefecture: '見本県', population: 12345, population_as_of: '2024-01-01', source: '台帳, "写し"' },
    { municipality_code: '000027', name: 'はるか町', prefecture: null, population: null, population_as_of: null, source: null },
  ])
})

it.each([
  ['', '/m.csv:1:1: エラー: 1行目は'],
  [`${head}\n1,甲市,,,,`, '/m.csv:2:1: エラー: 団体コードは検査数字を含む6桁の数字で書く'],
  [`${head}\n000019,甲市`, '/m.csv:2:1: エラー: 欄が2個ある。6個とする'],
  [`${head}\n000019,,,,,`, '/m.csv:2:1: エラー: 自治体名がない'],
  [`${head}\n000019,甲市,,"12,345",,`, '/m.csv:2:1: エラー: 人口は数字だけで書く'],
  [`${head}\n000019,甲市,,1,2024-02-30,`, '/m.csv:2:1: エラー: 人口の基準日は'],
  [`${head}\n000019,甲市,,,,\n000019,乙市,,,,`, '/m.csv:3:1: エラー: 団体コード 000019 が2度ある'],
  [`${head}\n000019,"甲市,,,,`, '/m.csv:2:1: エラー: 引用符が閉じていない'],
])('%j is refused at its line', async (text, message) => {
  expect((await read(text)).messages).toContain(message)
})
