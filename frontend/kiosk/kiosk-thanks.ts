import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fittingCourses } from './courses';
import { newParty, type Party } from './counting';
import './kiosk-course';
import './kiosk-picture';
import { countedInWords } from './party-words';
import { Screen } from './screen';
import { basics, screen } from './styles';

/** Counted: thanks, a way back for a moment, and a course or two that fit. */
@customElement('kiosk-thanks')
export class KioskThanks extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        background: var(--pale-green);
        padding: 2rem 2.5rem;
        grid-template:
          'said fits' minmax(0, 1fr)
          'next next' auto
          / minmax(0, 5fr) minmax(0, 6fr);
        gap: 1.25rem 2.5rem;
      }

      .said {
        grid-area: said;
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        justify-content: center;
        gap: 1.125rem;
        min-height: 0;
      }

      /* gives way where the words need the room */
      .tick {
        height: 7rem;
        min-height: 3.5rem;
        flex: 0 1 7rem;
        aspect-ratio: 1;
        border-radius: 50%;
        background: var(--green);
        color: #fff;
        display: grid;
        place-items: center;
      }

      .tick kiosk-picture {
        width: 60%;
        height: 60%;
      }

      h1 {
        color: var(--deep);
        font-size: min(var(--text-huge), 5.3vw);
        line-height: 1.1;
      }

      p {
        font-size: max(1.5rem, var(--text));
        line-height: 1.35;
      }

      .who {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
      }

      .who kiosk-picture {
        --size: 3.25rem;
      }

      .undo {
        flex-direction: row;
        border-color: var(--green);
        font-size: max(1.5rem, var(--text));
        padding-inline: 2rem;
        border-radius: calc(var(--action) / 2);
        gap: 0.75rem;
      }

      .undo kiosk-picture {
        --size: 2.25rem;
      }

      .undo,
      .room {
        min-height: var(--action);
        flex: none;
      }

      .fits {
        grid-area: fits;
        display: flex;
        flex-direction: column;
        justify-content: center;
        gap: 1.125rem;
        min-height: 0;
      }

      .fits h2 {
        font-size: 1.625rem;
      }

      .last {
        grid-area: next;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 1.25rem;
      }

      .ring {
        width: 6.25rem;
        height: 6.25rem;
        position: relative;
        display: grid;
        place-items: center;
        font-size: 1.75rem;
        font-weight: 700;
      }

      .ring svg {
        position: absolute;
        inset: 0;
        transform: rotate(-90deg);
      }

      .ring circle {
        fill: none;
        stroke: #fff;
        stroke-width: 12;
      }

      .ring .gone {
        stroke: var(--green);
      }

      :host([layout='tall']) {
        grid-template:
          'said' auto
          'fits' minmax(0, 1fr)
          'next' auto
          / minmax(0, 1fr);
      }

      :host([layout='compact']) {
        padding: 1rem 1.25rem;
      }

      :host([layout='compact']) .last {
        grid-template-columns: auto minmax(0, 1fr) auto;
      }

      :host([layout='compact']:not([large])) .said {
        gap: 0.625rem;
      }

      :host([layout='compact']:not([large])) h1 {
        font-size: 3rem;
      }

      :host([layout='compact']:not([large])) p {
        font-size: 1.375rem;
      }

      :host([large]) {
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 1rem 1.5rem;
      }

      :host([large]) .said {
        gap: 0.75rem;
      }

      :host([large]) .tick,
      :host([large]) .fits h2,
      :host([large]) .who {
        display: none;
      }

      :host([large]) p {
        line-height: 1.12;
      }

      :host([large]) kiosk-course {
        grid-template-columns: auto;
        max-width: 17rem;
      }

      @media (max-aspect-ratio: 1) {
        :host([large]) {
          grid-template:
            'said' auto
            'fits' minmax(0, 1fr)
            'next' auto
            / minmax(0, 1fr);
        }
      }
    `
  ];

  /** What was counted. */
  @property({ attribute: false }) party: Party = newParty;

  /** Whether *Ångra* is still there. */
  @property({ type: Boolean }) undoable = true;

  /** Seconds until the next family has the screen. */
  @property({ type: Number }) left = 10;

  /** Seconds the ring had when it was full. */
  @property({ type: Number }) whole = 10;

  protected override render() {
    const compact = this.layout === 'compact';
    const most = this.large ? 0 : compact ? 1 : 2;
    const courses = fittingCourses(this.state.courses, this.party).slice(0, most);
    return html`
      <div class="said">
        <span class="tick"><kiosk-picture sign="check"></kiosk-picture></span>
        <h1>${this.say('done.title')}</h1>
        <div class="who">${this.pictures().map((name) => html`<kiosk-picture .name=${name}></kiosk-picture>`)}</div>
        <p role="status">
          ${countedInWords(this.words, this.party).map((line) => html`${line} `)}${this.say('done.unnamed')}
        </p>
        ${compact ? nothing : this.undoing()}
      </div>
      ${
        courses.length > 0
          ? html`<div class="fits">
              <h2>${this.say('done.fits')}</h2>
              ${courses.map(
                (course) =>
                  html`<kiosk-course
                    .course=${course}
                    .words=${this.words}
                    .state=${this.state}
                    ?large=${this.large}
                  ></kiosk-course>`
              )}
            </div>`
          : nothing
      }
      <div class="last">
        ${compact ? this.undoing() : nothing}
        <button class="action strong" data-go="next" @click=${() => this.go('next')}>${this.say('done.next')}</button>
        <div class="ring" role="timer" aria-label=${this.say('done.ring', { n: this.left })}>
          ${svg`<svg viewBox="0 0 100 100" aria-hidden="true"><circle cx="50" cy="50" r="42"></circle><circle class="gone" cx="50" cy="50" r="42" pathLength="100" stroke-dasharray="100" stroke-dashoffset=${100 - (100 * this.left) / this.whole}></circle></svg>`}
          <span aria-hidden="true">${this.left}</span>
        </div>
      </div>
    `;
  }

  private undoing() {
    return this.undoable
      ? html`<button class="action undo" data-go="undo" @click=${() => this.go('undo')}>
          <kiosk-picture sign="arrow-back-up" turns></kiosk-picture>${this.say('done.undo')}
        </button>`
      : html`<span class="room"></span>`;
  }

  private pictures(): string[] {
    const children = this.state.ages.flatMap((age) =>
      Array.from({ length: this.party.children[age.id] ?? 0 }, () => age.picture)
    );
    const adults = Array.from({ length: this.party.adults }, () => 'adult');
    return [...children, ...adults, ...(this.party.expecting ? ['pregnant'] : [])];
  }
}
