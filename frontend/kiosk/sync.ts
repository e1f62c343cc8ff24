import { AwakeLog, type Interval } from './awake';
import { dayAfter, localTime, type TabletClock } from './clock';
import type { Command, KioskEvent, SyncAnswer } from './events';
import type { Hardware } from './hardware';
import type { Outbox } from './outbox';
import type { State } from './state';

/** What the tablet wants to hear of. */
export interface Listener {
  /** The server has said something new. */
  state(state: State): void;
  /** Whether this tablet may hand things over; false: it has to be paired again. */
  paired(paired: boolean): void;
  contact(ok: boolean): void;
  command(command: Command): void;
  /** What is shown right now, for staff who look after their tablets: `counting`, `paused`, ... */
  screen(): string;
  hardware(): Hardware;
}

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

const api = 'api/kiosk/v1/';
const batch = 100;
const patience = 10_000;
const longest = 60_000;
const headers = { 'X-Tambur': 'kiosk', 'Content-Type': 'application/json' };

/** How long to wait after so many failures in a row: up to 60 s, spread so that tablets do not come all at once. */
export function backOff(failures: number, chance: number): number {
  return Math.min(longest, 1000 * 2 ** Math.min(failures, 10)) * (0.5 + chance / 2);
}

/** Hands over what waits and hears the news, as long as the tablet lives. Any failure keeps everything. */
export class Sync {
  readonly awake: AwakeLog;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private again = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly clock: TabletClock,
    private readonly listener: Listener,
    private current: State | undefined,
    awake: Interval[],
    private readonly version: string,
    private readonly fetcher: Fetch = (address, init) => fetch(address, init)
  ) {
    this.awake = new AwakeLog(awake);
  }

  start(): void {
    window.addEventListener('online', () => this.soon());
    this.soon();
  }

  /** Something new waits, or the network is back: do not wait for the next round. While the server is away, it does. */
  soon(): void {
    if (this.running) this.again = true;
    else if (this.failures === 0 || navigator.onLine) this.plan(0);
  }

  /** Something new waits. */
  added(): void {
    if (this.failures === 0) this.soon();
  }

  async pair(code: string): Promise<'paired' | 'wrong' | 'wait' | 'away'> {
    try {
      const answer = await this.ask('pair', { method: 'POST', headers, body: JSON.stringify({ code }) });
      if (answer.ok) {
        this.failures = 0;
        await this.round();
        return 'paired';
      }
      return answer.status === 429 ? 'wait' : answer.status >= 500 ? 'away' : 'wrong';
    } catch {
      return 'away';
    }
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.round(), delay);
  }

  /** One round: the news, then what waits. Never throws. */
  async round(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    this.again = false;
    let ok = false;
    try {
      ok = (await this.news()) && (await this.handOver());
    } catch {
      ok = false;
    } finally {
      this.running = false;
    }
    this.failures = ok ? 0 : this.failures + 1;
    this.listener.contact(ok);
    const usual = (this.current?.settings.stateSeconds ?? 15) * 1000;
    this.plan(ok ? (this.again ? 0 : usual) : Math.max(backOff(this.failures, Math.random()), 500));
  }

  private async news(): Promise<boolean> {
    const asked = this.clock.uptime();
    const tag = this.current?.tag;
    const answer = await this.ask(
      'state',
      tag ? { headers: { ...headers, 'If-None-Match': `"${tag}"` } } : { headers }
    );
    if (answer.status === 401) {
      await this.outbox.keep('paired', false);
      this.listener.paired(false);
      return false;
    }
    if (answer.status === 200) {
      const state = (await answer.json()) as State;
      this.clock.learn(state.serverTime, asked, this.clock.uptime());
      await this.outbox.keep('state', state);
      this.current = state;
      this.listener.state(state);
    } else if (answer.status !== 304) {
      return false;
    }
    await this.outbox.keep('paired', true);
    this.listener.paired(true);
    return true;
  }

  private async handOver(): Promise<boolean> {
    const state = this.current;
    if (!state) return true;
    let size = batch;
    // An envelope refused whole holds something the server cannot read: it is sent in smaller and smaller parts, and
    // what is refused alone stays here while the rest goes.
    const unreadable = new Set<string>();
    for (;;) {
      const events = await this.outbox.waiting(state.centre.id, size, unreadable);
      const answer = await this.send(events);
      if (answer === 'unreadable') {
        if (events.length <= 1) {
          const [only] = events;
          if (!only) return false;
          unreadable.add(only.id);
          size = batch;
        } else {
          size = Math.ceil(events.length / 2);
        }
        continue;
      }
      if (answer === undefined) return false;
      const until = dayAfter(localTime(Date.parse(answer.serverTime), state.centre.timezone).day);
      const offered = await this.outbox.settle(answer.results, answer.dataEpoch, until);
      await this.outbox.forget(dayBefore(until));
      await this.outbox.keep('clock', this.clock.memory());
      await this.outbox.keep('lastContact', this.clock.now());
      if (answer.command) this.listener.command(answer.command);
      if (answer.stateTag !== state.tag) this.again = true;
      const answered = answer.results.some(({ id }) => events.some((event) => event.id === id));
      if (offered === 0 && (events.length < size || !answered)) return true;
    }
  }

  private async send(events: KioskEvent[]): Promise<SyncAnswer | 'unreadable' | undefined> {
    const told = this.awake.untold();
    const asked = this.clock.uptime();
    const envelope = {
      version: this.version,
      bootId: this.clock.bootId,
      sentAt: this.clock.wallIso(),
      uptimeMs: asked,
      queue: await this.outbox.size(),
      screen: this.listener.screen(),
      ...this.listener.hardware(),
      awake: told.map(([from, to]) => [this.clock.asWall(from), this.clock.asWall(to)]),
      events
    };
    const answer = await this.ask('sync', { method: 'POST', headers, body: JSON.stringify(envelope) });
    if (answer.status === 401) {
      await this.outbox.keep('paired', false);
      this.listener.paired(false);
      return undefined;
    }
    if ((answer.status === 400 || answer.status === 413) && events.length > 0) return 'unreadable';
    if (!answer.ok) return undefined;
    const said = (await answer.json()) as SyncAnswer;
    if (!Array.isArray(said.results)) return undefined;
    this.clock.learn(said.serverTime, asked, this.clock.uptime());
    this.awake.told(told);
    await this.outbox.keep('awake', this.awake.untold());
    return said;
  }

  private ask(what: string, init: RequestInit): Promise<Response> {
    return this.fetcher(`${api}${what}`, {
      ...init,
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(patience)
    });
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
