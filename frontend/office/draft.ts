import { randomId } from '../kiosk/clock';

/** What has been tapped of one group and is not saved yet. */
export interface Draft {
  /** A random UUID, made with the first tap: however often it is saved, it counts once. */
  readonly id: string;
  /** By kind; one that nobody has touched is missing. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The numbers as they were before each tap, the latest last. */
  readonly before: readonly Readonly<Record<string, number>>[];
}

/** So many taps can be taken back. */
const MEMORY = 100;

export const empty = (): Draft => ({ id: randomId(), numbers: {}, before: [] });

export function set(draft: Draft, kind: string, number: number | undefined, most: number): Draft {
  const numbers = { ...draft.numbers };
  const next = number === undefined ? undefined : Math.min(Math.max(Math.trunc(number), 0), most);
  if (next === numbers[kind]) return draft;
  if (next === undefined) {
    delete numbers[kind];
  } else {
    numbers[kind] = next;
  }
  return { ...draft, numbers, before: [...draft.before, draft.numbers].slice(-MEMORY) };
}

export function add(draft: Draft, kind: string, more: number, most: number): Draft {
  return set(draft, kind, (draft.numbers[kind] ?? 0) + more, most);
}

/** The draft without its latest tap. */
export function undo(draft: Draft): Draft {
  const last = draft.before.at(-1);
  return last === undefined ? draft : { ...draft, numbers: last, before: draft.before.slice(0, -1) };
}

export function sum(draft: Draft, kinds: readonly string[]): number {
  return kinds.reduce((all, kind) => all + (draft.numbers[kind] ?? 0), 0);
}

export const touched = (draft: Draft): boolean => Object.values(draft.numbers).some((number) => number > 0);

/**
 * What remains when an earlier press of the same form was saved after all, and more has been tapped since.
 *
 * @param saved the numbers that were saved
 */
export function without(draft: Draft, saved: Readonly<Record<string, number>>): Draft {
  const numbers = Object.entries(draft.numbers)
    .map(([kind, number]) => [kind, number - (saved[kind] ?? 0)] as const)
    .filter(([, number]) => number > 0);
  return { ...empty(), numbers: Object.fromEntries(numbers) };
}

/** The drafts of one house on this device, by what they count, such as `2026-11-24/10:00`. */
export class Drafts {
  private readonly prefix: string;

  constructor(
    private readonly storage: Storage,
    house: string
  ) {
    this.prefix = `tambur-count/${house}/`;
  }

  read(what: string): Draft {
    try {
      const read = JSON.parse(this.storage.getItem(this.prefix + what) ?? 'null') as Draft | null;
      return read !== null && typeof read.id === 'string' ? { ...read, before: read.before ?? [] } : empty();
    } catch {
      return empty();
    }
  }

  /** Keeps it, and forgets one in which nothing stands any more. */
  keep(what: string, draft: Draft): void {
    try {
      if (touched(draft)) {
        this.storage.setItem(this.prefix + what, JSON.stringify(draft));
      } else {
        this.storage.removeItem(this.prefix + what);
      }
    } catch {
      // a device that keeps nothing still counts as long as its page is open
    }
  }

  /** What else waits to be saved. */
  others(what: string): string[] {
    const waiting: string[] = [];
    for (let at = 0; at < this.storage.length; at++) {
      const key = this.storage.key(at);
      if (key?.startsWith(this.prefix) && key !== this.prefix + what) {
        waiting.push(key.slice(this.prefix.length));
      }
    }
    return waiting.sort();
  }
}
