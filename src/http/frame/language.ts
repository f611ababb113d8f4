import type { Language } from '../../contracts/errors.js'

/** The language to answer in, from Accept-Language: Chinese unless English is wanted more. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const q = parameters.map((one) => /^\s*q=(0(?:\.\d+)?|1(?:\.0+)?)$/.exec(one)?.[1])
    return { tag, weight: Number(q.find((given) => given !== undefined) ?? 1) }
  })
  const weightOf = (language: string) =>
    Math.max(0, ...wanted.filter(({ tag }) => isA(tag, language)).map(({ weight }) => weight))
  return weightOf('en') > weightOf('zh') ? 'en' : 'zh'
}

function isA(tag: string, language: string): boolean {
  return tag === language || tag.startsWith(`${language}-`)
}
