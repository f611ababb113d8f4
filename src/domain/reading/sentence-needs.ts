import type { Need } from './reading.js'

/** What the words of a sentence leave to a person: a list that is not complete, a fault that is mended already. */
export function needsOf(text: string): readonly Need[] {
  const needs: Need[] = []
  if (/等(?!级|额|于|同|候|内容|信息|问题|情况|\d)/.test(text)) needs.push('incomplete-list')
  if (/(?:现已|目前已|经提醒已|已经?(?:整改|更新|删除|修改|恢复|补发|更正|下线))/.test(text)) {
    needs.push('already-fixed')
  }
  return needs
}
