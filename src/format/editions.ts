import { eraYear } from './years.ts'

/** The editions of a document, in Japanese. */
export const editions: Readonly<Record<string, string>> = { published: '公表版', digest: '要約版', sample: '見本' }

/** An edition of a plan by the last year that it reports, else by its document: 令和6年度版. */
export function editionName({ as_of_fiscal_year, source_name }: { as_of_fiscal_year: number | null; source_name: string }): string {
  return as_of_fiscal_year === null ? source_name : `${eraYear(as_of_fiscal_year)}版`
}

/** What the view of the document is called: 原文, or that it is a digest of it. */
export function sourceViewName({ edition }: { edition: string | null }): string {
  return edition === 'digest' ? '原文の要約' : '原文'
}

/** What a digest has of the published document, and what not. */
export const digestNote = '数字・名称・評価は公表文書のとおり、文章は要約して書き直したもの。'
