export type Interval = [from: number, to: number];

const seam = 30_000;
const most = 500;

/** When the counting screen was up and awake: what makes a session without visits "empty" and not "not counted". */
export class AwakeLog {
  /** @param intervals from an earlier start, not yet told to the server */
  constructor(private intervals: Interval[] = []) {}

  /** Call often: the screen has been up from `from` until now. Neighbouring stretches become one. */
  up(from: number, now: number): void {
    if (now < from) return;
    const last = this.intervals.at(-1);
    if (last && from - last[1] <= seam && from >= last[0]) last[1] = Math.max(last[1], now);
    else this.intervals.push([from, now]);
    this.intervals = this.intervals.slice(-most);
  }

  untold(): Interval[] {
    return this.intervals.map(([from, to]) => [from, to]);
  }

  /** The server knows of these. What is still going on is told from where it ended. */
  told(known: readonly Interval[]): void {
    const starts = new Map(known);
    this.intervals = this.intervals.flatMap(([from, to]): Interval[] => {
      const until = starts.get(from);
      if (until === undefined) return [[from, to]];
      return to > until ? [[until, to]] : [];
    });
  }
}
