/** Fields of Word: instructions that are not read and what they came to, which is, but for tables of contents. */
export interface Fields {
  begin(): void
  instruct(text: string): void
  /** From here on comes what the field came to. */
  separate(): void
  end(): void
  /** Whether what comes now is read. */
  readonly reads: boolean
  readonly isOpen: boolean
}

/** No field is open at first. */
export function createFields(): Fields {
  const open: { instruction: string; told: boolean }[] = []
  const contents = /^\s*TOC\b/
  return {
    begin: () => void open.push({ instruction: '', told: false }),
    instruct(text) {
      const last = open.at(-1)
      if (last && last.instruction.length < 100) last.instruction += text
    },
    separate() {
      const last = open.at(-1)
      if (last) last.told = true
    },
    end: () => void open.pop(),
    get reads() {
      return open.every(({ instruction, told }) => told && !contents.test(instruction))
    },
    get isOpen() {
      return open.length > 0
    },
  }
}
