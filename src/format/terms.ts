import { nothingWords } from './nothing-words.ts'

/** What a word of the pages means. */
export interface Term {
  readonly word: string
  readonly meaning: string
}

/** The words of the pages that need it, with what they mean: the one list that cards and the page about the site take them from. */
export const terms = {
  effect: {
    word: '効果額',
    meaning: '文書の「取組による効果」に書かれた金額。寄附の受入額は節減や増収とは性質が違うので、分けて示す。',
  },
  comparable: {
    word: '同じ内容の効果',
    meaning:
      'どの年度でも同じ名前で書かれ、寄附でない効果。年度の増減はこれだけで見る。どこかの年度で名前が違う項目の効果は、全年度とも「年度で内容が違う効果」とし、率を出さない。',
  },
  part: {
    word: '内数 (うち)',
    meaning: '「うち」で始まる、別の行に含まれる金額や人数。内数を含む行に入っているので、合計に2度足さない。',
  },
  total: { word: '再計算した総計', meaning: '各年度の効果額を、内数を除いて足したもの。公表の総計とは別に持つ。' },
  year: { word: '年度', meaning: '4月から翌年3月まで。始まる年の西暦で数え、令和2年度は2020年度。元号と西暦を並べて書く。' },
  rating: { word: '総括評価', meaning: '文書に記載された、プランの期間を通した評価。このサイトは評価をし直さない。' },
  change: {
    word: '増減',
    meaning:
      '前年度との差。表では増えたときに+、減ったときに−を付け、文と図では「45.8%減」のように言葉で書く。1,000%を超える率は表だけに置く。文書の△と▲は−と読んだ。',
  },
  share: { word: '構成比', meaning: '年度の全体に占める割合。寄附を除くときは、寄附の受入のほかの効果の中の割合。' },
  target: {
    word: '目標・計画',
    meaning: '文にある数値目標と、定員管理計画の人数。達成・未達は、文書がそう書いていればそのとおりとし、書いていなければ数の大小による。',
  },
  repeat: { word: '再掲', meaning: '別の項目にも書かれた実績や金額。金額は、もとの項目で1度だけ数える。' },
  scope: { word: '納付額の範囲', meaning: '文書が期間や対象を限って書いた納付額は、その分だけの額。ほかの期間や対象の納付は、文書に書かれていない。' },
  check: { word: '照合', meaning: '文書の中で同じことを述べた数字や、合計と内訳を突き合わせること。一致しなくても、どちらの数字も直さず、両方を残す。' },
} as const satisfies Readonly<Record<string, Term>>

export type TermId = keyof typeof terms

/** All of these words by their ids, and the words for each kind of nothing. */
export const allTerms: readonly (Term & { readonly id: string })[] = [
  ...Object.entries<Term>(terms).map(([id, term]) => ({ id, ...term })),
  ...nothingWords.map(({ word, meaning }, index) => ({ id: `nothing-${index + 1}`, word, meaning: `${meaning}。` })),
]
