/** One text in several languages; a language may be missing. */
export type Text = Readonly<Record<string, string>>;

export interface Language {
  code: string;
  name: string;
  dir: 'ltr' | 'rtl';
  reviewed: boolean;
}

export interface Age {
  id: string;
  picture: string;
  name: Text;
  span?: Text;
}

export interface Activity {
  id: string;
  picture: string;
  name: Text;
  note?: Text;
  ages: string[];
}

/** When something goes on: local times of the centre, `to` not included. Neither: it goes on all the time. */
export interface Occasion {
  id: string;
  from?: string;
  to?: string;
}

export interface Session {
  /** Local day, 2026-11-24. */
  day: string;
  /** Local time, 09:00. */
  opens: string;
  closes: string;
  name?: Text;
  activities: Occasion[];
}

export interface Course {
  code: string;
  url: string;
  qr: string;
  name: Text;
  picture: string;
  ages: string[];
  expecting: boolean;
  starts?: string;
  facts: Text;
  seats?: number | null;
  seatsLeft?: number | null;
  queue?: boolean;
  drop?: 'here' | 'drop-in' | 'call' | 'link' | null;
}

export interface Question {
  id: string;
  text: Text;
}

export interface Settings {
  idleSeconds: number;
  warningSeconds: number;
  thanksSeconds: number;
  undoSeconds: number;
  touchExtraSeconds: number;
  coursesIdleSeconds: number;
  repeatMs: number;
  repeatLargeMs: number;
  playTaps: number;
  playWindowMs: number;
  playSeconds: number;
  stateSeconds: number;
  cleaningSeconds: number;
  maxVisitsPerMinute: number;
  takeOverIdleMinutes: number;
  maxAdults: number;
  maxChildren: number;
}

/** Everything the server has told the tablet: its whole world while there is no network. */
export interface State {
  tag: string;
  serverTime: string;
  dataEpoch: string;
  demo: boolean;
  centre: {
    id: string;
    name: string;
    timezone: string;
    capacity: number;
    languages: string[];
    phone?: string;
    publicUrl: string;
    welcome?: Text;
  };
  kiosk: { name: string; paused: boolean };
  pin: { salt: string; iterations: number; hash: string };
  full: boolean;
  languages: Language[];
  words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  ages: Age[];
  activities: Activity[];
  sessions: Session[];
  courses: Course[];
  questions: Question[];
  settings: Settings;
}

/** What holds until the server has said otherwise. */
export const usualSettings: Settings = {
  idleSeconds: 30,
  warningSeconds: 20,
  thanksSeconds: 10,
  undoSeconds: 10,
  touchExtraSeconds: 20,
  coursesIdleSeconds: 60,
  repeatMs: 300,
  repeatLargeMs: 500,
  playTaps: 12,
  playWindowMs: 3000,
  playSeconds: 8,
  stateSeconds: 15,
  cleaningSeconds: 30,
  maxVisitsPerMinute: 24,
  takeOverIdleMinutes: 10,
  maxAdults: 6,
  maxChildren: 10
};
