import { expect, test } from 'vitest';
import { TabletClock } from './clock';
import type { Command, KioskEvent, Result } from './events';
import { Outbox } from './outbox';
import { type State, usualSettings } from './state';
import { backOff, Sync } from './sync';

const state = {
  tag: 'T1',
  serverTime: '2026-11-24T09:00:00Z',
  centre: { id: 'lekladan', timezone: 'Europe/Stockholm' },
  settings: usualSettings
} as State;

interface Envelope {
  bootId: string;
  queue: number;
  awake: [string, string][];
  events: KioskEvent[];
}

type Mood = (events: KioskEvent[]) => Response | undefined;

let databases = 0;

/** A door with a server of the mood given, which keeps every id once. */
async function door(mood: Mood = () => undefined) {
  const outbox = await Outbox.open(`sync-${++databases}`);
  const kept = new Map<string, KioskEvent>();
  const envelopes: Envelope[] = [];
  const heard = { paired: [] as boolean[], commands: [] as Command[], contact: [] as boolean[] };
  const house = { mood, epoch: 'E1', paired: true };
  const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  const server = async (address: string, init: RequestInit): Promise<Response> => {
    if (!house.paired) return json(401, {});
    if (address.endsWith('state')) return json(200, state);
    const envelope = JSON.parse(String(init.body)) as Envelope;
    envelopes.push(envelope);
    const moody = house.mood(envelope.events);
    if (moody) return moody;
    const results = envelope.events.map((event): Result => {
      const already = kept.has(event.id);
      kept.set(event.id, event);
      return { id: event.id, result: already ? 'already' : 'stored' };
    });
    return json(200, { results, serverTime: state.serverTime, stateTag: 'T1', dataEpoch: house.epoch, command: null });
  };
  const clock = new TabletClock({ wall: () => Date.parse(state.serverTime), uptime: () => 1000 }, () => 'B1');
  const sync = new Sync(
    outbox,
    clock,
    {
      state: () => undefined,
      paired: (paired) => heard.paired.push(paired),
      contact: (ok) => heard.contact.push(ok),
      command: (command) => heard.commands.push(command),
      screen: () => 'counting',
      hardware: () => ({ display: { width: 1280, height: 800 }, battery: { percent: 76, charging: true } })
    },
    undefined,
    [],
    '1.0.0',
    server
  );
  const come = async (...names: string[]) => {
    for (const id of names) {
      await outbox.add(
        {
          id,
          type: 'check-in',
          bootId: 'B1',
          at: '2026-11-24T09:00:00Z',
          uptimeMs: 1,
          activity: 'sang',
          adults: 1,
          expecting: false,
          children: {}
        },
        'lekladan'
      );
    }
  };
  return { outbox, kept, envelopes, heard, house, sync, come };
}

const many = (number: number) => Array.from({ length: number }, (_, index) => `f${index}`);

test('families that waited long are handed over in one go, a hundred at a time, each once', async () => {
  const { come, envelopes, kept, outbox, sync } = await door();
  await come(...many(250));
  await sync.round();
  expect(kept.size).toBe(250);
  expect(await outbox.size()).toBe(0);
  expect(Math.max(...envelopes.map(({ events }) => events.length))).toBe(100);
});

test.each([500, 503, 403, 429])('an answer of %i keeps everything', async (status) => {
  const { come, heard, outbox, sync } = await door(() => new Response('', { status }));
  await come('a', 'b');
  await sync.round();
  expect(await outbox.size()).toBe(2);
  expect(heard.contact).toEqual([false]);
});

test('staff are told of the screen and the battery with every hand-over', async () => {
  const { envelopes, sync } = await door();
  await sync.round();
  expect(envelopes[0]).toMatchObject({
    screen: 'counting',
    display: { width: 1280, height: 800 },
    battery: { percent: 76, charging: true }
  });
});

test('an answer that is not what was agreed keeps everything', async () => {
  const { come, outbox, sync } = await door(() => new Response('<html>log in to the network</html>'));
  await come('a');
  await sync.round();
  expect(await outbox.size()).toBe(1);
});

test('an answer lost on its way does not count a family twice', async () => {
  let lost = 0;
  const { come, house, kept, outbox, sync } = await door();
  await come('a');
  house.mood = (events) => {
    events.forEach((event) => kept.set(event.id, event));
    lost += 1;
    throw new TypeError('connection reset');
  };
  await sync.round();
  house.mood = () => undefined;
  await sync.round();
  expect(lost).toBe(1);
  expect([...kept.keys()]).toEqual(['a']);
  expect(await outbox.size()).toBe(0);
});

test('an event that makes the server refuse the whole envelope stops nobody else', async () => {
  const { come, kept, outbox, sync } = await door((events) =>
    events.some(({ id }) => id === 'f41') ? new Response('', { status: 400 }) : undefined
  );
  await come(...many(100));
  await sync.round();
  expect(kept.size).toBe(99);
  expect((await outbox.waiting('lekladan', 10)).map(({ id }) => id)).toEqual(['f41']);
});

test('a tablet that was revoked says so, keeps its families, and hands them over when paired again', async () => {
  const { come, heard, house, kept, outbox, sync } = await door();
  await come(...many(200));
  house.paired = false;
  await sync.round();
  expect(heard.paired).toEqual([false]);
  expect(await outbox.size()).toBe(200);
  house.paired = true;
  await sync.round();
  expect(kept.size).toBe(200);
});

test('a restored backup gets its families back', async () => {
  const { come, house, kept, outbox, sync } = await door();
  await come('a', 'b', 'c');
  await sync.round();
  kept.clear();
  house.epoch = 'E2';
  await sync.round();
  expect([...kept.keys()].sort()).toEqual(['a', 'b', 'c']);
  expect(await outbox.size()).toBe(0);
});

test('the server hears how many wait and when the screen was up, until it has heard it', async () => {
  const { come, envelopes, sync } = await door();
  await come('a', 'b');
  sync.awake.up(Date.parse('2026-11-24T08:00:00Z'), Date.parse('2026-11-24T09:00:00Z'));
  await sync.round();
  await sync.round();
  expect(envelopes[0]).toMatchObject({ queue: 2, awake: [['2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z']] });
  expect(envelopes.at(-1)).toMatchObject({ queue: 0, awake: [] });
});

test('tries come less and less often, but at least once a minute', () => {
  expect(backOff(1, 0)).toBeGreaterThanOrEqual(1000);
  expect(backOff(3, 0.5)).toBeGreaterThan(backOff(1, 0.5));
  for (let failures = 1; failures < 50; failures++) expect(backOff(failures, 1)).toBeLessThanOrEqual(60_000);
});
