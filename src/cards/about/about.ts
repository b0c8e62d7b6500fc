import { amountsInWords } from '../../../loaders/ledger/read-counts.ts'
import type { RoleId } from '../../../loaders/ledger/roles.ts'
import type { Table } from '../../../loaders/records/table.ts'
import { type Row, type TableKey, tables } from '../../../loaders/tables.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { FactInFull } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { editions } from '../../format/editions.ts'
import { formatNumber, noData } from '../../format/numbers.ts'
import { licenceFact, publicationFacts } from '../../format/publication.ts'
import { roleName } from '../../format/roles.ts'
import { allTerms } from '../../format/terms.ts'
import { eraYear, yearRange } from '../../format/years.ts'
import { type Html, html, joinWords, type Phrase, phrase, type Words } from '../../markup/html.ts'
import { DataTable } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { ItemNo } from '../item-links.ts'
import { PublicationWords } from '../publication-words.ts'

const editionMeanings: Readonly<Record<string, string>> = {
  published: '公表された文書を、そのまま読み取った。文章も数字も公表されたとおりである。',
  digest:
    '公表された文書の要約版を読み取った。数字・名称・評価は公表されたとおりで、文章は要約して書き直してある。文言を引くときは、公表された文書で確かめる。',
  sample: '見本の文書を読み取った。数字も文章も実在の自治体のものではない。',
}

/** What edition was read, and what that means. */
export function aboutLead({ warehouse: { plan } }: PageContext): Words {
  return plan.edition === null ? '読み取った文書に、公表版か要約版かの記載はない。' : (editionMeanings[plan.edition] ?? '')
}

/** What was read: edition, municipality, years, document and its hash. */
export function editionSection(page: PageContext): Html {
  const { plan } = page.warehouse
  const facts: readonly (readonly [string, Html | string | number | null])[] = [
    ['プラン', plan.title],
    ['自治体', plan.municipality === null ? null : html`${plan.municipality}${plan.municipality_code !== null && ` (団体コード ${plan.municipality_code})`}`],
    ['期間', yearRange(plan.first_fiscal_year, plan.last_fiscal_year)],
    ['読み取った文書', plan.source_name],
    ['版', plan.edition === null ? null : (editions[plan.edition] ?? plan.edition)],
    ['改革項目', `${formatNumber(page.warehouse.table('items').length)}件`],
    ['文書の大きさ', `${formatNumber(page.warehouse.table('sourceLines').length)}行、数字${formatNumber(page.warehouse.table('figures').length)}個`],
    ['文書のSHA-256', plan.source_sha256],
    ...publicationFacts(plan).map((fact) => [fact.name, PublicationWords(fact)] as const),
  ]
  return html`<section class="about"><h2>版と期間</h2>
<dl class="about-facts">${facts.filter(([, fact]) => fact !== null && fact !== '').map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
<p>ページには作成日を書かない。同じ文書からは、いつ組み立てても同じページができる。どの文書から作ったかは、SHA-256 (ファイルの中身から計算した符号) で確かめられる。</p></section>`
}

/** Which documents were read, where that is more than one: of which plan and years each is, and which of them these pages show. */
export function librarySection({ warehouse: { plan, editions: all } }: PageContext): Html | undefined {
  if (all.length === 1) return undefined
  const listed = all.filter(({ series }) => series === plan.series)
  const stateOf = (each: Row<'plans'>) => (each === plan ? '現行の版。このページが示すプラン' : each.is_current ? '現行の版' : '前の版')
  const rows = listed.map((each) => [
    each.title ?? each.plan_id,
    each.municipality ?? '',
    each.source_name,
    yearRange(each.first_fiscal_year, each.last_fiscal_year),
    each.as_of_fiscal_year === null ? '' : eraYear(each.as_of_fiscal_year),
    stateOf(each),
  ])
  return html`<section class="about" id="library"><h2 id="library-title">読み込んだ文書</h2>
<p>読み込んだ文書は${all.length}件。同じプランの版からは最も新しいものを現行の版とし、表、集計、ファイルにはその行だけを入れた。前の版の行は reform.duckdb の all_editions にある。</p>
${listed.length < all.length && html`<p>下はこのプランの版。すべては<a href="/library.html">収録プラン</a>にある。</p>`}
${DataTable({ head: ['プラン', '自治体', '文書', '期間', '実績の最後の年度', '扱い'], rows }, 'library-title')}</section>`
}

