/** What a refusal says in one language: a title that never varies and a sentence for people. */
export interface Words {
  title: string
  detail: string
}

export interface ErrorEntry {
  status: number
  zh: Words
  en: Words
}

/** One row of the table of problems. */
export function entry(
  status: number,
  zh: readonly [title: string, detail: string],
  en: readonly [title: string, detail: string],
): ErrorEntry {
  return {
    status,
    zh: { title: zh[0], detail: zh[1] },
    en: { title: en[0], detail: en[1] },
  }
}
