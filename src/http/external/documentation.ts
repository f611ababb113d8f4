import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { openApiDocument } from '../../contracts/document/document.js'
import { OPERATIONS } from '../../contracts/operations.js'

/** The documentation page at /docs, made from the contracts; everything it loads is served from here. */
export async function addDocumentation(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    mode: 'static',
    // The plugin's types know the document loosely; ours is made by one function and tested.
    specification: { document: openApiDocument(OPERATIONS) as never },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    uiConfig: { docExpansion: 'none', deepLinking: true, persistAuthorization: false },
    theme: { title: '整改：接口文档' },
  })
}
