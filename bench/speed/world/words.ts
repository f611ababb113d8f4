import { fromEpoch, type LocalDate } from '../../../src/domain/instant.js'
import { localDateOf } from '../../../src/domain/zone.js'

/** What people write, at the length people write it: an answer's two texts are a kilobyte together. */
export const WORDS = {
  problem: '“工作动态”栏目超过14天未更新，最近一条信息发布于上月中旬。',
  cause:
    '栏目责任人岗位调整后未及时交接，信息审核和发布流程中断；主管科室未按月检查栏目更新情况，'.repeat(
      3,
    ),
  measures:
    '已补发栏目应发信息并完成审核，重新指定栏目责任人和备份责任人，将栏目更新纳入每周自查清单；'.repeat(
      3,
    ),
  conclusion: '经核查，栏目已更新，整改到位。',
} as const

/** Today as the offices of the benchmark write it. */
export function today(): LocalDate {
  return localDateOf('Asia/Shanghai', fromEpoch(Date.now()))
}
