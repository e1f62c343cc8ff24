/** The same tile again within a short time is one tap: a trembling hand is not two children. */
export class RepeatGuard {
  private key: string | undefined;
  private last = -Infinity;

  /** @param withinMs asked at every tap: large text gives more time */
  constructor(private readonly withinMs: () => number) {}

  accepts(key: string, at: number): boolean {
    const again = key === this.key && at - this.last < this.withinMs();
    this.key = key;
    this.last = at;
    return !again;
  }
}

/** Notices drumming on the screen: so many taps in so short a time that it is play and no counting. */
export class PlayWatch<Before> {
  private taps: { at: number; before: Before }[] = [];

  constructor(private readonly limits: () => { playTaps: number; playWindowMs: number }) {}

  /** @returns what was there before the drumming began; undefined: no drumming */
  tap(at: number, before: Before): { before: Before } | undefined {
    const { playTaps, playWindowMs } = this.limits();
    this.taps = [...this.taps.filter((tap) => at - tap.at < playWindowMs), { at, before }];
    const first = this.taps[0];
    if (!first || this.taps.length < playTaps) return undefined;
    this.rest();
    return { before: first.before };
  }

  /** A visit was counted: the taps before it were no play. */
  rest(): void {
    this.taps = [];
  }
}

/** At most so many visits in any minute at one tablet. */
export class VisitLimit {
  private visits: number[] = [];

  constructor(private readonly perMinute: () => number) {}

  allows(at: number): boolean {
    this.visits = this.visits.filter((visit) => at - visit < 60_000);
    return this.visits.length < this.perMinute();
  }

  counted(at: number): void {
    this.visits.push(at);
  }
}
