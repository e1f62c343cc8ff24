import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { add, type Draft, Drafts, empty, set, sum, touched, undo, without } from './draft';

const kinds = ['0-11m', '1y', '2y'];

beforeEach(() => localStorage.clear());

test('twelve children are four taps', () => {
  const group = add(add(add(add(empty(), '1y', 5, 500), '2y', 5, 500), '2y', 1, 500), '0-11m', 1, 500);
  expect(sum(group, kinds)).toBe(12);
});

test('each tap is taken back by one undo, the latest first', () => {
  const tap = fc.record({ kind: fc.constantFrom(...kinds), more: fc.constantFrom(1, 5) });
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 60 }), (taps) => {
      const steps = taps.reduce<Draft[]>(
        (all, each) => [...all, add(all.at(-1) ?? empty(), each.kind, each.more, 500)],
        [empty()]
      );
      let draft = steps.at(-1) ?? empty();
      for (const expected of steps.reverse().slice(1)) {
        draft = undo(draft);
        expect(draft.numbers).toEqual(expected.numbers);
      }
      expect(undo(draft)).toBe(draft);
    })
  );
});

test('nobody is ever fewer than none, nor more than a session can have', () => {
  expect(set(empty(), '1y', -3, 500).numbers).toEqual({ '1y': 0 });
  expect(add(set(empty(), '1y', 499, 500), '1y', 5, 500).numbers).toEqual({ '1y': 500 });
  expect(set(set(empty(), 'visits', 4, 500), 'visits', undefined, 500).numbers).toEqual({});
});

test('what was tapped is there again when the page has been loaded anew, with the same id', () => {
  const tapped = add(add(empty(), '1y', 5, 500), '2y', 1, 500);
  new Drafts(localStorage, 'lekladan').keep('2026-11-24/10:00', tapped);

  expect(new Drafts(localStorage, 'lekladan').read('2026-11-24/10:00')).toEqual(tapped);
  expect(touched(new Drafts(localStorage, 'lekladan').read('2026-11-24/13:00'))).toBe(false);
  expect(touched(new Drafts(localStorage, 'another').read('2026-11-24/10:00'))).toBe(false);
});

test('what waits to be saved elsewhere is told of, until nothing stands in it', () => {
  const drafts = new Drafts(localStorage, 'lekladan');
  const yesterday = add(empty(), '1y', 1, 500);
  drafts.keep('2026-11-23/09:00', yesterday);
  drafts.keep('2026-11-24/10:00', add(empty(), '2y', 1, 500));

  expect(drafts.others('2026-11-24/10:00')).toEqual(['2026-11-23/09:00']);
  drafts.keep('2026-11-23/09:00', undo(yesterday));
  expect(drafts.others('2026-11-24/10:00')).toEqual([]);
});

test('a draft that cannot be read is an empty one', () => {
  localStorage.setItem('tambur-count/lekladan/2026-11-24/10:00', '{"id":');
  expect(touched(new Drafts(localStorage, 'lekladan').read('2026-11-24/10:00'))).toBe(false);
});

test('what was tapped after a save whose answer was lost remains, under an id of its own', () => {
  const pressed = add(empty(), '1y', 5, 500);
  const more = add(add(pressed, '1y', 1, 500), 'adults', 1, 500);

  const rest = without(more, pressed.numbers);

  expect(rest.numbers).toEqual({ '1y': 1, adults: 1 });
  expect(rest.id).not.toBe(pressed.id);
});
