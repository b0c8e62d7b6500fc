/** What makes a number count years or months, as in 3カ年 and 6か月, in every way it is written; a class of one character. */
export const spanMark = '[カヵヶケか箇]'

/** What follows the number of a span of years: カ年, 年間. */
export const yearsMark = `${spanMark}年|年間`

/** A span of years on folded text: 3カ年, 5年間. */
export const yearSpan = String.raw`\d+\s*(?:${yearsMark})`
