/** How much of everything a run measures. */
export interface Sizes {
  callers: number
  units: number
  perNotice: number
  latency: { perSecond: number; findings: number }
  commands: { pairs: number; findings: number }
  lifecycles: { pairs: number; findings: number }
  paced: { runs: number; findings: number }
  textbook: { runs: number; findings: number }
  issue: { findings: number; units: number }
  minute: { findings: number; perNotice: number; perSecond: number; probes: number }
  uploads: { files: number; megabytes: number }
  hits: { lines: number }
  audit: { findings: number; runs: number }
  lists: { findings: number; units: number; rounds: number }
}

export const FULL: Sizes = {
  callers: 16,
  units: 20,
  perNotice: 20,
  latency: { perSecond: 100, findings: 250 },
  commands: { pairs: 7, findings: 200 },
  lifecycles: { pairs: 7, findings: 200 },
  paced: { runs: 3, findings: 80 },
  textbook: { runs: 3, findings: 80 },
  issue: { findings: 10_000, units: 100 },
  minute: { findings: 20_000, perNotice: 10_000, perSecond: 20, probes: 300 },
  uploads: { files: 10, megabytes: 40 },
  hits: { lines: 100_000 },
  audit: { findings: 8_000, runs: 7 },
  lists: { findings: 1_000_000, units: 200, rounds: 25 },
}

/** Every row once and small: proves that the bench runs, not how fast anything is. */
export const QUICK: Sizes = {
  callers: 4,
  units: 3,
  perNotice: 5,
  latency: { perSecond: 20, findings: 5 },
  commands: { pairs: 2, findings: 10 },
  lifecycles: { pairs: 2, findings: 10 },
  paced: { runs: 1, findings: 5 },
  textbook: { runs: 1, findings: 5 },
  issue: { findings: 50, units: 3 },
  minute: { findings: 40, perNotice: 20, perSecond: 20, probes: 5 },
  uploads: { files: 2, megabytes: 1 },
  hits: { lines: 200 },
  audit: { findings: 20, runs: 2 },
  lists: { findings: 3_000, units: 10, rounds: 2 },
}
