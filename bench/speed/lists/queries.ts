import type { BenchOffice } from '../world/office.js'

/** A list somebody really looks at: who, and with which conditions. */
export interface TypicalList {
  name: string
  as: 'office' | 'unit'
  query: Readonly<Record<string, string>>
}

/** Twelve lists, from the whole of an office to a few rare rows in it. */
export function typicalLists(office: BenchOffice, notice: string): TypicalList[] {
  const [unit] = office.units
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString()
  const of = (name: string, query: Record<string, string>, as: 'office' | 'unit' = 'office') => {
    return { name, as, query }
  }
  return [
    of('全部', {}),
    of('轮到办公室', { awaiting: 'office' }),
    of('已逾期', { overdue: 'true' }),
    of('待复核销号', { state: 'verified' }),
    of('三天内到期', { awaiting: 'unit', due_before: soon }),
    of('否决和重大', { severity: 'veto,major', awaiting: 'unit' }),
    of('一个指标', { indicator: 'WD-04' }),
    of('一个单位', { unit: unit?.id ?? '' }),
    of('一份通报', { notice }),
    of('问题里的字', { text: '链接失效' }),
    of('本单位全部', {}, 'unit'),
    of('本单位要办的', { awaiting: 'unit' }, 'unit'),
  ]
}
