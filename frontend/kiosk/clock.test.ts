import { expect, test } from 'vitest';
import { localTime, randomId, TabletClock } from './clock';

const hour = 3_600_000;
const morning = Date.parse('2026-11-24T09:00:00Z');

const now = (clock: TabletClock) => new Date(clock.now()).toISOString();

function tablet(wall: number, memory?: { offset: number; latest: number }) {
  const device = { wall, uptime: 1_000 };
  const pass = (ms: number) => {
    device.wall += ms;
    device.uptime += ms;
  };
  let boots = 0;
  const clock = new TabletClock({ wall: () => device.wall, uptime: () => device.uptime }, () => `B${++boots}`, memory);
  const hear = (now: number) => clock.learn(new Date(now).toISOString(), device.uptime, device.uptime);
  return { clock, device, pass, hear };
}

test('a tablet whose clock is a day slow tells the right time once it has heard the server', () => {
  const { clock, pass, hear } = tablet(morning - 24 * hour);
  hear(morning);
  pass(5 * 60_000);
  expect(now(clock)).toBe('2026-11-24T09:05:00.000Z');
});

test('a tablet remembers how wrong its clock is when it starts cold without a network', () => {
  const first = tablet(morning - 24 * hour);
  first.hear(morning);
  const second = tablet(morning - 23 * hour, first.clock.memory());
  expect(now(second.clock)).toBe('2026-11-24T10:00:00.000Z');
});

test('a remembered correction is dropped when the clock has been put right in between', () => {
  const first = tablet(morning + 24 * hour);
  first.hear(morning);
  const second = tablet(morning + hour, first.clock.memory());
  expect(now(second.clock)).toBe('2026-11-24T10:00:00.000Z');
});

test('what is handed over carries the clock of the device, and the server does the sum', () => {
  const { clock, hear } = tablet(morning - 24 * hour);
  hear(morning);
  expect(clock.wallIso()).toBe('2026-11-23T09:00:00.000Z');
  expect(clock.asWall(morning - hour)).toBe('2026-11-23T08:00:00.000Z');
});

test('half of the time the question was under way is taken into account', () => {
  const { clock, device } = tablet(morning);
  device.uptime = 3_000;
  device.wall = morning + 2_000;
  clock.learn('2026-11-24T09:00:00Z', 1_000, 3_000);
  expect(now(clock)).toBe('2026-11-24T09:00:01.000Z');
});

test('somebody who sets the wall clock back changes neither the time nor the boot', () => {
  const { clock, device, hear, pass } = tablet(morning);
  hear(morning);
  device.wall -= 365 * 24 * hour;
  pass(60_000);
  expect(now(clock)).toBe('2026-11-24T09:01:00.000Z');
  expect(clock.bootId).toBe('B1');
});

test('a tablet that has slept begins a new boot, so that what was tapped before keeps its time', () => {
  const { clock, device, hear } = tablet(morning);
  hear(morning);
  device.wall += 8 * hour;
  expect(now(clock)).toBe('2026-11-24T17:00:00.000Z');
  expect(clock.bootId).toBe('B2');
});

test('a tablet in 1970 does not know the time until the server has told it', () => {
  const { clock, hear } = tablet(60_000);
  expect(clock.known).toBe(false);
  hear(morning);
  expect(clock.known).toBe(true);
  expect(now(clock)).toBe('2026-11-24T09:00:00.000Z');
});

test('a tablet in 1970 whose clock is set by the network stays in its boot, where uptime tells the rest', () => {
  const { clock, device } = tablet(60_000);
  device.wall = morning;
  expect(now(clock)).toBe('2026-11-24T09:00:00.000Z');
  expect(clock.bootId).toBe('B1');
});

test('the night the clock goes back, half past two comes twice', () => {
  expect(localTime(Date.parse('2026-10-25T00:30:00Z'), 'Europe/Stockholm')).toEqual({ day: '2026-10-25', minute: 150 });
  expect(localTime(Date.parse('2026-10-25T01:30:00Z'), 'Europe/Stockholm')).toEqual({ day: '2026-10-25', minute: 150 });
});

test('the night the clock goes forward, half past one is followed by three', () => {
  expect(localTime(Date.parse('2027-03-28T00:59:00Z'), 'Europe/Stockholm').minute).toBe(119);
  expect(localTime(Date.parse('2027-03-28T01:00:00Z'), 'Europe/Stockholm').minute).toBe(180);
});

test('ids are random UUIDs of version 4: they do not carry the time', () => {
  const ids = Array.from({ length: 100 }, randomId);
  ids.forEach((id) => expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
  expect(new Set(ids).size).toBe(100);
});
