// Starts the page of SQL. Browsers give a page that was opened as a file neither modules nor workers, so that DuckDB cannot run
// there: then the page says so, and the ready questions stay answered in it.

const { src } = document.currentScript as HTMLScriptElement
const reason = document.querySelector('.sql-reason') as HTMLElement

if (location.protocol === 'file:')
  reason.textContent =
    'このページはファイルとして開かれている (file://)。その場合、ブラウザはSQLの実行に要る部品 (モジュール、ワーカー、WebAssembly) の読み込みを許さない。' +
    'フォルダーをウェブサーバーに置いて開くと実行できる。'
else void import(new URL('sql.js', src).href)
