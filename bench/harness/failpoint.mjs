/**
 * Preloaded (`node --import`) into a process that is to die at a chosen moment. The moment is recognised by what
 * the process says to Postgres, so that nothing of it stands in production code: the driver's `query` is wrapped, and at the
 * n-th occurrence of the moment named in FAILPOINT (`name` or `name:n`) the process kills itself with SIGKILL. Without
 * that variable this file does nothing.
 */
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import pg from 'pg'

/**
 * `sends` is what is about to be sent, `after` what the same transaction must have sent before; where `answered`, the
 * process dies when the answer has come in, else instead of sending.
 */
const MOMENTS = {
  /** The API has parsed and admitted a request and is about to open its transaction. */
  'before-begin': { sends: /^begin$/ },
  /** A command has said all it writes, and what is to be answered, and nothing of it is durable. */
  'before-commit': { sends: /^commit$/, after: /^insert into command_key\b/ },
  /** A command is durable and its caller does not know yet. */
  'after-commit-before-reply': {
    sends: /^commit$/,
    after: /^insert into command_key\b/,
    answered: true,
  },
  /** A workflow was signalled and its row does not say so yet. */
  'after-signal-before-told': { sends: /\bset told = greatest\(s\.told, g\.version\)/ },
  /** A catch-up holds its locks and has sent its writes. */
  'in-catch-up': { sends: /^commit$/, after: /^insert into finding_event\b/ },
  /** A page of a long job is written and not durable yet. */
  'in-page': { sends: /^commit$/, after: /^update operation set progress\b/ },
  /** A page of a long job is durable, and how far the job is with it. */
  'after-page': { sends: /^commit$/, after: /^update operation set progress\b/, answered: true },
  /** A mail was accepted and its row does not say so yet. */
  'mail-accepted-before-marked': { sends: /^with tried as \(\s*update mail\b/ },
}

const [name = '', nth = '1'] = (process.env.FAILPOINT ?? '').split(':')
if (name !== '' && isMainThread) arm(name, Number(nth))

function arm(name, nth) {
  const moment = MOMENTS[name]
  if (!moment) throw new RangeError(`no failpoint ${name}`)
  const said = new WeakMap()
  const { query } = pg.Client.prototype
  let left = nth
  const comes = () => {
    left -= 1
    if (left === 0) die(name, nth)
  }

  pg.Client.prototype.query = function (config, ...rest) {
    const text = (typeof config === 'string' ? config : (config?.text ?? '')).trim()
    if (text === 'begin') said.set(this, [])
    const earlier = said.get(this) ?? []
    const here =
      moment.sends.test(text) && (!moment.after || earlier.some((one) => moment.after.test(one)))
    earlier.push(text)
    if (here && !moment.answered) comes()
    const answer = query.call(this, config, ...rest)
    // Ours is the first to hear of the answer: whoever asked has no chance to act on it.
    if (here && moment.answered) answer.then(comes, () => undefined)
    return answer
  }
}

/** Says so in the log, at once and unbuffered, and is gone. */
function die(name, nth) {
  writeSync(2, `${JSON.stringify({ failpoint: name, nth })}\n`)
  process.kill(process.pid, 'SIGKILL')
}
