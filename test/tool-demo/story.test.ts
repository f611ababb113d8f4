import t from 'tap'
import { wholeSystem } from '../demo/whole.js'
import { isSettled, play } from './play.js'

// A whole system on a busy machine: the usual two minutes for a file may not do.
t.setTimeout(600_000)

for (const repairs of [true, false]) {
  const name = repairs ? 'hits become findings that are closed' : 'what nobody repairs stays open'
  t.test(name, { timeout: 600_000 }, async (t) => {
    const { ownerUrl: owner, address, mint } = await wholeSystem(t)
    const lines: string[] = []
    const say = (line: string) => lines.push(line)
    const played = await play({ owner, address, mint, repairs, say })
    const story = lines.join('\n')
    t.strictSame(played, { hits: 4, findings: 3, returned: 3, closed: repairs ? 3 : 0 }, story)
    t.equal(isSettled(played), repairs)
    for (const told of [
      '一、扫描：监测工具查看3个页面，发现4处问题。',
      '/shangwu/dongtai/ 最近一条发布于2025-06-10，已90天未更新',
      '新线索4条；同一份再报一次，没有更新的4条。',
      '试算4条线索，归并为3条问题；须人工确认的1条。',
      '（线索2条）：1. 链接/shuili/fuwu/zhinan.html打不开（404）',
      '六、复测：监测工具领取3项任务，通过0项，未通过3项。',
      `八、再次复测：监测工具领取3项任务，通过${repairs ? 3 : 0}项`,
      `报告已消失的线索${repairs ? 4 : 0}条`,
    ]) {
      t.match(story, told)
    }
  })
}
