import { describe, expect, it } from 'vitest'
import { Source } from '../loaders/document/source.ts'
import { formByHand } from '../loaders/form-by-hand.ts'
import { problemsOf } from '../loaders/form-shape.ts'
import { reformResults } from '../loaders/forms/reform-results.ts'
import { foundWords } from '../loaders/structure/found-words.ts'
import { compileForm } from '../loaders/structure/labels.ts'
import { handForm, otherForm } from './support/other-form.ts'

describe('the words of a document of another form', () => {
  const found = (text: string) => foundWords(new Source(text), compileForm(reformResults)).map(({ kind, words, count, line }) => [kind, words, count, line])

  it('are what stands before numbers of items, labels that come again or stand in brackets', () => {
    expect(found(otherForm)).toEqual([
      ['head', '項目', 2, 3],
      ['label', '所管課', 2, 4],
      ['label', '【効果額】', 2, 7],
      ['label', '【評価】', 1, 9],
    ])
  })

  it('are the heads of a list that are not known', () => {
    expect(found('通し番号\t施策\t所管部署\t進み具合\n1\t窓口\t総務課\t終えた\n')).toEqual([
      ['column', '施策', 1, 1],
      ['column', '進み具合', 1, 1],
    ])
  })
})

describe('a form by hand', () => {
  it('is a form, whatever signs its words have', () => {
    const form = formByHand(reformResults, [
      ...handForm,
      { kind: 'label', words: '[|]{}\\課', meaning: 'next' },
      { kind: 'column', words: '{施策}', meaning: 'name' },
    ])
    expect(problemsOf(form)).toEqual([])
    expect(formByHand(form, []).title).toBe('取組実績一覧 (手で決めた様式)')
  })
})
