import { type Attributes, isOn, walk } from '../xml.js'
import { numeral } from './numerals.js'

interface Level {
  start: number
  format: string
  text: string
  style: string | null
  legal: boolean
  /** The level after which this one begins again; null after any above it. */
  restart: number | null
}

interface List {
  abstract: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

/** Which list a paragraph is of, and how deep in it. */
export interface Place {
  readonly list: string
  readonly level: number
}

/** The numbers Word puts before paragraphs, which stand in no text. */
export interface Numbering {
  /** The label of the next paragraph of this place, counted on; empty where it has none. */
  label(place: Place): string
  /** At which level of a list the paragraphs of a style are. */
  levelOf(list: string, style: string): number
}

const DEEPEST = 9
const NONE: Level = {
  start: 1,
  format: 'decimal',
  text: '',
  style: null,
  legal: false,
  restart: null,
}

/** Reads how lists are numbered; without the part nothing is. */
export function numberingOf(part: Buffer | undefined): Numbering {
  const abstracts = new Map<string, Map<number, Level>>()
  const linked = new Map<string, string>()
  const named = new Map<string, string>()
  const lists = new Map<string, List>()
  if (part) readLists(part, { abstracts, linked, named, lists })
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  function levelsOf({ abstract, levels }: List, at: number): Level | undefined {
    const link = linked.get(abstract)
    const base = link === undefined ? abstract : (named.get(link) ?? abstract)
    return levels.get(at) ?? abstracts.get(base)?.get(at)
  }

  return {
    levelOf(id, style) {
      const list = lists.get(id)
      for (let at = 0; list && at < DEEPEST; at += 1)
        if (levelsOf(list, at)?.style === style) return at
      return 0
    },
    label({ list: id, level: at }) {
      const list = lists.get(id)
      const level = list && levelsOf(list, at)
      if (!list || !level) return ''
      const count = counts.get(list.abstract) ?? []
      counts.set(list.abstract, count)
      const first = list.starts.get(at)
      const fresh = first !== undefined && !begun.has(`${id} ${at}`)
      begun.add(`${id} ${at}`)
      const now = count[at]
      count[at] = fresh ? first : now === undefined ? (first ?? level.start) : now + 1
      for (let deeper = at + 1; deeper < DEEPEST; deeper += 1) {
        const restart = levelsOf(list, deeper)?.restart ?? null
        if (restart === null || (restart > 0 && at < restart)) count[deeper] = undefined
      }
      if (level.format === 'bullet') return '•'
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const of = levelsOf(list, Number(digit) - 1) ?? NONE
        return numeral(count[Number(digit) - 1] ?? of.start, level.legal ? 'decimal' : of.format)
      })
    },
  }
}

interface Lists {
  abstracts: Map<string, Map<number, Level>>
  /** Lists that are numbered as a style is, and those that a style numbers. */
  linked: Map<string, string>
  named: Map<string, string>
  lists: Map<string, List>
}

function readLists(part: Buffer, { abstracts, linked, named, lists }: Lists): void {
  let abstract = ''
  let list: List | null = null
  let overridden = 0
  let level: Level | null = null
  const number = (attributes: Attributes, fallback: number) => {
    const given = Number(attributes.get('val'))
    return Number.isInteger(given) && given >= 0 && given < 1e6 ? given : fallback
  }
  walk(part, {
    open(name, attributes) {
      const value = attributes.get('val') ?? ''
      if (name === 'w:abstractNum') {
        abstract = attributes.get('abstractNumId') ?? ''
        abstracts.set(abstract, new Map())
      } else if (name === 'w:num') {
        list = { abstract: '', starts: new Map(), levels: new Map() }
        lists.set(attributes.get('numId') ?? '', list)
      } else if (name === 'w:abstractNumId' && list) list.abstract = value
      else if (name === 'w:numStyleLink') linked.set(abstract, value)
      else if (name === 'w:styleLink') named.set(value, abstract)
      else if (name === 'w:lvlOverride') overridden = Number(attributes.get('ilvl') ?? 0)
      else if (name === 'w:startOverride' && list)
        list.starts.set(overridden, number(attributes, 1))
      else if (name === 'w:lvl') {
        level = { ...NONE }
        const levels = list ? list.levels : abstracts.get(abstract)
        levels?.set(Number(attributes.get('ilvl') ?? 0), level)
      } else if (!level) return
      else if (name === 'w:start') level.start = number(attributes, 1)
      else if (name === 'w:numFmt') level.format = value
      else if (name === 'w:lvlText') level.text = value
      else if (name === 'w:pStyle') level.style = value
      else if (name === 'w:isLgl') level.legal = isOn(attributes)
      else if (name === 'w:lvlRestart') level.restart = number(attributes, 0)
    },
    close(name) {
      if (name === 'w:lvl') level = null
      if (name === 'w:num') list = null
    },
  })
}
