const META = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{1,20})/i

/** The characters of a page, by what its header says, else by what it says itself; UTF-8 where neither does. */
export function decoded(bytes: Buffer, contentType: string): string {
  const [, declared] = /charset\s*=\s*"?([\w-]{1,20})/i.exec(contentType) ?? []
  const [, own] = META.exec(bytes.subarray(0, 2_048).toString('latin1')) ?? []
  const charset = declared ?? own ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch (error) {
    // It calls its characters what nobody knows.
    if (error instanceof RangeError) return new TextDecoder().decode(bytes)
    throw error
  }
}

const HIDDEN = ['<script', '<style', '<!--'] as const
const ENDS = { '<script': '</script', '<style': '</style', '<!--': '--' } as const

/** What a page shows, without its marks, in one pass whatever it is made of. */
export function shownText(html: string): string {
  const small = html.toLowerCase()
  const shown: string[] = []
  let at = 0
  for (;;) {
    const open = html.indexOf('<', at)
    shown.push(html.slice(at, open < 0 ? undefined : open))
    if (open < 0) break
    const hidden = HIDDEN.find((start) => small.startsWith(start, open))
    const from = hidden ? small.indexOf(ENDS[hidden], open + hidden.length) : open
    const close = from < 0 ? -1 : html.indexOf('>', from)
    if (close < 0) break
    at = close + 1
  }
  return shown
    .join(' ')
    .replaceAll(/&(nbsp|amp|lt|gt|quot|ldquo|rdquo);/g, (_, name: string) => NAMED[name] ?? ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”' },
}
