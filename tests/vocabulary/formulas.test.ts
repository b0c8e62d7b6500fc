import { describe, expect, it } from 'vitest'
import { evaluate, type FormulaKind } from '../../loaders/vocabulary/formulas.ts'

describe('formulas', () => {
  it.each<[FormulaKind, readonly number[], number | undefined, number]>([
    ['sum', [1_000, 9_000], undefined, 10_000],
    ['sum', [0.1, 0.2], undefined, 0.3],
    ['sum', [35_841_904, 2_582_052_123_450_000], undefined, 2_582_052_159_291_904],
    ['difference', [977, 984], undefined, -7],
    ['difference', [97, 97.6], undefined, -0.6],
    ['remainder', [986, 6], undefined, 980],
    ['remainder', [977, -7], undefined, 984],
    ['change_percent', [4_732_000, 406_172_000], 1, 8483.5],
    ['change_percent', [40, 30], 1, -25],
    ['percent', [946, 969], 1, 97.6],
    ['percent', [23, 40], 0, 58],
    ['quotient', [798_597_550, 59_937], 0, 13_324],
    ['quotient', [-5, 2], 0, -3],
    ['count', [5, 5, 5], undefined, 3],
    ['count', [], undefined, 0],
  ])('%s of %j to %s places is %d', (kind, operands, places, value) => {
    expect(evaluate(kind, operands, places)).toBe(value)
  })
})
