import { LOOKS_AGAIN } from './deadline-kinds.js'
import type { TextBlock } from './document.js'
import { squeezed } from './plain.js'
import type { Table } from './table.js'

/** What a label says is due behind it, in a form, above a line or as a heading. */
const LABEL =
  /^(?:整改|办理|办结|反馈|完成|回复|答复|报送|签收|限期)?(?:时限|期限|截止(?:时间|日期)|(?<=完成|反馈|办结|报送|回复|签收)时间)(?:要求)?:?$/
/** A heading that names more than a time or another look has text of its own. */
const LONGEST = 12
/** Rows of a form hold labels and values by turns; wider ones list findings, each with days of its own. */
const WIDEST_ROW = 4
/** The shortest cell that asks for something. */
const SHORTEST = 10

/** What stands before the first sentence of a block and says what its days mean, with a colon; else an empty text. */
export function labelBefore({ read, section }: TextBlock, above: TextBlock | undefined): string {
  const own = read.heading?.title ?? ''
  const over = above && above.section === section ? squeezed(above.line.text) : ''
  const title = section.path.at(-1)?.title ?? ''
  const named = [own, over, title].find((text) => LABEL.test(text))
  if (named !== undefined) return `${named.replace(/:$/, '')}:`
  return LOOKS_AGAIN.test(own) && own.length <= LONGEST ? `${own}:` : ''
}

/** What the cells of a form ask for, one text each: 办理时限 with its day, and whole sentences. */
export function askedInForm({ rows }: Table): string[] {
  return rows
    .filter(({ length }) => length <= WIDEST_ROW)
    .flatMap((row) =>
      row.flatMap(({ text }, index) => {
        const label = squeezed(row[index - 1]?.text ?? '')
        const value = squeezed(text)
        if (LABEL.test(label)) return [`${label.replace(/:$/, '')}:${value}`]
        return value.length >= SHORTEST && /请|务必|须|限/.test(value) ? [value] : []
      }),
    )
}
