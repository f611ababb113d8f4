/** A fault the tool has seen on a page. */
export interface Fault {
  /** The tool's own name for it: the same fault of the same page has the same, whenever it is seen. */
  id: string
  url: string
  indicator_id: string
  observation: string
}

/** What the tool looks for, as data: how old a column may be, and which words are wrong. */
const DAYS = 14
const WORDS = [{ wrong: '登陆服务平台', right: '登录服务平台' }] as const
const DAY_MS = 86_400_000

type Look = (url: string, html: string, today: string) => Promise<Fault[]>

/** The tool's looks, by the indicator of what they find; for wrong words the catalogue has none. */
const LOOKS: Readonly<Record<string, Look>> & { readonly none: Look } = {
  async 'WD-04'(url, html, today) {
    const [, last] = /<time>([\d-]+)<\/time>/.exec(html) ?? []
    const age = last ? Math.round((Date.parse(today) - Date.parse(last)) / DAY_MS) : 0
    if (!last || age <= DAYS) return []
    const observation = `最近一条发布于${last}，已${age}天未更新`
    return [{ id: `stale ${url}`, url, indicator_id: 'WD-04', observation }]
  },
  async 'WD-20'(url, html) {
    const targets = [...html.matchAll(/href="([^"]+)"/g)].map(([, to = '']) => new URL(to, url))
    const answers = await Promise.all(
      targets.map(async (target) => ({ target, status: (await fetch(target)).status })),
    )
    return answers
      .filter(({ status }) => status >= 400)
      .map(({ target, status }) => ({
        ...{ id: `dead ${url} ${target.pathname}`, url, indicator_id: 'WD-20' },
        observation: `链接${target.pathname}打不开（${status}）`,
      }))
  },
  async none(url, html) {
    return WORDS.filter(({ wrong }) => html.includes(wrong)).map(({ wrong, right }) => ({
      ...{ id: `word ${url} ${wrong}`, url, indicator_id: 'none' },
      observation: `“${wrong}”应为“${right}”`,
    }))
  },
}

/** Fetches a page and tells what is wrong with it, as far as one indicator goes or all of them. */
export async function lookAt(
  url: string,
  today: string,
  indicator: string | null = null,
): Promise<Fault[]> {
  const html = await (await fetch(url)).text()
  const looks = indicator === null ? Object.values(LOOKS) : [LOOKS[indicator] ?? LOOKS.none]
  return (await Promise.all(looks.map((look) => look(url, html, today)))).flat()
}
