import type { Block, TextBlock } from './document.js'
import { withoutDoubles, withoutVague, withoutVerdicts } from './doubles.js'
import type { FoundFinding } from './found-finding.js'
import { NO_INTRODUCTION, placedBy } from './introduction.js'
import { legendIn, NO_LEGEND } from './legends.js'
import { announces, listingAt, listingOf, OPENED, reports } from './listing.js'
import { ownUnitsIn } from './own-units.js'
import { readBlock } from './read-block.js'
import { findingsOfTable } from './read-table.js'

/** Lines that speak of nobody: to whom it goes, who copied it, notes. */
const ASIDE =
  /^(?:编号:)?[^。,;]{0,16}〔\d{4}〕\s*\d{1,4}号(?:\s|$|签发)|^(?:处置|处理|整改)(?:情况|结果|措施)?:|^(?:截图|(?:发现|检查|监测)(?:时间|人|日期)):|^[^。,;]{2,40}\d{1,2}月\d{1,2}日印发$|^[^。]{0,60}关于[^。]{4,90}(?:通报|通知|函|报告|意见|公告|提示|提醒|通告|情况)$|^(?:主送|抄送|抄报|报送|印发|附[注:]|注[:：]|备注|联系人|联系电话|签发|拟稿|审核|\(?此件|第?\s*[-—\d]+\s*页?$|(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$)/

/** Whose a table without units is: of the only one that is spoken of. */
function ownerOf(
  introduced: readonly string[],
  units: readonly string[],
  addressees: readonly string[],
): string | null {
  const [owner = null, ...more] =
    introduced.length > 0 ? introduced : units.length > 0 ? units : addressees
  return more.length === 0 ? owner : null
}

const DAY =
  /^\(?(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日\)?$/

/** Whose name stands above a date of its own line signs. */
function isSigned({ line, read }: TextBlock, next: Block | undefined): boolean {
  const short = !read.numbered && /^[^。,;:]{3,40}$/.test(line.text)
  return short && next?.kind === 'text' && DAY.test(next.line.text.replace(/\s/g, ''))
}

/** What is filled in and sent back stands below it. */
const RECEIPT = /^(?:签收)?回\s*执(?:单|联)?$/

/** The findings of a text, in its order. `addressees` are the units a letter is written to. */
export function findFindings(
  plain: string,
  blocks: readonly Block[],
  addressees: readonly string[],
  title: string | null,
): FoundFinding[] {
  const found: FoundFinding[] = []
  let introduction = NO_INTRODUCTION
  let listing = listingOf(title, blocks)
  let reported = false
  let returned = false
  const known = ownUnitsIn(plain)
  const legend = blocks.some(({ kind }) => kind === 'table') ? legendIn(plain) : NO_LEGEND
  for (const [at, block] of blocks.entries()) {
    const { section } = block
    if (block.kind === 'table') {
      const rows = findingsOfTable(block.table, {
        problem: introduction.problem ?? section.problem,
        unit: ownerOf(introduction.subject, section.units, addressees),
        legend,
      })
      const category = (row: (typeof rows)[number]) => row.category ?? section.category
      found.push(...rows.map((row) => ({ ...row, section, category: category(row) })))
      continue
    }
    const { line, read } = block
    listing = listingAt(listing, block)
    const ends = read.heading !== null || (read.numbered && read.level <= introduction.level)
    if (ends) introduction = NO_INTRODUCTION
    const placed = placedBy(line.text, introduction)
    returned ||= RECEIPT.test(line.text)
    const silent = returned || section.kind === 'requirements' || section.kind === 'praise'
    if (placed) {
      introduction = placed
    } else if (!silent && !ASIDE.test(line.text) && !isSigned(block, blocks[at + 1])) {
      const isListed = listing !== null || (reported && section.kind === 'unsaid')
      const reading = readBlock(plain, block, introduction, addressees, isListed, known)
      found.push(...reading.found)
      introduction = reading.introduction ?? introduction
    }
    if (announces(block)) listing = OPENED
    reported ||= reports(block)
  }
  return withoutDoubles(withoutVerdicts(plain, withoutVague(plain, found)))
}
