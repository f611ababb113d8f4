import t from 'tap'
import { socketsIn } from './scan/sockets.js'

const HEAD = 'Seconds,Closed,Pending,Connected,Service Available'

t.test('S21 what a run of slowhttptest wrote says how many sockets there were', async (t) => {
  const opening = ['0,0,1,0,50', '1,0,1,21,50', '2,0,1,41,50', '3,0,0,50,50']
  t.same(socketsIn([HEAD, ...opening, ''].join('\n'), ''), { opened: 50, leftOpen: 50 })
  const closing = ['10,0,0,50,50', '11,48,0,2,50', '12,50,0,0,50']
  t.same(socketsIn([HEAD, ...opening, ...closing].join('\n'), ''), { opened: 50, leftOpen: 0 })
  t.same(socketsIn([HEAD, ...opening, '4,10,3,37,50'].join('\n'), ''), { opened: 50, leftOpen: 40 })
  const ended = 'Test ended on 29th second\nExit status: No open connections left'
  t.same(socketsIn([HEAD, ...opening].join('\n'), ended), { opened: 50, leftOpen: 0 })
  t.same(socketsIn('', ''), { opened: 0, leftOpen: 0 }, 'nothing where it did not run')
})
