const names: Readonly<Record<string, string>> = {
  amount: '金額',
  count: '数',
  percent: '割合',
  score: '点',
  area: '面積',
  measure: '計量',
  date: '日付',
  year: '年',
  fiscal_year: '年度',
  item_no: '項目番号',
  plan_no: 'プランの次数',
  list_no: '箇条の番号',
  page_no: 'ページ番号',
  ordinal: '順番',
  duration: '期間',
  age: '年齢',
  name: '名前の一部',
}

/** What a number is, in Japanese; NULL is one that could not be read. */
export function roleName(role: string | null): string {
  return role === null ? '読み取れなかった数字' : (names[role] ?? role)
}

const measures: ReadonlySet<string> = new Set(['amount', 'count', 'percent', 'score', 'area', 'measure'])

/** Whether a number of this role measures something; the others are dates, years, numbers of lists and the like. */
export function isMeasure(role: string | null): boolean {
  return role !== null && measures.has(role)
}
