import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KioskEvent, Result } from './events';
import { Outbox } from './outbox';

const house = 'lekladan';
let databases = 0;
const fresh = () => Outbox.open(`outbox-${++databases}`);

function family(id: string): KioskEvent {
  return {
    id,
    type: 'check-in',
    bootId: 'B1',
    at: '2026-11-24T09:00:00.000Z',
    uptimeMs: 1,
    activity: 'sang',
    adults: 1,
    expecting: false,
    children: { '1y': 1 }
  };
}

const stored = (id: string): Result => ({ id, result: 'stored' });
const ids = (events: KioskEvent[]) => events.map(({ id }) => id);

test('families wait in the order they came', async () => {
  const outbox = await fresh();
  for (const id of ['c', 'a', 'b']) await outbox.add(family(id), house);
  expect(ids(await outbox.waiting(house, 100))).toEqual(['c', 'a', 'b']);
});

test('a family is still there when the tablet is opened again', async () => {
  const outbox = await fresh();
  await outbox.add(family('a'), house);
  outbox.close();
  const again = await Outbox.open(`outbox-${databases}`);
  expect(ids(await again.waiting(house, 100))).toEqual(['a']);
  expect(await again.kept('lastVisit')).toEqual({ id: 'a', at: '2026-11-24T09:00:00.000Z' });
});

test('a family leaves only when the server has named it', async () => {
  const outbox = await fresh();
  for (const id of ['a', 'b', 'c', 'd']) await outbox.add(family(id), house);
  await outbox.settle([stored('a'), { id: 'b', result: 'already' }, { id: 'c', result: 'held' }], 'E1', '2026-11-25');
  expect(ids(await outbox.waiting(house, 100))).toEqual(['d']);
});

test('an answer nobody understands keeps everything', async () => {
  const outbox = await fresh();
  await outbox.add(family('a'), house);
  await outbox.settle([{ id: 'a', result: 'perhaps' } as unknown as Result, stored('nobody')], 'E1', '2026-11-25');
  expect(await outbox.size()).toBe(1);
});

test('a refused event is shown to staff and stops nobody else', async () => {
  const outbox = await fresh();
  await outbox.add(family('bad'), house);
  await outbox.add(family('good'), house);
  await outbox.settle(
    [{ id: 'bad', result: 'refused', reason: 'no such activity' }, stored('good')],
    'E1',
    '2026-11-25'
  );
  expect(await outbox.size()).toBe(0);
  expect(await outbox.quarantined()).toMatchObject([{ event: { id: 'bad' }, reason: 'no such activity' }]);
});

test("when yesterday's backup has been restored, answered families are offered again", async () => {
  const outbox = await fresh();
  for (const id of ['a', 'b']) await outbox.add(family(id), house);
  await outbox.settle([stored('a'), stored('b')], 'E1', '2026-11-25');
  expect(await outbox.settle([], 'E2', '2026-11-25')).toBe(2);
  expect(ids(await outbox.waiting(house, 100)).sort()).toEqual(['a', 'b']);
});

test('what the restored server has just answered for is not offered again', async () => {
  const outbox = await fresh();
  await outbox.add(family('old'), house);
  await outbox.settle([stored('old')], 'E1', '2026-11-25');
  await outbox.add(family('new'), house);
  await outbox.settle([stored('new')], 'E2', '2026-11-25');
  expect(ids(await outbox.waiting(house, 100))).toEqual(['old']);
});

test('answered families are forgotten after the next day', async () => {
  const outbox = await fresh();
  await outbox.add(family('a'), house);
  await outbox.settle([stored('a')], 'E1', '2026-11-25');
  await outbox.forget('2026-11-25');
  expect(await outbox.settle([], 'E2', '2026-11-25')).toBe(1);
  await outbox.settle([stored('a')], 'E2', '2026-11-25');
  await outbox.forget('2026-11-26');
  expect(await outbox.settle([], 'E3', '2026-11-26')).toBe(0);
});

test('what was counted in another house waits until the tablet is back there', async () => {
  const outbox = await fresh();
  await outbox.add(family('a'), 'grannby');
  await outbox.add(family('b'), house);
  expect(ids(await outbox.waiting(house, 100))).toEqual(['b']);
  expect(await outbox.size()).toBe(2);
});

test('no family is ever lost, whatever the server answers in whatever order', async () => {
  const answer = fc.constantFrom('stored', 'already', 'held', 'refused', 'lost' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 15 }), async (answers) => {
      const outbox = await fresh();
      const names = answers.map((_, index) => `f${index}`);
      for (const id of names) await outbox.add(family(id), house);
      const results = answers.flatMap((result, index) =>
        result === 'lost' ? [] : [{ id: `f${index}`, result } as Result]
      );
      await outbox.settle(results.reverse(), 'E1', '2026-11-25');
      const refused = (await outbox.quarantined()).map(({ event }) => event.id);
      await outbox.settle([], 'E2', '2026-11-25');
      const all = [...refused, ...ids(await outbox.waiting(house, 100))];
      expect(all.sort()).toEqual(names.sort());
      outbox.close();
    }),
    { numRuns: 40 }
  );
});
