import { isOn, walk } from '../xml.js'

/** What a style says of the paragraphs or words set in it, as far as it changes what they say. */
export interface Style {
  base: string | null
  hidden: boolean | null
  list: string | null
  level: number | null
}

/** The styles of a document by their ids, each completed by those it is based on. */
export interface Styles {
  of(id: string | null): Style
  /** The style of a paragraph that names none. */
  readonly usual: string | null
}

const PLAIN: Style = { base: null, hidden: null, list: null, level: null }
/** Styles are based on one another a few times, not in circles. */
const DEEPEST = 20

/** Reads the styles of a document; without the part there are none. */
export function stylesOf(part: Buffer | undefined): Styles {
  const styles = new Map<string, Style>()
  let usual: string | null = null
  let style: Style | null = null
  if (part) {
    walk(part, {
      open(name, attributes) {
        const value = attributes.get('val') ?? null
        if (name === 'w:style') {
          style = { ...PLAIN }
          const id = attributes.get('styleId') ?? ''
          styles.set(id, style)
          const isUsual = attributes.get('default') === '1' || attributes.get('default') === 'true'
          if (isUsual && attributes.get('type') === 'paragraph') usual = id
        } else if (!style) return
        else if (name === 'w:basedOn') style.base = value
        else if (name === 'w:vanish') style.hidden = isOn(attributes)
        else if (name === 'w:numId') style.list = value
        else if (name === 'w:ilvl') style.level = Number(value)
      },
      close(name) {
        if (name === 'w:style') style = null
      },
    })
  }
  return {
    usual,
    of(id) {
      let found = PLAIN
      let next = id
      for (let i = 0; next !== null && i < DEEPEST; i += 1) {
        const { base, hidden, list, level }: Style = styles.get(next) ?? PLAIN
        found = {
          base,
          hidden: found.hidden ?? hidden,
          list: found.list ?? list,
          level: found.level ?? level,
        }
        next = base
      }
      return found
    },
  }
}
