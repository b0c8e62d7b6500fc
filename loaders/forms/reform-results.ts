import type { Form } from './form.ts'

/** 取組実績一覧: a page or more for each item, from its schedule to what is left for the next plan, with the results of each year. */
export const reformResults = {
  id: 'reform-results',
  title: '取組実績一覧',
  words: {
    works: ['取組', '取組み', '取り組', '取り組み'],
    main: ['主な', '主要な', '具体的な'],
    contents: ['内容', '項目', '事項'],
    by: ['による', 'の'],
    review: ['検証', '総括', 'まとめ', '成果と課題'],
    missed: ['達成できなかった', '達成できていない', '未達成の', '未達成だった'],
    forNext: ['において', 'における', 'で', 'での', 'に向けて', 'に向けた', 'へ向けて', 'へ向けた', 'の'],
    toDo: ['[取[り]組む[べき]]課題'],
    goingOn: ['引続き', '引き続き', '今後'],
  },
  titles: ['プラン', '計画', '大綱'],
  contents: ['目 次', '[No[.] ]項目', '[No[.] ]取組項目'],
  item: { heads: ['No [.]', '№'], references: ['再掲'] },
  years: {
    marks: '■●◆◇□○▼',
    result: '実績',
    said: ['の', '・', '、', '(', ')', '/', '及び', '主な', '{works}', '実績', '実施', '状況', '成果', '結果', '内容', '見込[み]', '報告', '概要', '進捗'],
    notSaid: ['末', '時点', '現在', '以降', '以後', 'まで', 'から', '比', '目標', '計画', '予定', '予算', '決算', '当初', '現員', '人数', '総額', '合計'],
  },
  parts: [
    { kind: 'departments', role: 'plan', holds: 'names', labels: [{ words: '【 担当[部署|課|部局] : {names}】' }] },
    {
      kind: 'schedule',
      role: 'plan',
      holds: 'table',
      labels: [{ words: '改善・推進[の]内容', marks: '' }],
      columns: ['改善[・推進][の]内容', '改善[・推進]スケジュール', '改善[・推進][の]目標', '年度'],
    },
    { kind: 'initiatives', role: 'plan', holds: 'text', labels: [{ words: '{main}{works}[[の]{contents}]', marks: '①' }] },
    { kind: 'results', role: 'year', holds: 'text', labels: [{ words: '{yearSpan}の[{works}][実績|内容][内容]', marks: '【' }] },
    { kind: 'year', role: 'year', holds: 'text', labels: [{ words: '【 {year} {said}】' }, { words: '【 {year} {titled}】' }] },
    {
      kind: 'verification',
      role: 'review',
      holds: 'lists',
      labels: [
        { words: '{years}の[{works}の]{review}', marks: '【' },
        { words: '【 {years}の振[り]返り 】', key: '振り返り' },
      ],
    },
    {
      kind: 'achieved',
      role: 'review',
      holds: 'text',
      labels: [
        { words: '[①|(1)] 達成できたこと[ {note}][ :]', marks: '○●◯・-' },
        { words: '【 成果 】', within: 'review' },
        { words: '【 達成[できた]事項 】', within: 'review' },
      ],
    },
    {
      kind: 'not_achieved',
      role: 'review',
      holds: 'text',
      labels: [
        { words: '[②|(2)] {missed}こと[ {note}][ :]', marks: '○●◯・-' },
        { words: '【 課題 】', within: 'review' },
        { words: '【 未達成[事項] 】', within: 'review' },
      ],
    },
    { kind: 'effects', role: 'money', holds: 'table', labels: [{ words: '{works}{by}効果[額][ ( [単位 [:] ]{unit} )]', marks: '' }] },
    { kind: 'rating', role: 'rating', holds: 'mark', labels: [{ words: '{years}の評価[ (総括)]', marks: '※' }] },
    {
      kind: 'next',
      role: 'closing',
      holds: 'text',
      labels: [
        { words: '【 {plan}[{forNext}] {toDo} 】[ {remark}]', key: '次期' },
        { words: '【 {goingOn}[の] {toDo} 】[ {remark}]', key: '今後' },
      ],
    },
  ],
  notAfter: { plan: ['achieved', 'not_achieved', 'next'], year: ['next'], review: ['next'] },
  due: [
    { kind: 'departments', title: '担当課', needs: 'label' },
    { kind: 'schedule', title: '改善スケジュール', needs: 'text' },
    { kind: 'initiatives', title: '主な取組内容', needs: 'text' },
    { kind: 'achieved', title: '達成できたこと', needs: 'text' },
    { kind: 'rating', title: '総括評価', needs: 'rating' },
    { kind: 'next', title: '今後の課題', needs: 'text' },
    { kind: 'effects', title: '取組による効果', needs: 'text', ifMoney: true },
  ],
  dueYears: { title: '実績' },
} as const satisfies Form
