import { cached } from '../document/cached.ts'
import type { Words, WordsMatch } from '../document/words.ts'
import { type Item, textsOf } from '../structure/item.ts'
import { fiscalYearOf, namedFiscalYear } from '../vocabulary/eras.ts'
import { decimalPlaces, numeral, roundTo, wholeNumeral } from '../vocabulary/numerals.ts'
import { itemTable, type Reading } from './reading.ts'
import { resultsOf } from './results.ts'
import { type Stated, statedColumns, statedIn } from './stated.ts'
import { column, figureNo, fiscalYear, itemNo, notMeasured, ofItem, people, percent, planId, provenance, type Table } from './table.ts'

const definition = {
  name: 'surveys',
  title: '職員意識調査',
  grain: '調査1回に1行',
  key: ['plan_id', 'item_no', 'fiscal_year'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('surveyed', 'INTEGER', '対象者', '調査の対象になった人数', {
      ...people,
      measure: { title: '調査の対象者', basis: 'actual', isAdditive: false },
    }),
    column('responded', 'INTEGER', '回答者', '回答した人数', {
      ...people,
      measure: { title: '調査の回答者', basis: 'actual', isAdditive: false },
    }),
    column('published_percent', 'DOUBLE', '公表の回答率', '文書で公表された回答率', {
      ...percent,
      measure: { title: '公表の回答率', basis: 'printed', isAdditive: false },
    }),
    column('computed_percent', 'DOUBLE', '再計算した回答率', '回答者 ÷ 対象者。公表値と同じ桁に丸める', {
      ...percent,
      measure: { title: '計算した回答率', basis: 'computed', isAdditive: false },
    }),
    column('score', 'DOUBLE', '総合点', '調査の総合点', {
      unit: '点',
      measure: { title: '調査の総合点', basis: 'actual', isAdditive: false },
    }),
    column('growth_score', 'DOUBLE', '自己成長の点', '「自己成長」の点', {
      unit: '点',
      measure: { title: '調査の自己成長の点', basis: 'actual', isAdditive: false },
    }),
    ...provenance,
    figureNo('surveyed', '対象者'),
    figureNo('responded', '回答者'),
    figureNo('published_percent', '公表の回答率'),
    figureNo('score', '総合点'),
    figureNo('growth_score', '自己成長の点'),
    column('stated_change', 'DOUBLE', '書かれた前年度差', '「前年度より…ポイント」と書かれた総合点の差。下がったなら負', { unit: 'ポイント', ...notMeasured }),
    figureNo('stated_change', '書かれた前年度差'),
  ],
} as const satisfies Table

/** The survey of a year. */
export type SurveyRecord = Reading<typeof definition>

const surveyed = new RegExp(
  String.raw`対象(?:者|は|者は)?\s*(?:正?職員)?\s*[:は]?\s*(?<after>${wholeNumeral})\s*[人名]|(?<before>${wholeNumeral})\s*[人名]を対象`,
  'd',
)
const responded = new RegExp(
  String.raw`(?<number>${wholeNumeral})\s*[人名](?:から|が|より)(?:の)?回答|回答者(?:数)?\s*[は:]?\s*(?<count>${wholeNumeral})\s*[人名]`,
  'd',
)
const rate = new RegExp(String.raw`回答率\s*[は:]?\s*(?<number>${numeral})\s*%`, 'd')
const score = new RegExp(String.raw`総合点(?:数)?\s*[は:]?\s*(?:${numeral}\s*点満点(?:中|で)\s*[、,]?\s*)?(?<number>${numeral})\s*点(?!満)`, 'd')
const change = new RegExp(String.raw`前年度?(?:より|から|比)\s*(?<points>${numeral})\s*ポイント\s*(?<way>上昇|増|向上|改善|低下|減|下降|悪化)`, 'd')
const yearScore = new RegExp(String.raw`(?<year>${namedFiscalYear})\s*[:は]?\s*(?<score>${numeral})\s*点`, 'dg')

