import type { Client } from '../../src/client/index.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { serviceAccountOperations } from '../../src/contracts/service-accounts.js'
import { enrol } from '../../src/example/enrol.js'
import { OFFICE_PEOPLE, unitSubject } from '../../src/example/register.js'
import { SITES, type Site, type Sites } from './sites.js'
import { TOOL } from './tool.js'

/** Everybody who acts, each with a client of their own, and where their units stand. */
export interface People {
  handler: Client
  reviewer: Client
  leader: Client
  leader_id: string
  units: readonly { site: Site; unit_id: string; reporter: Client }[]
  /** The key of the tool's service account. */
  key: string
}

/** Enters the office's people, three units with a reporter and a site each, and the account of the tool. */
export async function enterPeople(
  as: (subject: string) => Promise<Client>,
  issuer: string,
  sites: Sites,
): Promise<People> {
  const admin = await as('admin')
  const reporters = SITES.map(({ unit }, index) => {
    const subject = unitSubject(index, 'unit.reporter')
    const email = `${subject}@units.example`
    return { subject, name: `${unit}联络员`, email, role: 'unit.reporter' as const, unit }
  })
  const officers = OFFICE_PEOPLE.map((person) => {
    return { ...person, email: `${person.subject}@office.example`, unit: null }
  })
  const enrolled = await enrol(admin, issuer, {
    units: SITES.map(({ unit }) => ({ name: unit, aliases: [], office_head: null })),
    people: [...officers, ...reporters],
    assets: [],
  })
  const units = []
  for (const [index, site] of SITES.entries()) {
    const unit_id = enrolled.units.get(site.unit) ?? ''
    const entry = { unit_id, medium: 'website', name: site.name, url: sites.home(site) } as const
    await admin(assetOperations.create, { body: entry })
    const reporter = await as(reporters[index]?.subject ?? '')
    units.push({ site, unit_id, reporter })
  }
  const security = await as('security')
  const account = await security(serviceAccountOperations.createServiceAccount, {
    body: {
      ...{ kind: 'inspection_tool', name: '演示监测工具', tool: TOOL, expires_in_days: 1 },
      scopes: ['hits', 'retests'],
    },
  })
  return {
    ...{ handler: await as('handler'), reviewer: await as('reviewer') },
    ...{ leader: await as('leader'), leader_id: enrolled.people.get('leader') ?? '' },
    ...{ units, key: account.body.key ?? '' },
  }
}
