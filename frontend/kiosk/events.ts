interface Stamp {
  /** A random UUID, made when the button was pressed. */
  id: string;
  bootId: string;
  /** What the device's own clock said then, right or wrong; ISO-8601 in UTC. */
  at: string;
  uptimeMs: number;
}

export interface CheckInEvent extends Stamp {
  type: 'check-in';
  activity: string;
  adults: number;
  expecting: boolean;
  children: Readonly<Record<string, number>>;
}

export interface UndoEvent extends Stamp {
  type: 'undo';
  /** The check-in taken back. */
  of: string;
}

export interface LeaveEvent extends Stamp {
  type: 'leave';
  adults: number;
  children: number;
}

export interface FeedbackEvent extends Stamp {
  type: 'feedback';
  question: string;
  /** Adults 1-4, children 1-3; the highest is best. */
  answer: number;
  by: 'adult' | 'child';
}

export type KioskEvent = CheckInEvent | UndoEvent | LeaveEvent | FeedbackEvent;

/** What the server said of one event. */
export interface Result {
  id: string;
  result: 'stored' | 'already' | 'held' | 'refused';
  reason?: string | null;
}

export type Command = 'reload' | 'identify' | 'pause' | 'resume';

export interface SyncAnswer {
  results: Result[];
  serverTime: string;
  stateTag: string;
  dataEpoch: string;
  command?: Command | null;
}
