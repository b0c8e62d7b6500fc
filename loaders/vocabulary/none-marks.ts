/** Dashes and dots that stand for nothing; the inside of a class of characters. */
const dashes = '-―…‥'
const notYetKnown = '(?:調査|集計|算定|精査)中|未定|未確定|未算定|算定不可|算出不可'

/** An entry of a list that says that there is nothing to enter: 特になし。, 該当なし, －. */
export const noEntry = new RegExp(`^(?:[${dashes}－]+|(?:特に|とくに)?(?:該当)?(?:なし|無し|ありません)|該当(?:事項|項目)?なし)[。．]?$`)

/** A cell of a schedule that plans nothing: －, …, なし. */
export const nonePlanned = new RegExp(`^(?:[${dashes}]+|なし)$`)

/** A cell of an effects table that states no effect, or none yet: －, 該当なし, 集計中. */
export const noEffect = new RegExp(`^(?:[${dashes}・*]+|なし|該当なし|皆増|皆減|${notYetKnown})$`)

/** The same behind a label in one cell: 削減額 －. */
export const noEffectAfterLabel = new RegExp(String.raw`(?<=\S\s+)(?:[${dashes}*]+|なし|該当なし|${notYetKnown})(?=\s|うち|$)`, 'g')
