import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { type Drawn, type DrawnPlace, placeInWords, placeOfMark } from './drawn.ts'
import { type RuleId, rules } from './message-rules.ts'
import type { Place } from './source.ts'
import type { Words } from './words.ts'

type VFileMessage = ReturnType<VFile['message']>

/** Messages of one rule that are kept; one more says that there are others. */
export const mostOfRule = 1000

/** Collects what is wrong with one document as messages of its VFile, each with its place and rule. */
export class Report {
  readonly #counts = new Map<RuleId, number>()
  readonly #placesInFile = new Map<VFileMessage, DrawnPlace>()
  /** whether the document is a text, so that what has no place of its own is said at its beginning */
  hasLines = true

  constructor(readonly file: VFile) {}

  /** Where a message is in a file that has pages or cells, in words; undefined where it has a line and a column of its own. */
  placeInFile(message: VFileMessage): string | undefined {
    const place = this.#placesInFile.get(message)
    return place && placeInWords(place)
  }

  /** The same as its page, boxes and cell. */
  drawnPlaceOf(message: VFileMessage): DrawnPlace | undefined {
    return this.#placesInFile.get(message)
  }

  /** Something a reader of the tables should know; reading goes on. */
  warn(ruleId: RuleId, at: Words | Place['start'] | undefined, reason: string): void {
    const words = at && 'placeInFile' in at ? at : undefined
    this.#placeInFile(this.#add(ruleId, words?.place ?? (at && 'line' in at ? at : undefined), reason), words?.placeInFile)
  }

  /** What the reader of a file with places of its own found wrong with it. */
  addNotes({ text, notes, at: letters, marks }: Drawn): void {
    const points = location(text)
    for (const { ruleId, reason, at, mark } of notes) {
      const message = this.#add(ruleId, at === null ? undefined : points.toPoint(at), reason)
      const found = mark ?? marks[letters[at ?? -1] ?? -1]
      this.#placeInFile(message, found && placeOfMark(found))
    }
  }

  /** Something that makes the document unfit to be stored. */
  error(ruleId: RuleId, at: Words | Place['start'] | Pick<DrawnPlace, 'page' | 'cell'> | undefined, reason: string): void {
    const words = at && 'placeInFile' in at ? at : undefined
    const message = this.#add(ruleId, words?.place ?? (at && 'line' in at ? at : undefined), reason)
    if (message) message.fatal = true
    this.#placeInFile(message, words?.placeInFile ?? (at && 'cell' in at ? { box: null, ...at } : undefined))
  }

  #placeInFile(message: VFileMessage | undefined, place: DrawnPlace | undefined): void {
    if (message && place && placeInWords(place) !== undefined) this.#placesInFile.set(message, place)
  }

  #add(ruleId: RuleId, place: Place | Place['start'] | undefined, reason: string): VFileMessage | undefined {
    const count = (this.#counts.get(ruleId) ?? 0) + 1
    this.#counts.set(ruleId, count)
    if (count > mostOfRule + 1) return undefined
    const shown = count > mostOfRule ? `「${rules[ruleId]}」は${mostOfRule}か所まで示した。ここから後にもある` : reason
    return this.file.message(shown, { ruleId, source: 'reform', ...(place && { place }) })
  }

  get hasErrors(): boolean {
    return this.file.messages.some((message) => message.fatal === true)
  }
}
