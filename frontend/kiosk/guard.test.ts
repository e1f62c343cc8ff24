import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlayWatch, RepeatGuard, VisitLimit } from './guard';

test('a trembling finger on one tile is one tap', () => {
  const guard = new RepeatGuard(() => 300);
  expect(guard.accepts('1y', 0)).toBe(true);
  expect(guard.accepts('1y', 299)).toBe(false);
  expect(guard.accepts('1y', 600)).toBe(true);
});

test('two tiles right after each other are two taps', () => {
  const guard = new RepeatGuard(() => 300);
  expect(guard.accepts('1y', 0)).toBe(true);
  expect(guard.accepts('2y', 50)).toBe(true);
});

test('with large text there is half a second for it', () => {
  let large = false;
  const guard = new RepeatGuard(() => (large ? 500 : 300));
  guard.accepts('1y', 0);
  expect(guard.accepts('1y', 400)).toBe(true);
  large = true;
  expect(guard.accepts('1y', 800)).toBe(false);
});

test('a child that drums gets bubbles, and the numbers from before the drumming', () => {
  const watch = new PlayWatch<string>(() => ({ playTaps: 5, playWindowMs: 1000 }));
  expect(watch.tap(0, 'one adult, one child')).toBeUndefined();
  [100, 200, 300].forEach((at) => expect(watch.tap(at, 'more')).toBeUndefined());
  expect(watch.tap(400, 'even more')).toEqual({ before: 'one adult, one child' });
});

test('a large family that is tapped in calmly gets no bubbles', () => {
  const watch = new PlayWatch<number>(() => ({ playTaps: 12, playWindowMs: 3000 }));
  for (let tap = 0; tap < 40; tap++) expect(watch.tap(tap * 350, tap)).toBeUndefined();
});

test('families in quick succession are no play', () => {
  const watch = new PlayWatch<number>(() => ({ playTaps: 4, playWindowMs: 1000 }));
  for (let family = 0; family < 20; family++) {
    expect(watch.tap(family * 30, family)).toBeUndefined();
    expect(watch.tap(family * 30 + 10, family)).toBeUndefined();
    watch.rest();
  }
});

test('however fast Klar is pressed, no minute holds more than 24 visits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4_000), { maxLength: 300 }), (gaps) => {
      const limit = new VisitLimit(() => 24);
      const visits: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        if (!limit.allows(now)) continue;
        limit.counted(now);
        visits.push(now);
      }
      for (const visit of visits) {
        expect(visits.filter((other) => other >= visit && other < visit + 60_000).length).toBeLessThanOrEqual(24);
      }
    })
  );
});
