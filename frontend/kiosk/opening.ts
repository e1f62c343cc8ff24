import { localTime } from './clock';
import { nextSession, sessionAt } from './counting';
import type { State } from './state';
import type { Words } from './words';

/** Whether the house counts nobody at a moment, in milliseconds since 1970. */
export function outsideHours(world: State, now: number): boolean {
  return !sessionAt(world.sessions, localTime(now, world.centre.timezone));
}

/** When the house opens next, in words; "" when nobody knows. */
export function nextOpening(words: Words, world: State, moment: number): string {
  const now = localTime(moment, world.centre.timezone);
  const next = nextSession(world.sessions, now);
  if (!next) return '';
  const time = words.time(next.opens);
  return next.day === now.day
    ? words.say('asleep.today', { time })
    : words.say('asleep.next', { day: words.day(next.day), time });
}
