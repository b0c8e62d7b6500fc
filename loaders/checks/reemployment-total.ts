import { compare, type Rule } from './check.ts'

/** 再任用職員 = フルタイム + 短時間, for all of them and for the retirees of the year before who were rehired. */
export const reemploymentTotal: Rule = ({ readings }) =>
  readings.reemployment.flatMap((year) =>
    [
      [year.total, year.full_time, year.short_time, '再任用職員数とフルタイム・短時間の合計 (人)'] as const,
      [year.rehired, year.rehired_full_time, year.rehired_short_time, '再任用された定年退職者数とフルタイム・短時間の合計 (人)'] as const,
    ].flatMap(([whole, fullTime, shortTime, statement]) =>
      whole !== null && fullTime !== null && shortTime !== null ? [compare('reemployment-total', year, whole, fullTime + shortTime, statement)] : [],
    ),
  )
