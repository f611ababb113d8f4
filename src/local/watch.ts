import type { Child } from './children.js'
import { tail } from './logs.js'
import { poll } from './ports.js'
import { TroubleError } from './trouble.js'

/** Waits for a process to end well; throws TroubleError with the end of its log when it does not. */
export async function endsWell(child: Child): Promise<void> {
  const { code, signal } = await child.exited
  if (code === 0) return
  throw new TroubleError(
    `${child.name} 没有成功（${signal ?? `代码 ${code}`}），日志 ${child.log} 的结尾是：\n${tail(child.log, 8)}`,
  )
}

/** Waits until a page answers 200; throws TroubleError when its process ends or time is over. */
export async function answers(child: Child, page: string, withinMs: number): Promise<void> {
  const ready = await poll(async () => {
    if (!child.running()) return false
    const reply = await fetch(page, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    return reply?.status === 200 ? true : undefined
  }, withinMs)
  if (ready) return
  throw new TroubleError(
    `${child.name} 没有就绪，日志 ${child.log} 的结尾是：\n${tail(child.log, 8)}`,
  )
}

/** Never resolves; throws TroubleError with the remedy as soon as one of these processes ends by itself. */
export function anyEnd(children: readonly (Child | null)[], remedy: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    for (const child of children) {
      void child?.exited.then(({ code, signal }) =>
        reject(
          new TroubleError(
            `${child.name} 意外退出（${signal ?? `代码 ${code}`}）：看日志 ${child.log}，${remedy}。(a process died)`,
          ),
        ),
      )
    }
  })
}
