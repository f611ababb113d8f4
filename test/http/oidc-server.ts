import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'
import type { Test } from 'tap'

/** What the interface is to the identity provider: the name tokens are asked for under. */
const RESOURCE = 'urn:zhenggai:api'
const CLIENT = { client_id: 'clerk', client_secret: 'only for this test, and long enough' }

/** A real identity provider on loopback, whose keys can be changed while it runs. */
export async function oidcServer(t: Test) {
  const served: { by: Provider | null } = { by: null }
  const server = createServer((request, response) => {
    if (served.by) served.by.callback()(request, response)
    else response.writeHead(503).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.teardown(() => new Promise((closed) => server.close(closed)))
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const signWith = async (kid: string) => {
    served.by = new Provider(issuer, await settingsWith(kid))
  }
  await signWith('first')

  /** An access token by the client credentials grant, for the interface or for something else. */
  const token = async (resource = RESOURCE) => {
    const { client_id, client_secret } = CLIENT
    const given = { grant_type: 'client_credentials', resource, client_id, client_secret }
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams(given),
    })
    const said = (await answer.json()) as { access_token?: string }
    if (said.access_token === undefined) throw new Error(JSON.stringify(said))
    return said.access_token
  }
  const found = await fetch(`${issuer}/.well-known/openid-configuration`)
  const { jwks_uri } = (await found.json()) as { jwks_uri: string }
  return { issuer, jwks_uri, token, signWith, subject: CLIENT.client_id }
}

async function settingsWith(kid: string): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' }
  return {
    jwks: { keys: [key] },
    clients: [
      {
        ...CLIENT,
        ...{ grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
        ...{
          token_endpoint_auth_method: 'client_secret_post',
          id_token_signed_response_alg: 'ES256',
        },
      },
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: '',
          audience: resource,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: () => ({ auth_time: Math.floor(Date.now() / 1_000), acr: 'urn:two' }),
  }
}
