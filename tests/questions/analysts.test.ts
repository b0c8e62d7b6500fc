import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main as ingest } from '../../loaders/main.ts'
import { query, runMain, temporaryFolder, writeFiles } from '../support/command.ts'
import { documentText } from '../support/documents.ts'
import { hasPublished, publishedPath } from '../support/plans.ts'

const folder = temporaryFolder()
const themed = temporaryFolder()
afterAll(themed.remove)
const ask = (sql: string) => query(sql, join(folder.path, 'reform.duckdb'))
/** The answer as rows of values, whole numbers of BIGINT as numbers. */
const answer = async (sql: string) =>
  (await ask(sql)).map((row) => Object.values(row).map((value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value)))

const counted = 'part_of IS NULL AND NOT is_repeat'

describe.skipIf(!hasPublished)('a question that analysts ask of the published plan', () => {
  beforeAll(async () => {
    await runMain(ingest, [publishedPath, '--out', folder.path])
  })
  afterAll(folder.remove)

  it('1: the effect of each year, with and without donations', async () => {
    const sql = `SELECT fiscal_year, sum(amount_yen)::BIGINT, (sum(amount_yen) FILTER (kind IS DISTINCT FROM 'donation'))::BIGINT FROM effects WHERE ${counted} GROUP BY ALL ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [2020, 702_487_920, 274_693_474],
      [2021, 727_184_971, 159_133_138],
      [2022, 1_288_499_412, 489_901_862],
    ])
  })

  it('2: the claims that fell most from one year to the next', async () => {
    const sql = `SELECT claim, fiscal_year, (amount_yen - lag(amount_yen) OVER (PARTITION BY claim ORDER BY fiscal_year))::BIGINT AS change FROM (SELECT claim, fiscal_year, sum(amount_yen) AS amount_yen FROM collections GROUP BY ALL) ORDER BY change LIMIT 2`
    expect(await answer(sql)).toEqual([
      ['市営住宅使用料', 2022, -38_431_850],
      ['市営住宅駐車場使用料', 2022, -4_398_950],
    ])
  })

  it('3: the share of housing claims in what was collected', async () => {
    const sql = `SELECT fiscal_year, round(100 * sum(amount_yen) FILTER (claim LIKE '市営住宅%') / sum(amount_yen), 1) FROM collections GROUP BY ALL ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [2020, 89.2],
      [2021, 89.2],
      [2022, 16.3],
    ])
  })

  it('4: the effect by lead department', async () => {
    const sql = `SELECT lead_department, sum(amount_yen)::BIGINT AS yen FROM effects JOIN items USING (plan_id, item_no) WHERE ${counted} GROUP BY ALL ORDER BY yen DESC`
    expect(await answer(sql)).toEqual([
      ['政策課', 1_794_443_829],
      ['経営企画課 (経営管理部)', 520_904_000],
      ['納税課', 224_250_279],
      ['財政課', 157_078_526],
      ['経営管理課 (上下水道部)', 21_495_669],
    ])
  })

  it('5: the effect by every department that an item names', async () => {
    const sql = `SELECT department_unified, sum(amount_yen)::BIGINT AS yen FROM effects JOIN item_departments USING (plan_id, item_no) WHERE ${counted} AND amount_yen > 0 GROUP BY ALL ORDER BY yen DESC`
    expect(await answer(sql)).toEqual([
      ['政策課', 1_794_443_829],
      ['経営管理部経営企画課', 520_904_000],
      ['納税課', 224_250_279],
      ['財政課', 157_078_526],
      ['関係各課', 85_618_279],
      ['上下水道部経営管理課', 21_495_669],
    ])
  })

  it('6: the effect by rating', async () => {
    const sql = `SELECT rating, sum(amount_yen)::BIGINT FROM effects JOIN items USING (plan_id, item_no) WHERE ${counted} GROUP BY ALL ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      ['A', 2_315_347_829],
      ['B', 264_192_474],
      ['C', 138_632_000],
    ])
  })

  it('7: the items rated A that list something not achieved', async () => {
    const sql = `SELECT DISTINCT item_no FROM items JOIN reviews USING (plan_id, item_no) WHERE rating = 'A' AND reviews.kind = 'not_achieved' ORDER BY ALL`
    expect(await answer(sql)).toEqual([[13], [19]])
  })

  it('8: the mean gift of each year', async () => {
    const sql = `SELECT fiscal_year, round(amount_yen / quantity) FROM effects WHERE kind = 'donation' AND quantity_unit = '件' ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [2020, 15_800],
      [2021, 15_798],
      [2022, 13_324],
    ])
  })

  it('9: sentences with コロナ, by item', async () => {
    expect(await answer("SELECT item_no, count(*) FROM sentences WHERE text LIKE '%コロナ%' GROUP BY ALL ORDER BY ALL")).toEqual([
      [1, 3],
      [6, 2],
      [7, 2],
      [8, 3],
      [10, 2],
      [17, 1],
      [19, 1],
    ])
  })

  it('10: why a target was missed: by item and year, with the entries of what was not achieved', async () => {
    const sql = `SELECT item_no, fiscal_year, gap_yen, (SELECT count(*) FROM reviews WHERE reviews.item_no = missed.item_no AND kind = 'not_achieved') FROM marts.effect_years_against_targets AS missed WHERE gap_yen < 0 ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [17, 2021, -12_647_000, 1],
      [17, 2022, -19_028_000, 1],
    ])
  })

  it('11: the effect per member of staff', async () => {
    const sql = `SELECT fiscal_year, round(sum(amount_yen) / any_value(actual))::BIGINT FROM effects JOIN staffing USING (plan_id, fiscal_year) WHERE ${counted} GROUP BY ALL ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [2020, 712_462],
      [2021, 742_025],
      [2022, 1_318_833],
    ])
  })

  it('13 and 14: years that are planned but report nothing, and initiatives that no year plans', async () => {
    expect(await answer('SELECT DISTINCT item_no, fiscal_year FROM schedules ANTI JOIN results USING (plan_id, item_no, fiscal_year)')).toEqual([])
    expect(await answer('SELECT item_no, initiative_no FROM initiatives ANTI JOIN schedules USING (plan_id, item_no, initiative_no)')).toEqual([])
  })

  it('16: training participants by year, in the room and online', async () => {
    const sql = `SELECT fiscal_year, sum(participants), coalesce(sum(participants) FILTER (mode = 'online'), 0) FROM trainings WHERE kind = 'in_house' GROUP BY ALL ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [2020, 507, 0],
      [2021, 652, 0],
      [2022, 1555, 740],
    ])
  })

  it('17: the share of external training', async () => {
    const sql = `SELECT fiscal_year, round(100 * sum(participants) FILTER (kind = 'external') / sum(participants), 1) FROM trainings WHERE part_of IS NULL GROUP BY ALL ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [2020, 23.3],
      [2021, 23.8],
      [2022, 13.2],
    ])
  })

  it('18: yen per square metre of land sold', async () => {
    const sql = `SELECT fiscal_year, round(amount_yen / area_m2) FROM assets WHERE kind = 'sale' AND region IS NULL ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [2020, 11_303],
      [2021, 16_733],
      [2022, 1_850],
    ])
  })

  it('19: leases by region give their total', async () => {
    const sql = `SELECT sum(contracts) FILTER (region IS NOT NULL)::BIGINT, any_value(contracts) FILTER (region IS NULL) FROM assets WHERE kind = 'lease' AND fiscal_year = 2022`
    expect(await answer(sql)).toEqual([[182, 182]])
  })

  it('22: the hires a year by which 990 would be reached in three years', async () => {
    expect(await answer('SELECT round((990 - max_by(actual, as_of)) / 3, 1) FROM staffing')).toEqual([[4.3]])
  })

  it('23: what is published and computes otherwise', async () => {
    expect(await answer('SELECT item_no, published_yen, computed_yen FROM effect_totals WHERE published_yen <> computed_yen')).toEqual([
      [21, 626_073_000, 520_904_000],
    ])
    expect(await answer('SELECT item_no, published_percent, computed_percent FROM surveys WHERE published_percent <> computed_percent')).toEqual([
      [10, 97, 97.6],
    ])
  })

  it('20: every measured number in one table, each once with its unit', async () => {
    const sql = `SELECT measure, sum(value)::BIGINT FROM facts WHERE additive AND NOT is_total AND NOT is_part AND NOT is_repeat AND basis = 'actual' AND measure IN ('effects_yen', 'collections_yen') GROUP BY ALL ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      ['collections_yen', 85_618_279],
      ['effects_yen', 2_718_172_303],
    ])
    expect(await answer('SELECT count(*) FROM facts WHERE unit IS NULL OR measure_ja IS NULL')).toEqual([[0]])
  })

  it('21: marks of 再掲 without a counterpart', async () => {
    const sql = `SELECT item_no, fiscal_year FROM checks WHERE rule = 'reference-counterpart' AND outcome = 'missing' ORDER BY ALL`
    expect(await answer(sql)).toEqual([
      [2, 2022],
      [3, 2022],
    ])
  })

  it('12, 15 and 24 are out of reach: no table holds the initiative that a result is of or an index of prices, and inhabitants only who fills them in has', async () => {
    const columns = (await ask('SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal')).map(
      ({ table_name, column_name }) => `${table_name}.${column_name}`,
    )
    expect(columns.filter((name) => /index|deflator|^results\.initiative/.test(name))).toEqual([])
    expect(new Set(columns.filter((name) => /population|inhabitants/.test(name)))).toEqual(
      new Set(['municipalities.population', 'municipalities.population_as_of', 'plan_measures.population']),
    )
    expect(await answer('SELECT count(*) FROM municipalities')).toEqual([[0]])
  })
})

