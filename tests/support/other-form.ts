import type { GivenWords } from '../../loaders/form-by-hand.ts'

/** A document of a form that is not built in. */
export const otherForm = `見本市行革プラン

項目 1 窓口の集約
所管課\t市民課、税務課
【令和3年度の取組実績】
・窓口を2つにまとめた。
【効果額】
令和3年度\t人件費\t1,000千円
【評価】\tA

項目 2 書類の電子化
所管課\t総務課
【令和3年度の取組実績】
・書類4,000枚を読み取った。
【効果額】
令和3年度\t紙代\t300千円
`

/** What its words mean. */
export const handForm: readonly GivenWords[] = [
  { kind: 'head', words: '項目', meaning: 'item' },
  { kind: 'label', words: '所管課', meaning: 'departments' },
  { kind: 'label', words: '【効果額】', meaning: 'effects' },
  { kind: 'label', words: '【評価】', meaning: 'rating' },
]
