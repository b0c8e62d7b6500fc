import type { Words } from '../document/words.ts'
import type { Item, Reading } from '../structure/item.ts'

/** 再掲: `（No.3 再掲）`, `【No.3再掲】` or `（No.3・5再掲）` in a year's results, one row for each item it names. */
export function readReferences(item: Item): Reading<'itemReferences'>[] {
  return item.years.flatMap(({ fiscalYear, texts }) =>
    texts
      .filter(({ form }) => form.includes('再掲'))
      .flatMap((text) => text.matches(/[(【](?=[^()【】]*再掲)[^()【】]*[)】]/g).map((match) => text.slice(match.index, match.end)))
      .flatMap((mark) => mark.matches(/(?:(?:No\s*\.?|№)\s*|(?<=\d\s*(?:[・、,]|及び|と)\s*))(\d+)(?:\s*再掲)?/dgi))
      .map((match, index) => {
        return { item_no: item.no, fiscal_year: fiscalYear, reference_no: index + 1, referenced_item_no: Number(match.form(1)), words: match.words() as Words }
      }),
  )
}