describe('a question that the published plan cannot answer', () => {
  it('25: the effect by theme, of a plan that has themes', async () => {
    const item = (no: number, title: string) =>
      documentText({
        no,
        title,
        years: { 令和2年度: '・進めた。' },
        effects: [`令和2年度\t削減額 ${no}千円`, `総計\t${no}千円`],
        rating: 'A',
        next: '\n○続ける。',
      })
    const items = [item(1, '広告'), item(2, '紙代'), item(3, '研修')].map((text) => text.split('\n').slice(1, -1).join('\n'))
    const text = ['第5次見本プラン取組実績一覧', '基本方針1　財政の健全化', ...items.slice(0, 2), '', '基本方針2　組織の見直し', items[2], ''].join('\n')
    const path = writeFiles(themed.path, { 'document.txt': text })
    await runMain(ingest, [join(path, 'document.txt'), '--out', join(themed.path, 'out')])
    const sql = `SELECT theme, sum(value)::BIGINT FROM facts WHERE measure = 'effects_yen' GROUP BY ALL ORDER BY ALL`
    expect((await query(sql, join(themed.path, 'out', 'reform.duckdb'))).map((row) => Object.values(row))).toEqual([
      ['基本方針1　財政の健全化', '3000'],
      ['基本方針2　組織の見直し', '3000'],
    ])
  })
})
