import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { countFailure, shareCounts } from '../commands/attempts.js'
import { OPERATIONS } from '../contracts/operations.js'
import type { HttpDeps } from './deps.js'
import { addCors } from './external/cors.js'
import { addDocumentation } from './external/documentation.js'
import { addHelmet } from './external/helmet.js'
import { addRateLimit } from './external/rate-limit.js'
import { addUnderPressure } from './external/under-pressure.js'
import { addCaller } from './frame/caller.js'
import { refuseConnection } from './frame/client-errors.js'
import { createCursors } from './frame/cursor.js'
import { addErrorHandler, sendProblem } from './frame/error-handler.js'
import { failureCounter } from './frame/failures.js'
import { fileTime } from './frame/file-time.js'
import { createKeyLine } from './frame/key-line.js'
import { loggedError, loggedRequest } from './frame/logged.js'
import { addMasking } from './frame/masking.js'
import { refuseOtherMethods } from './frame/methods.js'
import { addMetrics } from './frame/metrics.js'
import { denyByDefault } from './frame/policy.js'
import { callCounter, QUOTA_WINDOW_MS } from './frame/quota.js'
import { refusalOf } from './frame/refusals.js'
import { refusedCallers } from './frame/refused-callers.js'
import { addTurns } from './frame/turns.js'
import { NDJSON_BYTES } from './hit-lines.js'
import { addRoutes } from './routes/index.js'

const MEBIBYTE = 1024 * 1024

/**
 * The interface as an application that listens nowhere: plugins of others, then our own, then the routes. Throws
 * when a route says not who may call it.
 */
export async function buildApp(deps: HttpDeps): Promise<FastifyInstance> {
  const { settings } = deps
  const app = Fastify({
    logger: settings.log.level === 'silent' ? false : loggerOf(settings.log.level),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: settings.proxies.length > 0 ? [...settings.proxies] : false,
    bodyLimit: MEBIBYTE,
    // Slow clients: the whole head within ten seconds, the whole request within two minutes, a file in its own time.
    requestTimeout: fileTime(Math.max(settings.maxFileBytes, NDJSON_BYTES)),
    handlerTimeout: 120_000,
    connectionTimeout: 130_000,
    keepAliveTimeout: 72_000,
    maxRequestsPerSocket: 10_000,
    http: { headersTimeout: 10_000, maxHeaderSize: 16_384 },
    // What still comes over an open connection while we leave is answered like any other, and its connection closed.
    return503OnClosing: false,
    clientErrorHandler: refuseConnection,
    // Addresses the router itself cannot make out.
    frameworkErrors: (error, request, reply) => {
      sendProblem(request, reply, refusalOf(error, request))
    },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  })
  app.setValidatorCompiler(validatorCompiler)
  // JSON and nothing else; uploads bring their own parser, on their own route.
  app.removeContentTypeParser('text/plain')

  addErrorHandler(app)
  addMetrics(app, deps.metrics)
  await addHelmet(app)
  await addCors(app, settings.origins)
  if (settings.shedLoad) {
    await addUnderPressure(app)
    addTurns(app)
  }
  if (settings.docs) await addDocumentation(app)

  denyByDefault(app)
  await addRateLimit(app, (subject, ms) => countFailure(deps.commands, subject, ms))
  const refusals = refusedCallers(deps.commands)
  app.addHook('onClose', () => refusals.flush())
  addCaller(app, deps.commands.pool, deps.verifier, {
    rememberMs: settings.rememberMs,
    failures: failureCounter(app, settings.failuresPerMinute, refusals),
    countCall: callCounter(
      { requests: settings.requestsPerMinute, cost: settings.costPerMinute },
      (more) => shareCounts(deps.commands, more, QUOTA_WINDOW_MS),
    ),
    refusals,
    stepUp: settings.stepUp,
  })

  addMasking(app, deps.commands.pool, settings.rememberMs)
  await addRoutes(app, {
    ...deps,
    line: createKeyLine(),
    cursors: createCursors(settings.cursorSecret),
  })
  refuseOtherMethods(app, OPERATIONS)
  return app
}

/** JSON lines without tokens, bodies, names or an error's words: method, path, status, time and the request's id. */
function loggerOf(level: string) {
  return {
    level,
    // What others log of a request at the finest levels: the parser of uploads all its headers, the token among them.
    redact: { paths: ['busboyOptions.headers'], remove: true },
    serializers: { req: loggedRequest, err: loggedError },
  }
}
