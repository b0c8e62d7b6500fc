import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measures } from '../../loaders/measures.ts'
import type { TableRows } from '../../loaders/tables.ts'
import { eraYear } from '../../loaders/vocabulary/eras.ts'
import { openDefined } from '../../loaders/warehouse/defined-database.ts'
import { facts } from '../../loaders/warehouse/facts.ts'
import { fillTables } from '../../loaders/warehouse/load.ts'
import { amountAt, figuresByPlan } from '../../tools/fuzz/figure-number-laws.ts'
import { randomPlan } from '../../tools/generate/random.ts'
import { render } from '../../tools/generate/render.ts'
import { runIngest, temporaryFolder } from '../support/command.ts'
import { readCsv } from '../support/csv.ts'
import { documentText } from '../support/documents.ts'
import { readGenerated } from '../support/generated.ts'
import { digestPath, hasPublished, ingest, publishedPath } from '../support/plans.ts'

type Cells = Record<string, string | number | boolean | null>
/** Answers a query on the tables, facts and marts of some rows. */
type Query = (sql: string) => Promise<Cells[]>

/** What may be added up: the rows that no other row of their measure holds or says again. */
const counted = "additive AND NOT is_total AND NOT is_part AND NOT is_repeat AND basis = 'actual'"
const contract =
  'plan_id, series, municipality_code, municipality, prefecture, plan_title, item_no, item_code, item_title, theme, lead_department, rating, fiscal_year, era_label, measure, measure_ja, detail, dimension, value, unit, basis, additive, is_total, is_part, is_repeat, figure_no, source_page, source_line'

const temporary = temporaryFolder()
const open: DuckDBInstance[] = []
afterAll(() => {
  for (const instance of open) instance.closeSync()
  temporary.remove()
})

/** A database with everything that is made of some rows, the facts answered once. */
async function queryOf(rows: TableRows): Promise<Query> {
  const instance = await openDefined(join(temporary.path, `${open.length}.duckdb`))
  open.push(instance)
  const connection = await instance.connect()
  await fillTables(connection, rows)
  await connection.run('CREATE TEMP TABLE fact_rows AS FROM facts')
  return async (sql) => {
    const found = (await connection.runAndReadAll(sql)).getRowObjects()
    return found.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])),
    ) as Cells[]
  }
}

const queryOfText = (text: string) => queryOf(readGenerated(text).rows)

/** What the pages add up, by measure: the rows of a mart with the year and the amount of each. */
const shown: Readonly<Record<string, string>> = {
  effects_yen: "SELECT fiscal_year, amount_yen AS value FROM marts.effect_years_by_comparison WHERE comparison = 'all'",
  effects_quantity: "SELECT fiscal_year, quantity AS value FROM marts.effect_lines WHERE quantity_unit = '件'",
  collections_yen: 'SELECT fiscal_year, amount_yen AS value FROM marts.collection_years',
  trainings_participants: 'SELECT fiscal_year, participants AS value FROM marts.training_years',
  assets_yen: "SELECT fiscal_year, amount_yen AS value FROM marts.asset_years WHERE kind = 'all'",
  assets_contracts: "SELECT fiscal_year, contracts AS value FROM marts.asset_years WHERE kind <> 'all'",
  assets_area_m2: "SELECT fiscal_year, area_m2 AS value FROM marts.asset_years WHERE kind <> 'all'",
}

/** The measures whose sums by year are not what the pages show. */
async function differingSums(query: Query): Promise<unknown[]> {
  const sums = Object.entries(shown).map(
    ([measure, relation]) => `(
      WITH shown AS (SELECT fiscal_year, sum(value) AS value FROM (${relation}) WHERE value IS NOT NULL GROUP BY ALL),
      summed AS (SELECT fiscal_year, sum(value) AS value FROM fact_rows WHERE measure = '${measure}' AND ${counted} GROUP BY ALL)
      SELECT '${measure}' AS measure, fiscal_year, shown.value AS shown, summed.value AS summed
      FROM shown FULL JOIN summed USING (fiscal_year)
      WHERE shown.value IS NULL OR summed.value IS NULL OR abs(shown.value - summed.value) > 1e-6
    )`,
  )
  return query(sums.join(' UNION ALL '))
}

/** The measures of which a value is lost, added or changed on the way from their table. */
async function lostValues(query: Query): Promise<unknown[]> {
  const sides = measures.map(
    ({ id, table, column }) => `(
      SELECT '${id}' AS measure,
        (SELECT count(${column.name}) FROM ${table.name}) - (SELECT count(*) FROM fact_rows WHERE measure = '${id}') AS lost,
        (SELECT coalesce(sum(${column.name}), 0) FROM ${table.name}) - (SELECT coalesce(sum(value), 0) FROM fact_rows WHERE measure = '${id}') AS off
    )`,
  )
  return query(`SELECT * FROM (${sides.join(' UNION ALL ')}) WHERE lost <> 0 OR abs(off) > 1e-6`)
}

