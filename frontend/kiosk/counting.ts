import { type LocalTime, minuteOf } from './clock';
import type { Activity, Occasion, Session } from './state';

/** The numbers of one party while they are tapped. A value: every change gives a new one. */
export interface Party {
  readonly adults: number;
  readonly children: Readonly<Record<string, number>>;
  readonly expecting: boolean;
  /** The activity chosen by hand; undefined: the one of counting rule 3. */
  readonly activity?: string;
  /** Whether anything has been tapped: one adult is there from the start and counts nothing by itself. */
  readonly touched: boolean;
}

export interface Limits {
  maxAdults: number;
  maxChildren: number;
}

export const newParty: Party = { adults: 1, children: {}, expecting: false, touched: false };

export function childrenOf(party: Party): number {
  return Object.values(party.children).reduce((sum, number) => sum + number, 0);
}

export function withChild(party: Party, age: string, change: 1 | -1, limits: Limits): Party {
  const number = (party.children[age] ?? 0) + change;
  if (number < 0 || childrenOf(party) + change > limits.maxChildren) return party;
  const { [age]: _, ...others } = party.children;
  return { ...party, children: number > 0 ? { ...others, [age]: number } : others, touched: true };
}

export function withAdults(party: Party, change: 1 | -1, limits: Limits): Party {
  const adults = party.adults + change;
  return adults < 0 || adults > limits.maxAdults ? party : { ...party, adults, touched: true };
}

export function withExpecting(party: Party): Party {
  return { ...party, expecting: !party.expecting, touched: true };
}

export function withActivity(party: Party, activity: string): Party {
  return { ...party, activity, touched: true };
}

/** Whether *Klar* is awake: something has been tapped, and there is somebody to count. */
export function countable(party: Party): boolean {
  return party.touched && (party.adults > 0 || childrenOf(party) > 0 || party.expecting);
}

const slack = 30;

/** Counting rule 2: the session a visit at this moment belongs to; undefined: outside hours. */
export function sessionAt(sessions: readonly Session[], { day, minute }: LocalTime): Session | undefined {
  let nearest: Session | undefined;
  let least = slack + 1;
  for (const session of sessions) {
    if (session.day !== day) continue;
    const opens = minuteOf(session.opens);
    const closes = minuteOf(session.closes);
    if (minute >= opens && minute < closes) return session;
    const away = minute < opens ? opens - minute : minute - closes;
    const earlier = nearest && session.opens < nearest.opens;
    if (away < least || (away === least && earlier)) {
      nearest = session;
      least = away;
    }
  }
  return nearest;
}

/** The next session that opens after this moment. */
export function nextSession(sessions: readonly Session[], { day, minute }: LocalTime): Session | undefined {
  return sessions
    .filter((session) => session.day > day || (session.day === day && minuteOf(session.opens) > minute))
    .sort((a, b) => (a.day + a.opens < b.day + b.opens ? -1 : 1))[0];
}

const soon = 45;

export type Nearness = 'on' | 'soon' | undefined;

/** Whether a timed occasion is on, or starts within 45 minutes. */
export function nearness(occasion: Occasion, minute: number): Nearness {
  if (occasion.from === undefined || occasion.to === undefined) return undefined;
  const from = minuteOf(occasion.from);
  if (minute >= from) return minute < minuteOf(occasion.to) ? 'on' : undefined;
  return from - minute <= soon ? 'soon' : undefined;
}

/** An activity to choose from, with its time when it has one. */
export interface Choice {
  activity: Activity;
  occasion: Occasion;
}

/** What can be chosen now, in the session's order; outside hours what the plan has that needs no time. */
export function choicesAt(sessions: readonly Session[], activities: readonly Activity[], now: LocalTime): Choice[] {
  const session =
    sessionAt(sessions, now) ??
    sessions.find((each) => each.day === now.day && minuteOf(each.opens) > now.minute) ??
    sessions.filter((each) => each.day === now.day).at(-1);
  if (!session) return activities.slice(0, 4).map((activity) => ({ activity, occasion: { id: activity.id } }));
  return session.activities.flatMap((occasion) => {
    const activity = activities.find((each) => each.id === occasion.id);
    return activity ? [{ activity, occasion }] : [];
  });
}

/** Counting rule 3: a timed activity that is on or starts within 45 minutes, the shortest first, then the plan's order; else the untimed one. */
export function preselected(
  choices: readonly Choice[],
  activities: readonly Activity[],
  minute: number
): string | undefined {
  const order = (choice: Choice) => activities.indexOf(choice.activity);
  const length = ({ occasion }: Choice) => minuteOf(occasion.to ?? '0:0') - minuteOf(occasion.from ?? '0:0');
  const near = choices
    .filter(({ occasion }) => nearness(occasion, minute))
    .sort((a, b) => length(a) - length(b) || order(a) - order(b));
  const untimed = choices.filter(({ occasion }) => occasion.from === undefined).sort((a, b) => order(a) - order(b));
  return (near[0]?.activity ?? untimed[0]?.activity ?? activities[0])?.id;
}
