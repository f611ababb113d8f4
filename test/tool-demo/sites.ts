import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is wrong with the site of each unit, until it is repaired. */
export const SITES = [
  { unit: '市商务局', folder: 'shangwu', name: '市商务局网站', page: 'dongtai/' },
  { unit: '市水利局', folder: 'shuili', name: '市水利局网站', page: 'fuwu/' },
  { unit: '市民政局', folder: 'minzheng', name: '市民政局网站', page: 'tongzhi.html' },
] as const
export type Site = (typeof SITES)[number]

export interface Sites {
  /** Where a unit's site begins, and its one page that is looked at. */
  home: (site: Site) => string
  page: (site: Site) => string
  repair: (site: Site) => void
  close: () => Promise<void>
}

/** Serves three small sites on this machine alone: a stale column, dead links and a wrong word, until they are repaired. */
export async function openSites(days: { old: string; fresh: string }): Promise<Sites> {
  const repaired = new Set<string>()
  const bodyOf = (path: string): string | null => {
    const done = (folder: Site['folder']) => repaired.has(folder)
    switch (path) {
      case '/shangwu/dongtai/':
        return `<h1>工作动态</h1><time>${done('shangwu') ? days.fresh : days.old}</time>`
      case '/shuili/fuwu/':
        return `<h1>办事服务</h1>${LINKS.map(link).join('')}`
      case '/shuili/fuwu/lianxi.html':
        return '<h1>联系我们</h1>'
      case '/shuili/fuwu/zhinan.html':
      case '/shuili/fuwu/biaoge.html':
        return done('shuili') ? '<h1>办事服务</h1>' : null
      case '/minzheng/tongzhi.html':
        return `<h1>通知公告</h1><p>请${done('minzheng') ? '登录' : '登陆'}服务平台办理。</p>`
      default:
        return null
    }
  }
  const server = createServer(({ url = '/' }, answer) => {
    const body = bodyOf(url)
    answer.writeHead(body === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    answer.end(body ?? '')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const home = ({ folder }: Site) => `http://127.0.0.1:${port}/${folder}/`
  return {
    home,
    page: (site) => `${home(site)}${site.page}`,
    repair: ({ folder }) => repaired.add(folder),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

const LINKS = ['zhinan.html', 'biaoge.html', 'lianxi.html'] as const
const link = (to: string) => `<a href="${to}">${to}</a>`