/** The facts whose number of the document does not state their value. */
async function wrongFigures(rows: TableRows, query: Query): Promise<unknown[]> {
  const figures = figuresByPlan(rows)
  const stated = await query('SELECT plan_id, measure, value, unit, figure_no FROM fact_rows WHERE figure_no IS NOT NULL')
  expect(stated.length).toBeGreaterThan(0)
  return stated.filter(({ plan_id, value, unit, figure_no }) => {
    const ofPlan = figures.get(String(plan_id)) ?? []
    const figure = ofPlan[Number(figure_no) - 1]
    if (!figure) return true
    const number = unit === '円' ? amountAt(ofPlan, figure) : figure.value
    return Math.abs(Number(number) - Math.abs(Number(value))) > 1e-6
  })
}

describe('the table of facts', () => {
  let rows: TableRows
  let query: Query
  beforeAll(async () => {
    rows = (await ingest(digestPath)).rows
    query = await queryOf(rows)
  })
  const sumsByYear = (measure: string) =>
    query(`SELECT fiscal_year, sum(value) AS value FROM fact_rows WHERE measure = '${measure}' AND ${counted} GROUP BY ALL ORDER BY ALL`)

  it('has the columns of the contract in their order', async () => {
    const described = await query("SELECT column_name FROM duckdb_columns() WHERE schema_name = 'main' AND table_name = 'facts' ORDER BY column_index")
    expect(described.map(({ column_name }) => column_name).join(', ')).toBe(contract)
    expect(facts.columns.map(({ name }) => name).join(', ')).toBe(contract)
  })

  it('calls each measure by a name of its own', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length)
    expect(new Set(measures.map(({ measure }) => measure.title)).size).toBe(measures.length)
    expect(measures.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['effects_yen', 'collections_yen', 'staffing_actual', 'trainings_participants', 'plan_effects_yen', 'assets_area_m2']),
    )
  })

  it('adds up to 2,718,172,303円 of effects, 702,487,920 and 727,184,971 and 1,288,499,412 a year', async () => {
    const years = await sumsByYear('effects_yen')
    expect(years.map(({ fiscal_year, value }) => [fiscal_year, value])).toEqual([
      [2020, 702_487_920],
      [2021, 727_184_971],
      [2022, 1_288_499_412],
    ])
    expect(years.reduce((sum, { value }) => sum + Number(value), 0)).toBe(2_718_172_303)
  })

  it('adds up to what the pages show, by every measure and year', async () => {
    expect(await differingSums(query)).toEqual([])
    expect(await sumsByYear('trainings_participants')).toHaveLength(3)
  })

  it('names every measure that may be added up among those held against the pages', async () => {
    const additive = await query(`SELECT DISTINCT measure FROM fact_rows WHERE ${counted} ORDER BY measure`)
    expect(additive.map(({ measure }) => measure)).toEqual(Object.keys(shown).sort())
  })

  it('loses, adds and changes no value of any table', async () => {
    expect(await lostValues(query)).toEqual([])
  })

  it('leads each value to the number that states it', async () => {
    expect(await wrongFigures(rows, query)).toEqual([])
  })

  it('says what is planned, aimed at, printed and computed', async () => {
    const bases = await query('SELECT DISTINCT measure, basis FROM fact_rows ORDER BY ALL')
    const basisOf = Object.fromEntries(bases.map(({ measure, basis }) => [measure, basis]))
    expect(bases).toHaveLength(Object.keys(basisOf).length)
    expect(basisOf).toMatchObject({
      staffing_planned: 'planned',
      staffing_actual: 'actual',
      targets_value: 'target',
      effect_totals_published_yen: 'printed',
      effect_totals_computed_yen: 'computed',
      surveys_published_percent: 'printed',
      surveys_computed_percent: 'computed',
    })
  })

  it('adds up no head counts, scores and shares', async () => {
    const found = await query(
      "SELECT DISTINCT measure FROM fact_rows WHERE additive AND split_part(measure, '_', 1) IN ('staffing', 'reemployment', 'surveys', 'targets')",
    )
    expect(found).toEqual([])
  })

  it('marks as parts the うち line of No.21, the areas of assets and the breakdowns of institutes, each with a whole', async () => {
    const parts = await query('SELECT measure, count(*) AS parts, sum(value) AS value FROM fact_rows WHERE is_part GROUP BY ALL ORDER BY ALL')
    expect(parts).toEqual([
      { measure: 'assets_contracts', parts: 23, value: 535 },
      { measure: 'effects_yen', parts: 1, value: 105_169_000 },
      { measure: 'trainings_participants', parts: 8, value: 519 },
    ])
  })

  it('says whose each value is: prefecture, series, item, department, year', async () => {
    const [row] = await query("SELECT * FROM fact_rows WHERE measure = 'effects_yen' AND item_no = 17 AND fiscal_year = 2020")
    expect(row).toMatchObject({
      plan_id: 'osaki-plan5',
      series: '042153-5',
      municipality: '大崎市',
      prefecture: '宮城県',
      item_title: '滞納整理の推進',
      lead_department: '納税課',
      rating: 'C',
      era_label: '令和2年度',
      measure_ja: '効果額',
      value: 68_307_000,
      unit: '円',
      source_page: null,
      source_line: 357,
    })
  })
})

