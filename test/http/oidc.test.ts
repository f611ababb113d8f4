import t from 'tap'
import { v7 } from 'uuid'
import { meOperations } from '../../src/contracts/me.js'
import { personOperations } from '../../src/contracts/register/people.js'
import { insertMemberships } from '../../src/db/membership.js'
import { insertPeople } from '../../src/db/person.js'
import { dateOf } from '../../src/domain/instant.js'
import { oidcServer } from './oidc-server.js'
import { sendTo, testServer } from './support.js'

t.test(
  'S02 S03 S05 tokens of a real identity provider, and its keys changed meanwhile',
  async (t) => {
    const provider = await oidcServer(t)
    const { app, office } = await testServer(t, {
      units: 1,
      settings: { stepUp: { max_age: 300, acr_values: ['urn:two'] }, failuresPerMinute: 0 },
      issuers: [
        {
          issuer: provider.issuer,
          audience: 'urn:zhenggai:api',
          algorithms: ['ES256'],
          keys: { kind: 'url', url: provider.jwks_uri },
        },
      ],
    })
    const { office_id, owner } = office
    const id = v7()
    const login = { issuer: provider.issuer, subject: provider.subject, status: 'active' as const }
    await insertPeople(owner, [{ id, office_id, name: '来人', email: null, phone: null, ...login }])
    const role = { id: v7(), office_id, person_id: id, unit_id: null, role: 'admin' as const }
    await insertMemberships(owner, [{ ...role, from_on: dateOf('2000-01-01'), until_on: null }])
    const ask = async (token: string) =>
      sendTo(app, meOperations.getMe, {}, { authorization: `Bearer ${token}` })

    const [token, unused] = [await provider.token(), await provider.token()]
    const me = await ask(token)
    t.match(me.body, { person_id: id, name: '来人', roles: [{ role: 'admin' }] })
    const entered = await sendTo(
      app,
      personOperations.create,
      { body: { name: '新来者' } },
      { authorization: `Bearer ${token}` },
    )
    t.equal(entered.status, 201, 'fresh and strong enough')
    t.equal(
      (await ask(await provider.token('urn:something:else'))).status,
      401,
      'meant for another',
    )

    await provider.signWith('second')
    const signedAnew = await provider.token()
    t.equal((await ask(signedAnew)).status, 401, 'not looked for again at once')
    t.intercept(Date, 'now', { value: () => AFTER_COOL_DOWN })
    t.equal((await ask(signedAnew)).status, 200, 'found without a restart')
    t.equal((await ask(unused)).status, 401, 'and the old key is over')
  },
)

const AFTER_COOL_DOWN = Date.now() + 45_000
