/** Where time comes from: the wall clock may jump, uptime only runs (but may stand still while the tablet sleeps). */
export interface TimeSource {
  /** Milliseconds since 1970, as the device believes. */
  wall(): number;
  /** Milliseconds since the page was loaded. */
  uptime(): number;
}

/** What one start hands on to the next. */
export interface ClockMemory {
  /** Server time minus wall clock, ms. */
  offset: number;
  /** The latest time known to be true, ms since 1970. */
  latest: number;
}

const jump = 5_000;
/** An earlier wall clock has never been set: 2026-01-01. */
const plausible = Date.UTC(2026, 0, 1);

/** What time it is at the door, whatever the device's clock says. Learns from every answer of the server. */
export class TabletClock {
  bootId: string;
  private offset: number;
  private latest: number;
  /** Server time minus uptime; undefined until the server has answered in this boot. */
  private served: number | undefined;
  private drift: number;

  constructor(
    private readonly source: TimeSource,
    private readonly freshId: () => string,
    memory?: ClockMemory
  ) {
    this.bootId = freshId();
    this.latest = memory?.latest ?? 0;
    // A remembered offset that would put us before a time we know has passed was learnt with another wall clock.
    const remembered = memory?.offset ?? 0;
    this.offset = source.wall() + remembered >= this.latest ? remembered : 0;
    this.drift = source.wall() - source.uptime();
  }

  uptime(): number {
    return Math.round(this.source.uptime());
  }

  /** The best known time, ms since 1970. */
  now(): number {
    this.check();
    return Math.round(
      this.served === undefined ? this.source.wall() + this.offset : this.served + this.source.uptime()
    );
  }

  /** What the device's own clock says, right or wrong: the server knows how to read it. */
  wallIso(): string {
    return new Date(this.source.wall()).toISOString();
  }

  /** A known time as the device's clock would have said it now. */
  asWall(time: number): string {
    return new Date(Math.round(time - this.now() + this.source.wall())).toISOString();
  }

  /** False as long as neither the server nor a set wall clock has told. */
  get known(): boolean {
    return this.served !== undefined || this.source.wall() + this.offset >= plausible;
  }

  /** The server said this; it was asked and answered at these uptimes. */
  learn(serverTime: string, asked: number, answered: number): void {
    const said = Date.parse(serverTime);
    if (Number.isNaN(said)) return;
    this.check();
    this.served = said - (asked + answered) / 2;
    this.offset = Math.round(this.served + this.source.uptime() - this.source.wall());
    this.latest = said;
  }

  /** For the next start. */
  memory(): ClockMemory {
    return { offset: this.offset, latest: Math.max(this.latest, this.served === undefined ? 0 : this.now()) };
  }

  /**
   * Compares the two clocks. A wall clock that ran on while uptime stood still means that the tablet slept: what was
   * tapped before keeps its own boot, or the server would place it too late. A wall clock that was set changes nothing.
   */
  check(): void {
    const drift = this.source.wall() - this.source.uptime();
    const moved = drift - this.drift;
    if (Math.abs(moved) < jump) return;
    const wasSet = this.drift + this.source.uptime() + this.offset < plausible;
    if (moved > 0 && !wasSet) {
      this.bootId = this.freshId();
      this.served = undefined;
    } else if (wasSet && this.served === undefined) {
      this.offset = 0;
    } else {
      this.offset -= moved;
    }
    this.drift = drift;
  }
}

/** A moment as the centre's clock on the wall shows it. */
export interface LocalTime {
  /** 2026-11-24 */
  day: string;
  /** Minutes since midnight. */
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function localTime(at: number, timezone: string): LocalTime {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23'
    });
    formats.set(timezone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  return { day: `${part.year}-${part.month}-${part.day}`, minute: Number(part.hour) * 60 + Number(part.minute) };
}

/** "09:30" -> 570 */
export function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The day after, as 2026-11-25. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A random UUID (version 4); crypto.randomUUID is missing where the page came without https. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