describe.skipIf(!hasPublished)('the facts of the published document', () => {
  it('add up to 2,718,172,303円 of effects, and to what the pages show', async () => {
    const { rows } = await ingest(publishedPath)
    const query = await queryOf(rows)
    expect(await query(`SELECT sum(value) AS value FROM fact_rows WHERE measure = 'effects_yen' AND ${counted}`)).toEqual([{ value: 2_718_172_303 }])
    expect(await differingSums(query)).toEqual([])
    expect(await lostValues(query)).toEqual([])
    expect(await wrongFigures(rows, query)).toEqual([])
  })
})

describe('the facts of made-up plans', () => {
  it.each(Array.from({ length: Number(process.env.FACT_PLANS ?? 3) }, (_, index) => index + 1))('of seed %i add up to what the pages show', async (seed) => {
    const plan = randomPlan(seed, { items: 6, scale: 0.4, wrongTotals: 0.5, repeats: 0.5, subtotals: 0.5, cuts: 0.4, planned: 0.6 })
    const { rows } = readGenerated(render(plan))
    const query = await queryOf(rows)
    expect(await differingSums(query)).toEqual([])
    expect(await lostValues(query)).toEqual([])
    expect(await wrongFigures(rows, query)).toEqual([])
    for (const { fiscal_year, era_label } of await query('SELECT DISTINCT fiscal_year, era_label FROM fact_rows'))
      expect(era_label).toBe(fiscal_year === null ? null : eraYear(Number(fiscal_year)))
  })
})

describe('what may not be added up', () => {
  const effects = (query: Query) => query("SELECT value, additive, is_part, is_repeat FROM fact_rows WHERE measure = 'effects_yen' ORDER BY source_line")

  it('is every effect of an item of which the pages say 合計できない', async () => {
    const item = {
      title: '広報紙',
      years: { 令和2年度: '・進めた。', 令和3年度: '・進めた。' },
      effects: ['年度\t効果額\t繰越調整', '令和2年度\t30円\t5円', '令和3年度\t50円\t5円'],
      rating: 'A',
    }
    const query = await queryOfText(documentText(item, { ...item, no: 2, title: '広報板', effects: ['令和2年度\t紙代の減\t7円', '総計\t7円'] }))
    expect(await query('SELECT item_no FROM items WHERE effects_open IS NOT NULL')).toEqual([{ item_no: 1 }])
    expect(await effects(query)).toContainEqual({ value: 7, additive: true, is_part: false, is_repeat: false })
    expect(await query(`SELECT item_no FROM fact_rows WHERE measure = 'effects_yen' AND ${counted}`)).toEqual([{ item_no: 2 }])
    expect(await differingSums(query)).toEqual([])
  })

  it('is what another item counts (再掲), and what is planned', async () => {
    const query = await queryOfText(
      documentText({ effects: ['年度\t効果の内容\t計画額\t実績額', '令和2年度\t紙代の減\t40円\t30円', '令和2年度\t電気代の減（再掲）\t\t5円'], rating: 'A' }),
    )
    expect(await effects(query)).toEqual([
      { value: 30, additive: true, is_part: false, is_repeat: false },
      { value: 5, additive: true, is_part: false, is_repeat: true },
    ])
    expect(await query("SELECT detail, value, unit, basis FROM fact_rows WHERE measure = 'targets_value'")).toEqual([
      { detail: '効果額', value: 40, unit: '円', basis: 'planned' },
    ])
  })

  it('is no part whose whole states no value', async () => {
    const query = await queryOfText(
      documentText({ years: { 令和2年度: '（1）資産 ・土地の売却を行った（東町2件、西町3件）。売却額 1,000円（東町2件、西町3件）' }, rating: 'A' }),
    )
    expect(await query("SELECT dimension, value, is_part FROM fact_rows WHERE measure = 'assets_contracts' ORDER BY value")).toEqual([
      { dimension: '東町', value: 2, is_part: false },
      { dimension: '西町', value: 3, is_part: false },
    ])
    expect(await differingSums(query)).toEqual([])
  })
})

