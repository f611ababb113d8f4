/**
 * 分别 gives each unit its own part of what follows: 分别有3个、2个栏目未更新, 分别存在更新不及时、内容为空的问题. The
 * problems in the order of the units; null where the parts are not as many.
 */
export function problemsApart(words: string, count: number): string[] | null {
  const at = words.indexOf('分别')
  if (at < 0 || count < 2) return null
  const [, before = ''] =
    /([^、,和“”△局委办厅区县市州镇乡站]{0,14})$/.exec(words.slice(0, at)) ?? []
  const tail = words.slice(at + 2).replace(/[。;,]+$/, '')
  const lead = /量|率|数|结果|得分|时间/.test(before) ? before : ''
  return counted(tail, count)?.map((problem) => lead + problem) ?? listed(tail, count)
}

const COUNT =
  /\d+(?:\.\d+)?(?:%|个月|个工作日|年|周|个|条|件|篇|处|次|项|封|天)|[一二两三四五六七八九十]+(?:个月|个工作日|年|周|个|条|件|篇|处|次|项|封|天)/g

/** 有3个、2个、1个栏目超过半年未更新. */
function counted(tail: string, count: number): string[] | null {
  const match = new RegExp(
    `^(.{0,6}?)((?:${COUNT.source})(?:[、和](?:${COUNT.source}))+)(.*)$`,
  ).exec(tail)
  if (!match) return null
  const [, lead = '', numbers = '', rest = ''] = match
  const each = numbers.match(COUNT) ?? []
  return each.length === count ? each.map((number) => `${lead}${number}${rest}`) : null
}

/** 存在更新不及时、内容为空的问题. */
function listed(tail: string, count: number): string[] | null {
  const plain = tail.replace(/^(?:存在|出现|有)/, '').replace(/(?:等)?的?(?:问题|情况|现象)$/, '')
  const parts = plain.split(/[、和]/).filter((part) => part !== '')
  return parts.length === count ? parts : null
}
