import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  childrenOf,
  choicesAt,
  countable,
  nearness,
  newParty,
  nextSession,
  type Party,
  preselected,
  sessionAt,
  withActivity,
  withAdults,
  withChild,
  withExpecting
} from './counting';
import type { Activity, Session } from './state';

const limits = { maxAdults: 6, maxChildren: 10 };
const day = '2026-11-24';
const at = (time: string) => ({ day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) });

const activity = (id: string): Activity => ({ id, picture: 'notes', name: { sv: id }, ages: [] });
const activities = ['oppen-lek', 'sang', 'babysang', 'bvc'].map(activity);
const monday: Session = {
  day,
  opens: '09:00',
  closes: '12:00',
  activities: [
    { id: 'oppen-lek' },
    { id: 'sang', from: '10:00', to: '10:30' },
    { id: 'bvc', from: '10:00', to: '12:00' }
  ]
};
const afternoon: Session = { day, opens: '13:00', closes: '16:00', activities: [{ id: 'oppen-lek' }] };

test('a parent with one child needs two taps: the child, and Klar', () => {
  const party = withChild(newParty, '1y', 1, limits);
  expect(countable(party)).toBe(true);
  expect(party).toMatchObject({ adults: 1, children: { '1y': 1 } });
});

test('nobody is counted before anything has been tapped, although one adult stands there', () => {
  expect(newParty.adults).toBe(1);
  expect(countable(newParty)).toBe(false);
});

test('an adult alone is counted after a plus and a minus', () => {
  const party = withAdults(withAdults(newParty, 1, limits), -1, limits);
  expect(party.adults).toBe(1);
  expect(countable(party)).toBe(true);
});

test('a party of nobody is never counted, whatever has been tapped', () => {
  const nobody = withActivity(withAdults(newParty, -1, limits), 'sang');
  expect(countable(nobody)).toBe(false);
});

test('children alone, and somebody who expects a child, are parties', () => {
  const alone = withAdults(withChild(newParty, '6y+', 1, limits), -1, limits);
  expect(countable(alone)).toBe(true);
  expect(countable(withExpecting(withAdults(newParty, -1, limits)))).toBe(true);
});

test('a party never leaves its limits, whatever is tapped', () => {
  const step = fc.oneof(
    fc.record({ age: fc.constantFrom('0-11m', '1y', '2y'), change: fc.constantFrom(1 as const, -1 as const) }),
    fc.constantFrom(1 as const, -1 as const),
    fc.constant('expecting' as const)
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const party = steps.reduce<Party>((each, tap) => {
        if (tap === 'expecting') return withExpecting(each);
        if (typeof tap === 'number') return withAdults(each, tap, limits);
        return withChild(each, tap.age, tap.change, limits);
      }, newParty);
      expect(party.adults).toBeGreaterThanOrEqual(0);
      expect(party.adults).toBeLessThanOrEqual(6);
      expect(childrenOf(party)).toBeLessThanOrEqual(10);
      Object.values(party.children).forEach((number) => expect(number).toBeGreaterThan(0));
    })
  );
});

test('the opening minute belongs to the session, the closing minute does not', () => {
  expect(sessionAt([{ ...monday, closes: '09:01' }], at('09:00'))).toBeDefined();
  expect(nearness({ id: 'sang', from: '10:00', to: '10:30' }, at('10:00').minute)).toBe('on');
  expect(nearness({ id: 'sang', from: '10:00', to: '10:30' }, at('10:30').minute)).toBeUndefined();
});

test('half an hour before and after still belongs to the session, a minute more does not', () => {
  expect(sessionAt([monday], at('08:30'))).toBe(monday);
  expect(sessionAt([monday], at('08:29'))).toBeUndefined();
  expect(sessionAt([monday], at('12:30'))).toBe(monday);
  expect(sessionAt([monday], at('12:31'))).toBeUndefined();
});

test('just between two sessions a visit belongs to the earlier, whatever order they stand in', () => {
  expect(sessionAt([monday, afternoon], at('12:30'))).toBe(monday);
  expect(sessionAt([afternoon, monday], at('12:30'))).toBe(monday);
  expect(sessionAt([monday, afternoon], at('12:31'))).toBe(afternoon);
});

const chosenAt = (time: string) => preselected(choicesAt([monday], activities, at(time)), activities, at(time).minute);

test('song time is chosen from three quarters of an hour before it starts until it ends', () => {
  expect(chosenAt('09:14')).toBe('oppen-lek');
  expect(chosenAt('09:15')).toBe('sang');
  expect(chosenAt('10:29')).toBe('sang');
});

test('the shorter of two that go on is chosen, and the longer when it is over', () => {
  expect(chosenAt('10:10')).toBe('sang');
  expect(chosenAt('10:30')).toBe('bvc');
});

test("of two as short, the plan's order decides", () => {
  const both = {
    ...monday,
    activities: [
      { id: 'babysang', from: '10:00', to: '10:30' },
      { id: 'sang', from: '10:00', to: '10:30' }
    ]
  };
  expect(preselected(choicesAt([both], activities, at('10:00')), activities, at('10:00').minute)).toBe('sang');
});

test('on a closed day the plan still has something to choose, so that counting stays possible', () => {
  expect(preselected(choicesAt([], activities, at('10:00')), activities, at('10:00').minute)).toBe('oppen-lek');
});

test('the next opening is later today, or else the first of the coming days', () => {
  const tomorrow = { ...monday, day: '2026-11-25' };
  expect(nextSession([tomorrow, monday, afternoon], at('12:45'))).toBe(afternoon);
  expect(nextSession([tomorrow, monday, afternoon], at('17:00'))).toBe(tomorrow);
});