it('a うち line of what states no amount counts, since nothing else holds it', async () => {
  const query = await queryOfText(documentText({ effects: ['令和2年度\t寄附\t30件', '\tうち返礼品の減\t5円'], rating: 'A' }))
  expect(await query('SELECT part_of FROM effects ORDER BY effect_no')).toEqual([{ part_of: null }, { part_of: 1 }])
  const found = await query("SELECT measure, value, is_part FROM fact_rows WHERE measure LIKE 'effects%' ORDER BY ALL")
  expect(found).toEqual([
    { measure: 'effects_quantity', value: 30, is_part: false },
    { measure: 'effects_yen', value: 5, is_part: false },
  ])
})

describe('money of the whole plan', () => {
  const years = '区分\t令和2年度\t令和3年度\t計'
  const planFacts = async (...lines: string[]) => {
    const [title, ...body] = documentText({ effects: ['令和2年度\t紙代の減\t30千円', '総計\t30千円'], rating: 'A' }).split('\n')
    const query = await queryOfText([title, ...lines, ...body].join('\n'))
    return query(
      "SELECT fiscal_year, detail, value, basis, is_total, is_part, is_repeat FROM fact_rows WHERE measure = 'plan_effects_yen' ORDER BY source_line, fiscal_year",
    )
  }
  const sumOf = (rows: readonly Cells[]) =>
    rows
      .filter(({ basis, is_total, is_part, is_repeat }) => basis === 'actual' && !is_total && !is_part && !is_repeat)
      .reduce((sum, { value }) => sum + Number(value), 0)

  it('counts once: the years of 効果額, not their sum and not what they are made of', async () => {
    const rows = await planFacts('１　各年度の効果額', '（単位：千円）', years, '削減額\t△30\t△50\t△80', '収入額\t5\t7\t12', '効果額\t35\t57\t92')
    expect(rows).toHaveLength(9)
    expect(sumOf(rows)).toBe(92_000)
    expect(rows.filter(({ is_total }) => is_total).map(({ fiscal_year }) => fiscal_year)).toEqual([null, null, null])
    expect(rows.filter(({ is_part }) => is_part).map(({ detail }) => detail)).not.toContain('合わせた効果')
  })

  it('counts savings and gains where no sum of both is stated, and nothing cumulative', async () => {
    expect(sumOf(await planFacts('効果額の推移', '（単位：千円）', years, '歳出削減額\t30\t50\t80', '収入額\t5\t7\t12'))).toBe(92_000)
    const cumulative = await planFacts(
      '１　単年度効果額',
      '単位：千円',
      years,
      '効果額\t35\t57\t92',
      '２　継続的効果額',
      '単位：千円',
      years,
      '効果額\t35\t92\t127',
    )
    expect(sumOf(cumulative)).toBe(92_000)
    expect(cumulative.filter(({ basis }) => basis === 'printed').map(({ value, is_total }) => [value, is_total])).toEqual([
      [35_000, true],
      [92_000, true],
    ])
  })

  it('counts what is stated twice once', async () => {
    const table = ['プラン全体の効果額', '単位：千円', '区分\t令和2年度\t令和3年度', '効果額\t35\t57']
    const rows = await planFacts(...table, '効果額の再確認', ...table)
    expect(rows.map(({ value, is_repeat }) => [value, is_repeat])).toEqual([
      [35_000, false],
      [57_000, false],
      [35_000, true],
      [57_000, true],
    ])
    expect(sumOf(rows)).toBe(92_000)
  })
})

describe('the files of the facts', () => {
  const temporary = temporaryFolder()
  afterAll(temporary.remove)

  it('are CSV with and without Japanese heads, with the same rows', async () => {
    const out = join(temporary.path, 'out')
    expect((await runIngest(digestPath, '--out', out)).status).toBe(0)
    const [head, ...records] = readCsv(readFileSync(join(out, 'csv/facts.csv'), 'utf8').slice(1))
    const [japanese, ...others] = readCsv(readFileSync(join(out, 'csv/facts-ja.csv'), 'utf8').slice(1))
    expect(head?.join(', ')).toBe(contract)
    expect(japanese).toEqual(facts.columns.map(({ title }) => title))
    expect(new Set(japanese).size).toBe(japanese?.length)
    expect(others).toEqual(records)
    expect(records).toHaveLength(221)
  })
})
