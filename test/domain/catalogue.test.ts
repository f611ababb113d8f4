import { readFileSync } from 'node:fs'
import t from 'tap'
import {
  CATALOGUE,
  CATALOGUE_VERSION,
  findIndicator,
  isUrgentIndicator,
} from '../../src/domain/catalogue.js'
import { INDICATOR_SOURCES } from '../../src/domain/catalogue-entries.gen.js'
import { MEDIA, SEVERITIES } from '../../src/domain/vocabulary.js'
import { readIndicatorSource, renderIndicators, toIndicator } from '../helpers/indicators-source.js'

const GENERATED = new URL('../../src/domain/catalogue-entries.gen.ts', import.meta.url)

t.test('the committed catalogue is the researched one', async (t) => {
  const source = readIndicatorSource()
  if (!source) {
    t.comment('NOT COMPARED: ../shared/indicators.json is not beside this project')
    return
  }
  t.equal(readFileSync(GENERATED, 'utf8'), renderIndicators(source), 'else generate it again')
  t.same(CATALOGUE, source.indicators.map(toIndicator))
  t.equal(CATALOGUE_VERSION, source.version)
})

t.test('every entry is whole', async (t) => {
  t.equal(CATALOGUE.length, 60)
  t.equal(new Set(CATALOGUE.map(({ id }) => id)).size, CATALOGUE.length, 'ids are unique')
  for (const entry of CATALOGUE) {
    t.ok(SEVERITIES.includes(entry.severity), entry.id)
    t.ok(entry.medium === 'any' || MEDIA.includes(entry.medium), entry.id)
    t.equal(
      entry.window === null,
      entry.bonus,
      `${entry.id}: all but the bonus stage have a window`,
    )
    const unknown = entry.sources.filter((key) => !(key in INDICATOR_SOURCES))
    t.same(unknown, [], `${entry.id}: sources are named`)
  }
})

t.test('looking up', async (t) => {
  t.match(findIndicator('WD-05'), {
    name_zh: '政策文件',
    severity: 'deduction',
    points: 5,
    window: { days: 5, unit: 'working' },
    mark: 'V',
    sources: ['D', 'S'],
  })
  t.match(findIndicator('WD-22')?.window, { days: 30, unit: 'calendar' })
  t.match(findIndicator('WB-1'), { severity: 'management', bonus: true, window: null })
  t.equal(findIndicator('none'), null)
  t.equal(findIndicator('toString'), null)
})

t.test('what is urgent', async (t) => {
  const urgent = CATALOGUE.map(({ id }) => id).filter(isUrgentIndicator)
  t.same(urgent, ['WV-1.1', 'WV-1.2', 'WV-1.3', 'WV-1.4', 'NV-1.1', 'LC-01'])
  t.equal(isUrgentIndicator('none'), false)
})
