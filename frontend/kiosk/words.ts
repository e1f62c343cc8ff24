import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, Text } from './state';

type Values = Record<string, string | number>;
type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A text with the language and direction it is really in. */
export interface Said {
  text: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** The words of one language; what it lacks is said in the centre's first language. */
export class Words {
  private readonly formats = new Map<string, IntlMessageFormat>();

  constructor(
    private readonly messages: Messages,
    readonly language: Language,
    readonly first: Language
  ) {}

  /** The word for a key such as `done.next`. */
  say(key: string, values?: Values): string {
    let format = this.formats.get(key);
    if (!format) {
      const own = this.messages[this.language.code]?.[key];
      const lang = own === undefined ? this.first.code : this.language.code;
      const message = own ?? this.messages[this.first.code]?.[key] ?? this.messages['sv']?.[key] ?? '';
      format = new IntlMessageFormat(message, `${lang}-u-nu-latn`);
      this.formats.set(key, format);
    }
    return String(format.format(values));
  }

  /** A name from the plan, in this language or else the first. */
  of(text: Text | undefined): Said {
    const own = text?.[this.language.code];
    if (own !== undefined) return { text: own, lang: this.language.code, dir: this.language.dir };
    return { text: text?.[this.first.code] ?? '', lang: this.first.code, dir: this.first.dir };
  }

  /** 10.30 in Swedish and Finnish, 10:30 elsewhere; Swedish writes nine o'clock 9.00. */
  time(time: string): string {
    const [hours = '', minutes = ''] = time.split(':');
    const dotted = this.language.code === 'sv' || this.language.code === 'fi';
    return dotted ? `${Number(hours)}.${minutes}` : `${hours.padStart(2, '0')}:${minutes}`;
  }

  /** 9.00–12.00 */
  span(from: string, to: string): string {
    return `\u2066${this.time(from)}–${this.time(to)}\u2069`;
  }

  /** "2 barn och 1 vuxen" */
  list(parts: readonly string[]): string {
    const lang = Intl.ListFormat.supportedLocalesOf(this.language.code)[0];
    return lang ? new Intl.ListFormat(lang).format(parts) : parts.join(', ');
  }

  /** tisdag 24 november */
  day(day: string): string {
    const lang = Intl.DateTimeFormat.supportedLocalesOf(this.language.code)[0];
    const at = Date.parse(`${day}T12:00:00Z`);
    if (!lang) {
      const [, month, date] = day.split('-');
      return `${Number(date)}/${Number(month)}`;
    }
    return new Intl.DateTimeFormat(`${lang}-u-nu-latn`, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long'
    }).format(at);
  }
}