/** How a number is traced, how a contradiction is handled, and what a missing page means. */
export function methodSection(page: PageContext): Html {
  return html`<section class="about"><h2>作り方</h2>
<h3>数字のたどり方</h3>
<p>文書を行ごとに読み、項目・年度・部分に分け、決まった書式の値を表にした。表の行は、もとになった文の行と桁を持つ。ページの数字は3通りに分かれる。</p>
<ul><li>下線の数字は、文書から読み取った数字。<a href="/source.html">原文</a>のその場所へつながる。単位を変えて示すときは、もとの書き方を添える。</li>
<li>点線の数字は、再計算した数字。押すと式と、計算に使った数字が出る。その数字もまた原文へつながる。</li>
<li>線のない数字は、行や項目を数えただけのもの。</li></ul>
${readShare(page.warehouse)}
<h3>数値が一致しない箇所の扱い</h3>
<p>同じことを2度述べた数字や、合計と内訳を突き合わせた。${checkWords(page.warehouse)}一致しなくても、どちらの数字も直さず、両方を残す。総計が合わないときは、年度ごとの値から再計算した総計をページに使い、公表の総計も並べて示す。</p>
<h3>欠けたページの扱い</h3>
${missingWords(page)}
<p>見出しのない部分は、番号の並びから、どの項目のものか1つに決まるときだけその項目に入れる。決まらないときは、どの項目にも入れない。文書にない値は「${noData}」と書き、0とはしない。</p></section>`
}

function readShare(warehouse: Warehouse): Html {
  const counts = warehouse.readCounts
  const unread = warehouse.table('sourceLines').filter(({ part }) => part === 'unread').length
  const list = counts.amounts.open > 0 && html` (<a href="/checks.html#open-amounts">一覧</a>)`
  return html`<p>文書にある数字${formatNumber(counts.numbers)}個のうち、読み取ったのは${formatNumber(counts.read)}個${counts.read === counts.numbers ? ' (すべて)' : ''}。${amountsInWords(counts)}${list}。読み取れなかった行は${formatNumber(unread)}行。分からなかったものも捨てず、<a href="/source.html">原文</a>に印を付けて残す。</p>`
}

function checkWords(warehouse: Warehouse): Html {
  const { compared, differs } = warehouse.checkTotals
  if (compared === 0) return html`この文書には突き合わせられる組がなかった。`
  return html`<a href="/checks.html">${formatNumber(compared)}組を突き合わせ</a>、${differs === 0 ? 'すべて一致した' : `${formatNumber(differs)}組が一致しなかった`}。`
}

function missingWords(page: PageContext): Html {
  const sections = page.warehouse
    .table('checks')
    .filter(({ rule, outcome, item_no }) => rule === 'section-present' && outcome === 'missing' && item_no !== null)
  if (sections.length === 0) return html`<p>この文書には、見出しのあるページが欠けた項目はない。</p>`
  return html`<p>この文書では、${sections.map(({ item_no }, index) => html`${index > 0 && '、'}${ItemNo(page, { item_no: item_no as number })}`)}の見出しのあるページが欠けている。欠けたページにあったはずの内容は分からないので、その項目の一部は「${noData}」になる。取組がなかったという意味ではない。</p>`
}

/** What the words of the pages mean, and how many numbers of each role there are. */
export function definitionsSection(page: PageContext): Html {
  const roles = page.warehouse.mart('figure_roles')
  return html`<section class="about"><h2>言葉の意味</h2>
<dl class="terms">
${allTerms.map(({ id, word, meaning }) => html`<div id="meaning-${id}"><dt>${word}</dt><dd>${meaning}${id === 'total' && TotalsApart(page)}</dd></div>`)}
</dl>
${roles.length > 0 && html`<h3 id="roles-title">数字の役割</h3><p>文書の数字1つずつに、何を表すかを付けた。金額や人数などの値と、年度・日付・番号などを分けるためである。</p>${DataTable({ head: ['役割', '数字の数'], rows: roles.map(({ role, figures }) => [roleName(role as RoleId | null), { value: figures, shown: formatNumber(figures) }]) }, 'roles-title')}`}</section>`
}

