import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { questionNames, readQuestions } from '../../src/questions/question-files.ts'
import { chosenSql, parseQuestion } from '../../src/questions/questions.ts'
import { root } from '../support/plans.ts'

const text = `-- 効果額
-- 一行目。
-- 二行目。
SELECT amount_yen
FROM effects
WHERE plan_id = $plan
  AND item_no = $item
  AND list_contains(departments, $department)
`

describe('a ready question', () => {
  const question = parseQuestion('effects', text)

  it('has its title, description and choices from its file', () => {
    expect(question).toMatchObject({ name: 'effects', title: '効果額', description: '一行目。二行目。', choices: ['item', 'department'] })
  })

  it('leaves out the lines of choices that are open', () => {
    expect(chosenSql(question, { plan: 'p' })).toBe("-- 効果額\n-- 一行目。\n-- 二行目。\nSELECT amount_yen\nFROM effects\nWHERE plan_id = 'p'")
  })

  it('writes what was chosen into the query, quotes doubled', () => {
    const sql = chosenSql(question, { plan: "o'p", item: 21, department: '財政課' })
    expect(sql).toContain("WHERE plan_id = 'o''p'\n  AND item_no = 21\n  AND list_contains(departments, '財政課')")
  })
})

describe('the ready questions', () => {
  const questions = readQuestions()

  it('are those that the page and the terminal offer, in this order', () => {
    expect(questions.map(({ title }) => title)).toEqual([
      '効果額の増減率',
      '計画と実績の差',
      '債権別の収納',
      '評価と効果',
      '公表値と再計算値の差',
      'この数字の出典',
      'できなかったことと今後の課題',
      '表と列の意味',
    ])
  })

  it('say in Japanese what they answer', () => {
    for (const { name, description } of questions) expect([name, description]).toEqual([name, expect.stringMatching(/\p{Script=Hiragana}.*。$/su)])
  })
})

it('every file of a question is offered', () => {
  const files = readdirSync(join(root, 'src/questions')).flatMap((name) => /^(.+)\.sql$/.exec(name)?.[1] ?? [])
  expect([...questionNames].sort()).toEqual(files.sort())
})
