import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { State } from './state';
import type { Words } from './words';

/** Where the parts stand: side by side, one under another, or the most needed first and the rest a step away. */
export type Layout = 'wide' | 'tall' | 'compact';

/** Where people want to go. */
export type Way =
  | 'done'
  | 'undo'
  | 'next'
  | 'courses'
  | 'goodbye'
  | 'leaving'
  | 'home'
  | 'stay'
  | 'wake'
  | 'pairing'
  | 'pause'
  | 'resume'
  | 'clean'
  | 'undo-last';

/** What every screen is given, and how it says what was wanted. */
export abstract class Screen extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) state!: State;
  @property({ reflect: true }) layout: Layout = 'wide';
  @property({ type: Boolean, reflect: true }) large = false;

  protected say(key: string, values?: Record<string, string | number>): string {
    return this.words.say(key, values);
  }

  protected go(way: Way): void {
    this.tell('go', way);
  }

  protected tell(what: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}
