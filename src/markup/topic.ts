import { escapeHtml, Html } from './html.ts'

/** What a mark of a chart, a row of a table or a link is about, as far as it is about one: a page lifts out what is about the same. */
export interface Topic {
  readonly itemNo?: number | undefined
  readonly fiscalYear?: number | undefined
  readonly department?: string | undefined
  readonly planId?: string | undefined
}

/** The attributes of markup that say its topic, by the names of a topic's parts. */
export const topicAttributes = { itemNo: 'data-item', fiscalYear: 'data-year', department: 'data-department', planId: 'data-plan' } as const satisfies Record<
  keyof Topic,
  string
>

const parts = Object.keys(topicAttributes) as (keyof Topic)[]

/** The topic's attributes with their values; those of what it is not about are left out. */
export function attributesOf(topic: Topic): [string, string][] {
  return parts.flatMap((part): [string, string][] => (topic[part] === undefined ? [] : [[topicAttributes[part], String(topic[part])]]))
}

/** The same as markup, to be put behind the name of an element. */
export function TopicMarks(topic: Topic | undefined): Html {
  return new Html(
    attributesOf(topic ?? {})
      .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
      .join(''),
  )
}
