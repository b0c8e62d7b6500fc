import { beforeAll, describe, expect, it, vi } from 'vitest'
import { sayFailure } from '../../loaders/failure.ts'
import { FactNumber } from '../../src/evidence/fact-number.ts'
import { PageContext, type SiteContext } from '../../src/evidence/page-context.ts'
import { CountIn, CountOf, NamedIn, Sentence, UnbackedNumberError, YearName } from '../../src/evidence/sentences.ts'
import { phrase, type Words } from '../../src/markup/html.ts'
import { effectsPage } from '../../src/pages/effects.ts'
import { drawSite } from '../../src/pages/site.ts'
import { siteContext } from '../../tools/site-context.ts'
import { drawPlan } from '../support/drawn.ts'
import { digestPath } from '../support/plans.ts'

let site: SiteContext
let page: PageContext
beforeAll(async () => {
  const { warehouse } = await drawPlan(digestPath)
  site = { ...(await siteContext(warehouse, new Map())), uses: new Map() }
  page = new PageContext(site, '/effects')
}, 60_000)

const effect = () => site.warehouse.mart('effect_item_years').find(({ item_no, fiscal_year }) => item_no === 21 && fiscal_year === 2022) as object

describe('a sentence', () => {
  it('may state facts, counts of rows and names of the warehouse', () => {
    const [item] = site.warehouse.table('items')
    const year = site.warehouse.mart('effect_item_years')[0]
    if (!item || !year) throw new Error('the built-in plan has items and effects')
    const totals = site.warehouse.checkTotals
    const words = phrase`${YearName(year)}の「${NamedIn(page, item, 'title')}」など${CountOf(site.warehouse.table('items'))}項目、照合${CountIn(page, totals, 'compared')}組`
    expect(Sentence(page, words).plain).toBe(`令和2年度の「${item.title}」など22項目、照合44組`)
    expect(Sentence(page, FactNumber(page, page.fact(effect() as { amount_yen: number }, 'amount_yen'), '4.06億円')).facts).toHaveLength(1)
  })

  it.each<[string, Words, string]>([
    ['written', '効果額は12.9億円。', '12.9'],
    ['put in as a number', phrase`効果額は${3}件。`, '3'],
    ['in full width', phrase`評価は${'Ａが５件'}。`, '５'],
    ['with its thousands', ['効果額は', [phrase`あわせて${'1,234'}`], '円。'], '1,234'],
  ])('may state no number that is %s', (_, words, number) => {
    expect(() => Sentence(page, words)).toThrow(UnbackedNumberError)
    expect(() => Sentence(page, words)).toThrow(new RegExp(`ページ /effects の文「.*」の数字 ${number} には、もとになる事実がない`))
  })

  it('takes no row and no words from elsewhere for those of the warehouse', () => {
    expect(() => NamedIn(page, { title: '効果額は12.9億円' }, 'title')).toThrow(TypeError)
    expect(() => CountIn(page, { count: 12 }, 'count')).toThrow(TypeError)
  })
})

describe('a page whose lead states a number without a fact', () => {
  it('is not drawn: the build ends with its path and the number, and exit code 1', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const wrong = { ...effectsPage, lead: () => '効果額は99億円。' }
    const code = await sayFailure(async () => {
      drawSite(site, [wrong])
      return 0
    })
    const words = said.mock.calls.map(([text]) => String(text)).join('')
    said.mockRestore()
    expect(code).toBe(1)
    expect(words).toContain('ページ /effects の文「効果額は99億円。」の数字 99 には、もとになる事実がない')
  })
})