/** Every published table, its grain and rows, and its file. */
export function aboutTablesCard(page: PageContext): Card {
  const keys = Object.keys(tables) as TableKey[]
  const listed = keys.map((key) => ({ key, table: tables[key] as Table, rows: page.warehouse.table(key).length }))
  return {
    id: 'tables',
    finding: `このプランの表は${listed.filter(({ rows }) => rows > 0).length}種類`,
    scope: `表の名前、1行が表すもの、このプランの件数。文書に書かれていない表は0行になる。「集計」のある表は自由集計で開ける。`,
    table: {
      head: ['表', '1行が表すもの', '件数', 'ファイル (Parquet)', '集計'],
      rows: listed.map(({ key, table: { name, title, grain }, rows }) => [
        title,
        grain,
        { value: rows, shown: formatNumber(rows) },
        { value: `${name}.parquet`, shown: html`<a rel="external" download href="${page.root}files/parquet/${name}.parquet">${name}</a>` },
        {
          value: '',
          shown: rows > 0 && key !== 'plans' && key !== 'sourceLines' ? html`<a href="/explore.html?table=${name}" aria-label="${title}を集計">集計</a>` : '',
        },
      ]),
    },
    source: '文書全体',
  }
}

/** What the pages cannot say. */
export function limitsSection({ warehouse }: PageContext): Html {
  const { plan } = warehouse
  return html`<section class="about"><h2>限界</h2><ul>
<li>書かれているのは、${plan.municipality ?? '自治体'}が自ら報告した実績である。このサイトは、文書の中で数字が合うかは調べるが、実際の決算や名簿とは突き合わせていない。</li>
<li>効果額の測り方は項目ごとに違う。項目をまたぐ合計は、大きさの目安である。</li>
<li>文書の表や図の画像からは読み取らない。文字として書かれたものだけを扱う。</li>
<li>決まった書式の外の文は、表の数字にせず、文として<a href="/source.html">原文</a>と<a href="/items/index.html">項目</a>のページに残す。</li>
${plan.edition === 'digest' && html`<li>要約版なので、文の細かな言い回しや、行の位置は公表された文書と違う。原文の行番号は、要約版の行を指す。</li>`}</ul></section>`
}

/** Licences of code and data, and how to report an error. */
export function licenceSection({ warehouse }: PageContext): Html {
  const { plan } = warehouse
  const licence = licenceFact(plan)
  return html`<section class="about"><h2>利用の条件</h2>
<p>プログラム: MITライセンス。著作権の表示を残せば、自由に使い、直し、配れる。</p>
<p>データ: ${licence && html`${PublicationWords(licence)}。`}${plan.source_name}から読み取った事実と数字。使うときは、出典の文書とその版を書く。${plan.edition === 'digest' && `この要約版は${plan.municipality ?? '自治体'}の公表物ではない。`}文書そのものの利用の条件は、文書を公表した者に従う。</p></section>
<section class="about"><h2>誤りを見つけたら</h2>
<p>このサイトを配った担当へ、次の3つを添えて知らせてほしい。誤りが文書にあるのか、読み取りにあるのかを、同じ行を見て確かめられる。</p>
<ol><li>見ていたページのアドレス (自由集計は、条件もアドレスに入っている)</li><li>原文の${warehouse.table('sourcePages').length > 0 ? '場所' : '行番号'} (数字を押すと出る)</li><li>正しいと思う値と、その根拠</li></ol>
<p>文書の中で数値が一致しない箇所は、<a href="/checks.html">照合</a>にまとめてある。</p></section>`
}

/** Where a printed total of effects is not the computed one: both, for each item; undefined where there is none. */
function TotalsApart(page: PageContext): Phrase | undefined {
  const apart = page.warehouse.mart('effect_total_gaps').filter(({ differs }) => differs)
  if (apart.length === 0) return undefined
  const each = apart.map((total) => {
    const [published, computed] = [page.fact(total, 'published_yen'), page.fact(total, 'computed_yen')]
    return phrase`${ItemNo(page, total)}で、公表の総計${FactInFull(page, published)}が再計算した総計${FactInFull(page, computed)}と違う`
  })
  return phrase`この文書では、${joinWords(each, '、')}。`
}
