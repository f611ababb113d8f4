import type { Block } from './document.js'
import { squeezed } from './plain.js'
import { unitMentions } from './unit-mentions.js'

const YOU =
  /(?:你|贵)(?:局|委|办|县|区|市|州|乡|镇|单位|中心|公司|院|街道|部门|处|厅|校|馆|集团|会|社|们)/

/** Whom a letter is written to: the units above it and nobody else, where it says 你局 or 贵单位. */
export function addresseesOf(plain: string, blocks: readonly Block[]): readonly string[] {
  if (!YOU.test(plain)) return []
  for (const block of blocks.slice(0, 12)) {
    if (block.kind !== 'text' || !block.line.text.endsWith(':')) continue
    const line = squeezed(block.line.text.slice(0, -1))
    const units = unitMentions(line)
    const rest = units.reduceRight(
      (text, one) => text.slice(0, one.start) + text.slice(one.end),
      line,
    )
    if (units.length > 0 && /^[、,和及\s]*$/.test(rest)) return units.map(({ name }) => name)
  }
  return []
}
