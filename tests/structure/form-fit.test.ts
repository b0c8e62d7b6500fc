import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import type { Form } from '../../loaders/forms/form.ts'
import { reformResults } from '../../loaders/forms/reform-results.ts'
import { chooseForm, headsInstead, labelsInstead } from '../../loaders/structure/form-fit.ts'

const sheets: Form = {
  ...reformResults,
  id: 'sheets',
  parts: [{ kind: 'rating', title: '評価', role: 'rating', holds: 'mark', labels: [{ words: '達成度', marks: '' }] }],
}

describe('a document of several forms', () => {
  const formOf = (text: string) => chooseForm(new Source(text), [reformResults, sheets]).form.id

  it('is of the form that most of its lines are of, the first of several alike', () => {
    expect(formOf('No.1 窓口\n達成度\tA\n')).toBe('sheets')
    expect(formOf('No.1 窓口\n【担当課：総務課】\n3カ年の評価\tA\n')).toBe('reform-results')
    expect(formOf('No.1 窓口\n')).toBe('reform-results')
  })
})

describe('what stands instead of heads', () => {
  it.each([
    ['実施項目番号\t1-(1)-①\t協働の推進', '見出しらしい行: 1行「実施項目番号 1-(1)-① 協働の推進」'],
    ['101\t補助金の見直し\n102\t祝金の見直し', '見出しらしい行: 1行「101 補助金の見直し」、2行「102 祝金の見直し」'],
    ['1. 甲\n2. 乙\n3. 丙\n4. 丁', '見出しらしい行: 1行「1. 甲」、2行「2. 乙」、3行「3. 丙」 など4行'],
    ['No.A-1 公用車の削減と更新の見直し、集約の検討について', '見出しらしい行: 1行「No.A-1 公用車の削減と更新の見直し、集約の…」'],
    ['買い物の覚え書き\n牛乳 2本', '見出しらしい行もない'],
  ])('%j: %s', (text, said) => {
    expect(headsInstead(new Source(text))).toBe(said)
  })
})

describe('what stands instead of labels', () => {
  it('are the words with which several lines begin', () => {
    expect(labelsInstead(new Source('所管課\tA\n目標\t3件\nB\n所管課\tC\n目標\n目標とした。\n実績\t1\n'))).toBe(
      '行の初めにくり返し出る語: 「所管課」「目標」。',
    )
    expect(labelsInstead(new Source('所管課\tA\n'))).toBe('')
  })
})
