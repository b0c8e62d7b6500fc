import { type GivenWords, isMeaning, meaningNames } from '../../loaders/form-by-hand.ts'
import type { FoundKind, FoundWords } from '../../loaders/structure/found-words.ts'
import { formatNumber } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'

const kindNames = { head: '項目の番号の前', label: '見出し', column: '一覧の列の名' } as const satisfies { [K in FoundKind]: string }

/** A word that may be given a meaning, with the one that it has. */
type OwnWords = Pick<FoundWords, 'kind' | 'words'> & { count?: number; line?: number; meaning?: string }

/** The words of a document by which it may be laid out, each to be given its meaning; those that have one come first. */
export function FormView(found: readonly FoundWords[], given: readonly GivenWords[], isOpen: boolean): Html {
  const isGiven = ({ kind, words }: FoundWords) => given.some((one) => one.kind === kind && one.words === words)
  const all: OwnWords[] = [...given, ...found.filter((one) => !isGiven(one))]
  return html`<details class="card reader-own"${isOpen && html` open`}><summary id="reader-own-title">様式を手で決める</summary>
<p>知っている様式に合わない文書は、見出しの言葉が何を指すかを下で選ぶと、その様式で読み直せる。保存した様式は、ここで開くか、端末で <code>npm run --silent ingest -- 文書 --form 様式.json</code> として使える。</p>
${all.length > 0 ? WordsTable(all) : html`<p>様式の知らない見出しらしい言葉は見つからなかった。</p>`}
<p class="reader-choices"><label>保存した様式を開く <input type="file" name="form" accept=".json"></label></p>
<p class="downloads"><button type="button" data-do="reread"${all.length === 0 && html` disabled`}>この意味で読み直す</button> <button type="button" data-do="save-form"${given.length === 0 && html` disabled`}>様式を保存 (JSON)</button></p></details>`
}

function WordsTable(all: readonly OwnWords[]): Html {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-labelledby="reader-own-title"><table aria-labelledby="reader-own-title">
<thead><tr><th scope="col">言葉</th><th scope="col">種類</th><th scope="col">出る所</th><th scope="col">意味</th></tr></thead>
<tbody>${all.map((one, index) => html`<tr><th scope="row" id="reader-own-${index}">${one.words}</th><td data-heading="種類">${kindNames[one.kind]}</td><td data-heading="出る所">${placeOf(one)}</td><td data-heading="意味">${MeaningField(one, index)}</td></tr>`)}</tbody>
</table></div>`
}

function placeOf({ count, line }: OwnWords): string {
  return count === undefined || line === undefined ? '' : `${formatNumber(count)}回、初めは${formatNumber(line)}行`
}

function MeaningField({ kind, words, meaning = '' }: OwnWords, index: number): Html {
  const names = Object.entries<string>(meaningNames[kind])
  return html`<select data-kind="${kind}" data-words="${words}" aria-labelledby="reader-own-${index}"><option value="">(見出しではない)</option>${names.map(([value, name]) => html`<option value="${value}"${value === meaning && html` selected`}>${name}</option>`)}</select>`
}

/** The words that were given a meaning in the table. */
export function chosenWords(place: HTMLElement): GivenWords[] {
  return [...place.querySelectorAll<HTMLSelectElement>('select[data-words]')].flatMap(({ value, dataset: { kind, words = '' } }) => {
    const isChosen = value !== '' && isKind(kind) && isMeaning(kind, value)
    return isChosen ? [{ kind, words, meaning: value } as GivenWords] : []
  })
}

function isKind(kind: string | undefined): kind is FoundKind {
  return kind !== undefined && Object.hasOwn(kindNames, kind)
}
