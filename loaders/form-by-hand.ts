import type { Form, LabelForm, ListColumn, ListRole, PartForm, PartKind, Phrase } from './forms/form.ts'
import type { FoundKind } from './structure/found-words.ts'

/** What the labels of a document may be given to mean: parts of a form but for those of years, which their year shows. */
export type LabelMeaning = Exclude<PartKind, 'results' | 'year'>

/** A word of a document with the meaning that it was given. */
export type GivenWords =
  | { kind: 'head'; words: string; meaning: 'item' }
  | { kind: 'label'; words: string; meaning: LabelMeaning }
  | { kind: 'column'; words: string; meaning: ListRole }

/** What words of each kind may be given to mean, in the words of the page. */
export const meaningNames = {
  head: { item: '項目の見出し (番号の前の言葉)' },
  label: {
    departments: '担当課',
    schedule: '改善スケジュール',
    initiatives: '主な取組内容',
    verification: '検証',
    achieved: '達成できたこと',
    not_achieved: '達成できなかったこと',
    effects: '取組による効果',
    rating: '評価',
    next: '今後の課題',
  },
  column: {
    no: '番号',
    name: '項目名',
    departments: '担当課',
    year: '年度',
    initiatives: '取組内容',
    results: '実績',
    review: '検証',
    achieved: '達成できたこと',
    not_achieved: '達成できなかったこと',
    effect: '効果の内容',
    count: '件数',
    amount: '効果額',
    rating: '評価',
    next: '今後の課題',
  },
} as const satisfies { head: { item: string }; label: { [K in LabelMeaning]: string }; column: { [R in ListRole]: string } }

/** Signs that may come right behind a label that is in no brackets. */
const behindLabels = ':①○●◯・-【('

/** A form with words that were given a meaning by hand; `ingest --form` takes it as JSON. */
export function formByHand(base: Form, given: readonly GivenWords[]): Form {
  const heads = given.flatMap(({ kind, words }) => (kind === 'head' ? [words] : []))
  const columns = given.flatMap((words) => (words.kind === 'column' ? [columnOf(base, words)] : []))
  return {
    ...base,
    id: 'by-hand',
    title: `${base.title.replace(/ \(手で決めた様式\)$/, '')} (手で決めた様式)`,
    item: { ...base.item, ...(heads[0] !== undefined && { example: `${heads[0]} 1 項目名` }), heads: [...base.item.heads, ...heads.map(phraseOf)] },
    parts: base.parts.map((part) => withLabels(part, given)),
    ...(base.list && { list: { ...base.list, columns: [...base.list.columns, ...columns] } }),
  }
}

function withLabels(part: PartForm, given: readonly GivenWords[]): PartForm {
  const labels = given.flatMap((words) => (words.kind === 'label' && words.meaning === part.kind ? [labelOf(part, words.words)] : []))
  return { ...part, labels: [...part.labels, ...labels] }
}

function labelOf({ holds }: PartForm, words: string): LabelForm {
  const phrase = phraseOf(words)
  const isInBrackets = words.startsWith('【')
  if (holds !== 'names') return isInBrackets ? { words: phrase } : { words: phrase, marks: behindLabels }
  return { words: isInBrackets && !words.endsWith('】') ? `${phrase} {names}】` : `${phrase}[ :] {namesInCell}` }
}

function columnOf(base: Form, { words, meaning }: Extract<GivenWords, { kind: 'column' }>): ListColumn {
  const alike = base.list?.columns.find(({ role }) => role === meaning)
  return { ...alike, role: meaning, heads: [phraseOf(words)] }
}

/** Words as a phrase of a form: brackets with blanks or none inside, signs of phrases as they are. */
function phraseOf(words: string): Phrase {
  return words
    .replace(/[[\]|{}\\]/g, (sign) => `\\${sign}`)
    .replace(/^【/, '【 ')
    .replace(/】$/, ' 】')
    .replace(/:$/, ' :')
}

/** Whether a word of a kind may be given a meaning. */
export function isMeaning(kind: FoundKind, meaning: string): boolean {
  return Object.hasOwn(meaningNames[kind], meaning)
}
