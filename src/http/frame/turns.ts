import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from './problem-error.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Reads its body by itself, for as long as whoever sends it takes: it holds up nobody else's turn. */
    streams?: boolean
  }
}

/** How many requests are worked on at once, and who else is kept: so many, for so many milliseconds. */
export interface TurnLimits {
  atWork: number
  waiting: number
  patience: number
}

/**
 * More than there are connections to the database. The patience is what a person waits without trying again, and long
 * enough that turning away those behind a proxy takes little of what serves the others.
 */
const LIMITS: TurnLimits = { atWork: 64, waiting: 5_000, patience: 2_000 }

/** Made once: thousands a second are told so, and nobody asks where. */
export const TURNED_AWAY = new ProblemError('OVERLOADED')

/**
 * Nothing is done for a request before it is its turn. Past what can be worked on at once the first come is served
 * first, and whoever has waited too long is answered OVERLOADED before anything was done for them: so a crowd slows
 * nobody who is served, and no work is begun that cannot be ended. A body is waited for before, and an answer sent
 * after a turn, for both take as long as whoever is on the other side.
 */
export function addTurns(app: FastifyInstance, limits: TurnLimits = LIMITS): void {
  const take = createTurns(limits)
  const held = new WeakMap<FastifyRequest, () => void>()
  const enter = async (request: FastifyRequest, reply: FastifyReply) => {
    const leave = await take()
    if (reply.raw.destroyed) {
      leave()
      throw TURNED_AWAY
    }
    held.set(request, leave)
    reply.raw.once('close', leave)
  }
  // Health is asked for when it is in doubt.
  const takesTurns = ({ routeOptions: { config } }: FastifyRequest) =>
    config.policy !== 'public' && !config.streams
  const reads = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD'
  app.addHook('onRequest', async (request, reply) => {
    if (takesTurns(request) && reads(request)) await enter(request, reply)
  })
  app.addHook('preValidation', async (request, reply) => {
    if (takesTurns(request) && !reads(request)) await enter(request, reply)
  })
  app.addHook('onSend', async (request) => held.get(request)?.())
}

/** Turns for so many at once; each ends when what `take` resolves to is called. Throws OVERLOADED. */
function createTurns({ atWork, waiting: most, patience }: TurnLimits) {
  const waiting = new Set<() => void>()
  let working = 0
  const turn = () => {
    let over = false
    return () => {
      if (over) return
      over = true
      const [next] = waiting
      if (next) next()
      else working -= 1
    }
  }
  return async (): Promise<() => void> => {
    if (working < atWork) {
      working += 1
      return turn()
    }
    if (waiting.size >= most) throw TURNED_AWAY
    return new Promise((resolve, reject) => {
      const called = () => {
        clearTimeout(timer)
        waiting.delete(called)
        resolve(turn())
      }
      const timer = setTimeout(() => {
        waiting.delete(called)
        reject(TURNED_AWAY)
      }, patience)
      waiting.add(called)
    })
  }
}
