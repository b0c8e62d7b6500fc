import { compare, grouped, type Rule, total, yearOf } from './check.ts'

/** The participants of an institute = the sum of its breakdown 【…研修…人、…】. */
export const trainingBreakdown: Rule = ({ readings }) => {
  const partsOf = grouped(readings.trainings, (row) => `${yearOf(row)} ${row.part_of}`)
  return readings.trainings.flatMap((whole) => {
    const parts = partsOf.get(`${yearOf(whole)} ${whole.training_no}`)
    if (!parts || whole.participants === null || parts.some(({ participants }) => participants === null)) return []
    return [
      compare('training-breakdown', whole, whole.participants, total(parts.map(({ participants }) => participants)), `${whole.course}の人数と内訳の合計 (人)`),
    ]
  })
}
