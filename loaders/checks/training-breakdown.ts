import { grouped } from '../document/grouped.ts'
import { trainings } from '../records/trainings.ts'
import { compare, type Finding, operand, type Rule, yearOf } from './check.ts'

/** The participants of an institute = the sum of its breakdown 【…研修…人、…】. */
export const trainingBreakdown = {
  id: 'training-breakdown',
  title: '研修の人数 = 内訳の合計',
  tables: [trainings],
  compares: true,
  find({ rows }) {
    const partsOf = grouped(rows(trainings), (row) => `${yearOf(row)} ${row.part_of}`)
    return rows(trainings).flatMap((whole): Finding[] => {
      const parts = partsOf.get(`${yearOf(whole)} ${whole.training_no}`)
      if (!parts || whole.participants === null || parts.some(({ participants }) => participants === null)) return []
      return [
        compare({
          at: whole,
          statement: `${whole.course}の人数と内訳の合計 (人)`,
          published: operand(whole.course, whole.participants, whole.participants_figure_no),
          formula: 'sum',
          computed: parts.flatMap((part) => operand(part.course, part.participants, part.participants_figure_no)),
        }),
      ]
    })
  },
} as const satisfies Rule
