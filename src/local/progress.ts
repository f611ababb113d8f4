/** Where progress goes: a line of text at a time. */
export type Say = (line: string) => void

const QUIET_MS = 2_000
const AGAIN_MS = 10_000

/**
 * Does a step and says so only when it takes longer than two seconds: its name then, a sign of life
 * every ten seconds after, and the seconds it took at its end. Returns or throws what the step does.
 */
export async function step<T>(name: string, work: () => Promise<T>, say: Say): Promise<T> {
  const started = performance.now()
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1)
  let told = false
  const tell = () => {
    say(told ? `  … ${name}（已 ${seconds()} 秒）` : `  … ${name}`)
    told = true
    timer = setTimeout(tell, AGAIN_MS)
  }
  let timer = setTimeout(tell, QUIET_MS)
  try {
    const result = await work()
    if (told) say(`  ✓ ${name}（${seconds()} 秒）`)
    return result
  } finally {
    clearTimeout(timer)
  }
}
