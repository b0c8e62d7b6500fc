/** Why a number of a document is the value of no column, with its name in Japanese. */
export const reasons = {
  year: '年・年度',
  date: '日付・時刻・期間',
  'list number': '番号・順番',
  page: 'ページ番号',
  name: '名前の一部',
  'in a sentence': '文の中',
  repeated: '合計や、同じ値の再度の記述',
  cumulative: '累計',
  superseded: '訂正前の値',
  rate: '差・率',
  unread: '読み取れていない',
} as const satisfies Readonly<Record<string, string>>

/** The id of a reason, as `figures.reason` holds it. */
export type Reason = keyof typeof reasons

/** Every reason, by its id. */
export const reasonIds = Object.keys(reasons) as readonly Reason[]
