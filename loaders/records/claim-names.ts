import type { Words } from '../document/words.ts'
import { amountPattern } from '../vocabulary/amounts.ts'

const listLead = new RegExp(String.raw`^[\s、,・]+|${amountPattern}\s*|円\s*(?:\([^()]*\)\s*)?[、,]?\s*|[。:]\s*`, 'g')
const noun = String.raw`[\p{Script=Han}\p{Script=Katakana}]`
/** What joins a name to the one before it in a list. */
const listMark = new RegExp(String.raw`^(?:[/①-⑳]|(?:と|及び|並びに)(?=${noun}))\s?`, 'u')
/** What ends a clause right before a noun: 滞納分として, 差押えにより, 前年度より多い, 催告を進め、 */
const clauseEnd = new RegExp(
  String.raw`(?:滞納分の|に対して?|として|によって|により|による|について|のうち|より|から|新たに|[はで]|[しっめけえきいせれ]て|(?:[しっいめえけ]|され)た|する|される|ている|多い|少ない|(?<=[ぁ-ん])[、,])\s?(?=${noun})`,
  'gu',
)
const countBehind = /\s?\(?\d[\d,]{0,12}\s?(?:件|人|名|世帯|社)\)?$/
const article = /第\d+[条項号]/g
/** What no claim's name holds: a number, a particle of a clause, a year or state of another amount, a sum. */
const otherwise = new RegExp(
  String.raw`\d|を|^に|(?<=${noun})(?:[がへ]|に(?![係関伴]))(?=${noun})|(?:として|による|より|から|[てはがにで])$|[前昨翌]年|目標|見込|予算|調定|^うち|^(?:合|小|総)?計|(?:合計|総額|内訳|(?:納付|収納|徴収|回収)額)$`,
  'u',
)

/** The words before an amount that may name its claim: what follows the amount, sentence or words that lead the list in. */
export function wordsOfName(before: Words): Words {
  const lead = before.matches(listLead).at(-1)
  const name = before.slice(lead?.end ?? 0).trim()
  return name.slice(name.match(listMark)?.end ?? 0).trim()
}

/** The claim that words before an amount name, without the clause that leads to it and a count behind it; undefined where they may be no name. */
export function claimName(words: Words): Words | undefined {
  const count = words.match(countBehind)
  const named = count && count.index > 0 ? words.slice(0, count.index) : words
  const name = named.slice(named.matches(clauseEnd).at(-1)?.end ?? 0).trim()
  return name.isEmpty || otherwise.test(name.form.replace(article, '')) ? undefined : name
}
