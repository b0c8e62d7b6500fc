import { describe, expect, it } from 'vitest'
import type { Row } from '../../loaders/tables.ts'
import { PageFooter } from '../../src/pages/frame.ts'

const plan: Row<'plans'> = {
  plan_id: 'plan',
  title: '行政改革プラン',
  plan_no: 5,
  municipality: '大崎市',
  municipality_code: '042153',
  first_fiscal_year: 2020,
  last_fiscal_year: 2022,
  edition: 'published',
  source_name: '取組実績一覧',
  source_sha256: '0',
  as_of_fiscal_year: 2022,
  published_on: null,
  source_url: null,
  licence: null,
  publisher: null,
  contact: null,
  issued: null,
  modified: null,
  theme: null,
  update_cycle: null,
  series: '042153-5',
  is_current: true,
}

describe('the foot of a page', () => {
  it('says when and where the document was published and whom to ask, where plan.json has it', () => {
    const stated = { published_on: '2023-08-31', source_url: 'https://example.jp/plan', contact: '行政管理課 <https://example.jp/ask>' }
    const foot = PageFooter({ ...plan, ...stated }, []).text
    expect(foot).toContain('文書の公表日: 令和5年8月31日')
    expect(foot).toContain('文書の公表ページ: <a rel="external" href="https://example.jp/plan">https://example.jp/plan</a>')
    expect(foot).toContain('問い合わせ先: <a rel="external" href="https://example.jp/ask">行政管理課 &lt;https://example.jp/ask&gt;</a>')
  })

  it('leaves out what plan.json does not say', () => {
    expect(PageFooter(plan, []).text).not.toMatch(/公表日|問い合わせ先|publication/)
  })
})
