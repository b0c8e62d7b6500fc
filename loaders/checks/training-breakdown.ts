import { compare, type Rule, total } from './check.ts'

/** The participants of an institute = the sum of its breakdown 【…研修…人、…】. */
export const trainingBreakdown: Rule = ({ readings }) =>
  readings.trainings.flatMap((whole) => {
    const parts = readings.trainings.filter(
      (part) => part.item_no === whole.item_no && part.fiscal_year === whole.fiscal_year && part.part_of === whole.training_no,
    )
    if (parts.length === 0 || whole.participants === null || parts.some(({ participants }) => participants === null)) return []
    return [
      compare('training-breakdown', whole, whole.participants, total(parts.map(({ participants }) => participants)), `${whole.course}の人数と内訳の合計 (人)`),
    ]
  })
