import { expect, test } from 'vitest';
import { AwakeLog } from './awake';

test('a morning of small stretches is one interval', () => {
  const log = new AwakeLog();
  for (let at = 0; at < 3_600_000; at += 10_000) log.up(at, at + 10_000);
  expect(log.untold()).toEqual([[0, 3_600_000]]);
});

test('a tablet that slept in between was not awake', () => {
  const log = new AwakeLog();
  log.up(0, 10_000);
  log.up(600_000, 610_000);
  expect(log.untold()).toEqual([
    [0, 10_000],
    [600_000, 610_000]
  ]);
});

test('what the server knows is not told again, and what went on meanwhile is', () => {
  const log = new AwakeLog();
  log.up(0, 10_000);
  const told = log.untold();
  log.up(10_000, 20_000);
  log.told(told);
  expect(log.untold()).toEqual([[10_000, 20_000]]);
});
