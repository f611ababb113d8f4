import type { Check } from './case.js'
import { nameOf, sayingsOf } from './sayings.js'

/** Everything the events say is a message, once, to the unit it happened to, and nothing else is. */
export const checkMessages: Check = (one, { rules }) => {
  const { must, may } = sayingsOf(one, rules.policy)
  const names = one.messages.map(nameOf)
  const astray = one.messages.filter((message) => {
    const source = may.get(nameOf(message))
    return source !== undefined && message.unit_id !== source.unit_id
  })
  return [
    ...must.filter((name) => !names.includes(name)).map((name) => `应告知而没有：${name}`),
    ...names.filter((name) => !may.has(name)).map((name) => `没有来由的告知：${name}`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `重复告知：${name}`),
    ...astray.map((message) => `告知的单位不是问题所属的单位：${nameOf(message)}`),
  ]
}
