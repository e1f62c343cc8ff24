import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ClockMemory } from './clock';
import type { KioskEvent, Result } from './events';
import type { State } from './state';

interface Waiting {
  seq?: number;
  centre: string;
  event: KioskEvent;
}

interface Answered {
  centre: string;
  event: KioskEvent;
  /** The last local day it is kept: it may be asked for again when a backup was restored. */
  until: string;
}

export interface Quarantined {
  event: KioskEvent;
  reason: string;
}

/** The visit that staff may still take back. */
export interface LastVisit {
  id: string;
  at: string;
}

interface Kept {
  state: State;
  paired: boolean;
  paused: boolean;
  clock: ClockMemory;
  dataEpoch: string;
  awake: [number, number][];
  lastVisit: LastVisit;
  lastContact: number;
}

interface Shelves extends DBSchema {
  waiting: { key: number; value: Waiting; indexes: { id: string } };
  answered: { key: string; value: Answered };
  quarantine: { key: string; value: Quarantined };
  kept: { key: string; value: unknown };
}

const strict = { durability: 'strict' } as const;

/**
 * What the tablet must not lose, in IndexedDB. An event is on disk when `add` has answered, and leaves only when the
 * server has answered for it by name.
 */
export class Outbox {
  private constructor(private readonly db: IDBPDatabase<Shelves>) {}

  static async open(name = 'tambur'): Promise<Outbox> {
    const db = await openDB<Shelves>(name, 1, {
      upgrade(fresh) {
        const waiting = fresh.createObjectStore('waiting', { keyPath: 'seq', autoIncrement: true });
        waiting.createIndex('id', 'event.id', { unique: true });
        fresh.createObjectStore('answered', { keyPath: 'event.id' });
        fresh.createObjectStore('quarantine', { keyPath: 'event.id' });
        fresh.createObjectStore('kept');
      }
    });
    return new Outbox(db);
  }

  async add(event: KioskEvent, centre: string): Promise<void> {
    const tx = this.db.transaction(['waiting', 'kept'], 'readwrite', strict);
    void tx.objectStore('waiting').add({ centre, event });
    if (event.type === 'check-in') void tx.objectStore('kept').put({ id: event.id, at: event.at }, 'lastVisit');
    if (event.type === 'undo') void tx.objectStore('kept').delete('lastVisit');
    await tx.done;
  }

  /** The oldest events that wait for this centre, oldest first. */
  async waiting(centre: string, limit: number, without: ReadonlySet<string> = new Set()): Promise<KioskEvent[]> {
    const found: KioskEvent[] = [];
    let cursor = await this.db.transaction('waiting').store.openCursor();
    while (cursor && found.length < limit) {
      const { centre: owner, event } = cursor.value;
      if (owner === centre && !without.has(event.id)) found.push(event);
      cursor = await cursor.continue();
    }
    return found;
  }

  async size(): Promise<number> {
    return this.db.count('waiting');
  }

  async quarantined(): Promise<Quarantined[]> {
    return this.db.getAll('quarantine');
  }

  /**
   * Takes in the server's answers. When its data is another than before (a backup was restored), everything it had
   * answered for is offered again.
   *
   * @param until the last local day an answered event is kept
   * @returns how many were offered again
   */
  async settle(results: readonly Result[], dataEpoch: string, until: string): Promise<number> {
    const tx = this.db.transaction(['waiting', 'answered', 'quarantine', 'kept'], 'readwrite', strict);
    const waiting = tx.objectStore('waiting');
    const answered = tx.objectStore('answered');
    let again = 0;
    const known = await tx.objectStore('kept').get('dataEpoch');
    if (known !== dataEpoch) {
      if (known !== undefined) {
        for (const { centre, event } of await answered.getAll()) {
          await answered.delete(event.id);
          if ((await waiting.index('id').getKey(event.id)) !== undefined) continue;
          await waiting.add({ centre, event });
          again += 1;
        }
      }
      await tx.objectStore('kept').put(dataEpoch, 'dataEpoch');
    }
    for (const { id, result, reason } of results) {
      const found = await waiting.index('id').get(id);
      if (found?.seq === undefined) continue;
      if (result === 'refused') {
        await tx.objectStore('quarantine').put({ event: found.event, reason: reason ?? '' });
      } else if (result === 'stored' || result === 'already' || result === 'held') {
        await answered.put({ centre: found.centre, event: found.event, until });
      } else {
        continue;
      }
      await waiting.delete(found.seq);
    }
    await tx.done;
    return again;
  }

  /** Lets go of answered events whose time is over. */
  async forget(today: string): Promise<void> {
    const tx = this.db.transaction('answered', 'readwrite');
    let cursor = await tx.store.openCursor();
    while (cursor) {
      if (cursor.value.until < today) await cursor.delete();
      cursor = await cursor.continue();
    }
    await tx.done;
  }

  async kept<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | undefined> {
    return (await this.db.get('kept', name)) as Kept[Name] | undefined;
  }

  async keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void> {
    await this.db.put('kept', value, name);
  }

  close(): void {
    this.db.close();
  }
}