/** A survey as a year's results report it. */
export interface Survey {
  fiscalYear: number
  surveyed: Stated | null
  responded: Stated | null
  publishedPercent: Stated | null
  computedPercent: number | null
  score: Stated | null
  /** change of the score on the year before, in points, as stated */
  scoreChange: Stated | null
  words: Words
  /** the words of the response rate */
  rateWords: Words | undefined
}

/** The staff surveys of an item: results that state a response rate or how many of those asked answered. */
export const statedSurveys = cached((item: Item): Survey[] =>
  resultsOf(item)
    .filter(({ words }) => words.form.includes('回答') && (words.match(rate) ?? words.match(responded)))
    .map(({ fiscalYear, words }) => readSurvey(fiscalYear, words)),
)

/** The first staff survey of each year of an item. */
export const surveysOf = cached((item: Item): Survey[] => {
  const byYear = new Map<number, Survey>()
  for (const survey of statedSurveys(item)) if (!byYear.has(survey.fiscalYear)) byYear.set(survey.fiscalYear, survey)
  return [...byYear.values()]
})

function readSurvey(fiscalYear: number, words: Words): Survey {
  const asked = statedIn(words.match(surveyed), 'before', 'after')
  const answered = statedIn(words.match(responded), 'number', 'count')
  const rateMatch = words.match(rate)
  const publishedPercent = statedIn(rateMatch, 'number')
  const places = decimalPlaces(publishedPercent?.words.form ?? '0.0')
  return {
    fiscalYear,
    surveyed: asked,
    responded: answered,
    publishedPercent,
    computedPercent: asked?.value && answered ? roundTo((answered.value / asked.value) * 100, places) : null,
    score: statedIn(words.match(score), 'number'),
    scoreChange: changeOf(words.match(change)),
    words,
    rateWords: rateMatch?.words(),
  }
}

/** A change in points, negative where the score fell. */
function changeOf(match: WordsMatch | undefined): Stated | null {
  const points = statedIn(match, 'points')
  return points && { ...points, value: /上昇|増|向上|改善/.test(match?.form('way') ?? '') ? points.value : -points.value }
}

/** Scores that the review lists by year under a head such as 【総合点】 or 【自己成長】. */
export function reviewScores(item: Item, head: RegExp): { fiscalYear: number; score: Stated; words: Words }[] {
  return (['achieved', 'not_achieved', 'next'] as const)
    .flatMap((kind) => textsOf(item, kind))
    .flatMap((text) =>
      text.matches(/【(?<head>[^】]{1,40})】(?<list>[^【。○●]*)/dg).flatMap((match) => {
        const list = match.words('list')
        if (!list || !head.test(match.form('head') ?? '')) return []
        return list.matches(yearScore).flatMap((entry) => {
          const fiscalYear = fiscalYearOf(entry.form('year') as string)
          const score = statedIn(entry, 'score')
          return fiscalYear === undefined || !score ? [] : [{ fiscalYear, score, words: entry.words() as Words }]
        })
      }),
    )
}

/** 職員意識調査: one row for each year's survey; 自己成長 from the list in the review. */
function readSurveys(item: Item): SurveyRecord[] {
  const growth = reviewScores(item, /自己成長/)
  return statedSurveys(item).map((survey) => ({
    item_no: item.no,
    fiscal_year: survey.fiscalYear,
    ...statedColumns('surveyed', survey.surveyed),
    ...statedColumns('responded', survey.responded),
    ...statedColumns('published_percent', survey.publishedPercent),
    computed_percent: survey.computedPercent,
    ...statedColumns('score', survey.score),
    ...statedColumns('growth_score', growth.find(({ fiscalYear }) => fiscalYear === survey.fiscalYear)?.score ?? null),
    ...statedColumns('stated_change', survey.scoreChange),
    words: survey.words,
  }))
}

/** 職員意識調査. */
export const surveys = itemTable(definition, readSurveys)
