import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** The words of every cell of a card's table, row by row. */
async function tableOf(id: string): Promise<string[][]> {
  const { page } = await site.open('staffing.html', { javaScriptEnabled: false })
  const rows = await page
    .locator(`#${id} tbody tr`)
    .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => (cell as HTMLElement).innerText.trim())))
  await page.context().close()
  return rows
}

describe('staffing', () => {
  it('says how far the head count is from plan and from the target ahead', async () => {
    const { page } = await site.open('staffing.html')
    const lead = await page.locator('.lead').innerText()
    expect(lead).toContain('令和4年4月1日の職員数（一般職＋再任用フルタイム）は977人で、計画より7人少ない。令和7年度の目標990人まであと13人。')
    expect(lead).toContain('前年度に定年退職した40人のうち38人 (95.0%) が再任用された。')
    await page.context().close()
  })

  it('shows plan, actual and gap by date', async () => {
    expect(await tableOf('head-counts')).toEqual([
      ['令和2年4月1日', '令和2年度 (2020)', '980', '986', '+6', 'データなし'],
      ['令和3年4月1日', '令和3年度 (2021)', '982', '980', '−2', '−6'],
      ['令和4年4月1日', '令和4年度 (2022)', '984', '977', '−7', '−3'],
    ])
  })

  it('says in words which way a number went', async () => {
    const { page } = await site.open('staffing.html')
    const title = (id: string) => page.locator(`#${id}-title`).innerText()
    expect(await title('staffing-gaps')).toBe('職員数（一般職＋再任用フルタイム）は令和2年度に計画より6人多く、令和4年度は計画より7人少ない')
    expect(await title('rehired-staff')).toBe('再任用職員は令和4年度に69人、前年度より14人増。フルタイムは67人')
    expect(await title('survey-scores')).toBe('職員意識調査の総合点は令和4年度に63点、前年度より2点減')
    await page.context().close()
  })

  it('opens a receipt for the way to the target', async () => {
    const { page } = await site.open('staffing.html')
    await page.locator('#head-counts h2 .computed').click()
    const receipt = await page.locator('.receipt:popover-open').innerText()
    expect(receipt).toContain('目標 − 実績')
    expect(receipt).toMatch(/目標 令和7年度 \(2025\)\s*990人/)
    expect(receipt).toMatch(/実績 令和4年4月1日\s*977人/)
    expect(receipt).toContain('+13人')
    await page.context().close()
  })

  it('shows rehired staff by kind, and no rate where none can be computed', async () => {
    expect(await tableOf('rehired-staff')).toEqual([
      ['令和2年度 (2020)', '59', '51', '8', 'データなし', 'データなし'],
      ['令和3年度 (2021)', '55', '51', '4', '−4', '−6.8%'],
      ['令和4年度 (2022)', '69', '67', '2', '+14', '+25.5%'],
    ])
    expect(await tableOf('rehire-rate')).toEqual([
      ['令和2年度 (2020)', '記載なし', '記載なし', '記載なし', '記載なし', 'データなし'],
      ['令和3年度 (2021)', '31', '25', '23', '2', '80.6%'],
      ['令和4年度 (2022)', '40', '38', '38', '0', '95.0%'],
    ])
  })

  it('links each rehired count to its own words, not to another number of that value', async () => {
    const { page } = await site.open('staffing.html')
    const hrefs = await page
      .locator('#rehire-rate tbody tr:nth-child(2) td.number > .read')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const before: string[] = []
    const { page: source } = await site.open('source.html')
    for (const href of hrefs) {
      before.push(
        await source.locator(`#${href?.split('#')[1]}`).evaluate((mark) => `${(mark.previousSibling?.textContent ?? '').slice(-6)}${mark.textContent}`),
      )
    }
    expect(before).toEqual(['定年退職者31人', '25人', 'フルタイム23人', '短時間2人'].map((words) => expect.stringMatching(`${words}$`)))
    await page.context().close()
    await source.context().close()
  })

  it('shows scores with their changes, 自己成長 linked to the list that states it', async () => {
    expect(await tableOf('survey-scores')).toEqual([
      ['令和2年度 (2020)', '64', 'データなし', '61', 'データなし'],
      ['令和3年度 (2021)', '65', '+1', '61', '±0'],
      ['令和4年度 (2022)', '63', '−2', '59', '−2'],
    ])
    const { page } = await site.open('staffing.html')
    const titles = await page.locator('#survey-scores tbody tr td:nth-child(4) > .read').evaluateAll((links) => links.map((link) => link.getAttribute('title')))
    expect(titles).toEqual(['原文219行「61 点」', '原文219行「61 点」', '原文219行「59 点」'])
    await page.context().close()
  })

  it('shows the response rate as printed and as computed, and says where they differ', async () => {
    expect(await tableOf('response-rate')).toEqual([
      ['令和2年度 (2020)', '985', '946', '96.0%', '96.0%', '±0.0'],
      ['令和3年度 (2021)', '970', '956', '98.6%', '98.6%', '±0.0'],
      ['令和4年度 (2022)', '969', '946', '97.0%', '97.6%', '−0.6'],
    ])
    const { page } = await site.open('staffing.html')
    expect(await page.locator('#response-rate .attention').innerText()).toContain(
      '令和4年度 (2022)の回答率は97.0%と公表されているが、文書の人数から再計算すると97.6% (差 −0.6ポイント)。',
    )
    await page.context().close()
  })

  it('shows training by course and year, sessions together, parts apart, courses without a number said', async () => {
    const courses = await tableOf('in-house-training')
    expect(courses).toContainEqual(['新規採用職員研修', '64', '118', '105'])
    expect(courses).toContainEqual(['DX研修', 'データなし', '67', '58'])
    expect(courses).toContainEqual(['被評価者研修', 'データなし', 'データなし', '740'])
    expect(courses.slice(-3)).toEqual([
      ['うち動画・配信', 'データなし', 'データなし', '740'],
      ['動画・配信を除く', '507', '652', '815'],
      ['計 (延べ)', '507', '652', '1,555'],
    ])
    const institutes = await tableOf('external-training')
    expect(institutes).toContainEqual(['宮城県市町村職員研修所のうち階層別研修', '104', '157', '172'])
    expect(institutes.at(-1)).toEqual(['計 (延べ)', '154', '204', '236'])
    const { page } = await site.open('staffing.html')
    expect(await page.locator('#in-house-training h2').innerText()).toContain('延べ1,555人、138.5%増 (動画・配信の740人を除くと815人、25.0%増)')
    expect(await page.locator('#in-house-training .scope').innerText()).toContain('令和4年度の被評価者研修は動画・配信')
    expect(await page.locator('#in-house-training .attention').innerText()).toContain(
      '令和2年度の「新型コロナウイルス感染症基礎講座」は受講者の数が書かれていない',
    )
    await page.context().close()
  })
})
