import { describe, expect, it } from 'vitest'
import { usesOnPages } from '../../src/evidence/uses.ts'
import type { Fact, Figure } from '../../src/facts/fact.ts'

function read(figureNo: number): Fact {
  return { kind: 'read', value: 1, unit: '円', figure: { figure_no: figureNo } as Figure }
}

/** A sum of read facts. */
function sumOf(...figures: readonly number[]): Fact {
  const operands = figures.map((figure) => ({ name: '', fact: read(figure) }))
  return {
    kind: 'computed',
    id: `sum of ${figures}`,
    value: figures.length,
    unit: '円',
    formula: { kind: 'sum', words: '', operands: [] },
    places: undefined,
    operands,
  }
}

describe('uses on pages', () => {
  it('belong to the card that shows a number or what was computed of it, each card once, else to the page', () => {
    const cards = [{ id: 'a', finding: '増えた', facts: [read(1), sumOf(1, 2)] }]
    const uses = usesOnPages([{ path: '/effects', title: '効果額', looseFacts: [read(1)], cards }])
    const card = { group: '効果額', name: '増えた', href: 'effects.html#a' }
    expect([...uses]).toEqual([
      [1, [card, { group: '効果額', name: 'ページの初め', href: 'effects.html' }]],
      [2, [card]],
    ])
  })

  it('of a page in a folder have its whole address', () => {
    const uses = usesOnPages([{ path: '/items/03', title: 'No.3', looseFacts: [], cards: [{ id: 'b', finding: '減った', facts: [read(7)] }] }])
    expect(uses.get(7)).toEqual([{ group: 'No.3', name: '減った', href: 'items/03.html#b' }])
  })
})
