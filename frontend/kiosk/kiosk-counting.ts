import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { localTime } from './clock';
import {
  type Choice,
  choicesAt,
  countable,
  nearness,
  newParty,
  type Party,
  preselected,
  withActivity,
  withAdults,
  withChild,
  withExpecting
} from './counting';
import './kiosk-header';
import './kiosk-picture';
import type { KioskStepper } from './kiosk-stepper';
import './kiosk-stepper';
import './kiosk-tile';
import type { ChildTap, KioskTile } from './kiosk-tile';
import { partyInWords } from './party-words';
import { Screen } from './screen';
import { basics, screen } from './styles';

/** The first screen: who is with you today? */
@customElement('kiosk-counting')
export class KioskCounting extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        grid-template:
          'top top' auto
          'ask side' auto
          'tiles side' minmax(0, 1fr)
          'acts acts' auto
          / minmax(0, 1fr) clamp(20rem, 29.5cqw, 23.5rem);
      }

      kiosk-header {
        grid-area: top;
      }

      .ask {
        grid-area: ask;
        display: flex;
        flex-direction: column;
        gap: 0.375rem;
        margin-block: -0.25rem;
      }

      .welcome {
        color: var(--green);
        font-size: var(--text);
        font-weight: 700;
        line-height: 1.25;
      }

      .full {
        background: var(--pale-amber);
        border: 2px solid var(--amber);
        border-radius: 1rem;
        padding: 0.25rem 0.875rem;
        font-size: var(--text-small);
        font-weight: 600;
        line-height: 1.3;
      }

      .tiles {
        grid-area: tiles;
        display: grid;
        gap: var(--gap);
        grid-auto-rows: minmax(0, 1fr);
        grid-template-columns: repeat(3, minmax(0, 1fr));
        min-height: 0;
      }

      :host([tiles='4']) .tiles {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }

      .expecting {
        container-type: size;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 0.25rem;
        padding: 0.5rem;
        border-radius: 1.625rem;
        font-size: var(--text-label);
        font-weight: 700;
        line-height: 1.2;
        text-wrap: balance;
        position: relative;
      }

      .expecting kiosk-picture {
        --size: min(50cqh, 56cqw);
      }

      :host([large]) .expecting {
        line-height: 1.05;
        gap: 0;
      }

      :host([large]) .expecting span:lang(ar) {
        line-height: 1.2;
      }

      :host([large]) .expecting > kiosk-picture {
        --size: min(34cqh, 40cqw);
      }

      :host([large]) .full {
        line-height: 1.1;
      }

      .expecting[aria-pressed='true'] {
        background: var(--pale-green);
        border-color: var(--green);
      }

      .tick {
        position: absolute;
        inset-block-start: 0.625rem;
        inset-inline-end: 0.625rem;
        width: 3.5rem;
        height: 3.5rem;
        border-radius: 50%;
        background: var(--green);
        color: #fff;
        display: none;
        place-items: center;
      }

      .expecting .tick kiosk-picture {
        --size: 2.25rem;
      }

      .expecting[aria-pressed='true'] .tick {
        display: grid;
      }

      .side {
        grid-area: side;
        display: flex;
        flex-direction: column;
        gap: var(--gap);
        min-height: 0;
        min-width: 0;
      }

      .doing {
        flex: 1;
        min-height: 0;
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
      }

      h2 {
        font-size: 1.375rem;
        line-height: 1.2;
      }

      .choices {
        flex: 1;
        min-height: 0;
        display: grid;
        gap: var(--gap);
        grid-auto-rows: minmax(var(--touch), 6.25rem);
        align-content: start;
      }

      .choice {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 0 0.875rem;
        text-align: start;
        padding: 0.25rem 1rem;
        border-radius: 1.375rem;
        line-height: 1.2;
      }

      .choice kiosk-picture {
        --size: 3rem;
      }

      .choice strong {
        font-size: 1.25rem;
        overflow-wrap: anywhere;
      }

      .choice .when {
        color: var(--muted);
        font-size: 1rem;
        line-height: 1.25;
      }

      .choice[aria-pressed='true'] {
        background: var(--pale-amber);
        border-color: var(--amber);
        box-shadow: inset 0 0 0 1px var(--amber);
      }

      .choice[aria-pressed='true'] .when {
        color: #4b5753;
      }

      .pill {
        display: inline-block;
        background: var(--amber);
        color: var(--ink);
        font-weight: 700;
        font-size: 0.9375rem;
        border-radius: 1rem;
        padding: 0 0.625rem;
        margin-inline-start: 0.375rem;
      }

      .actions {
        grid-area: acts;
        display: grid;
        grid-template-columns: auto auto minmax(0, 1fr);
        gap: var(--gap);
      }

      .done {
        justify-content: space-between;
        padding-inline: 2rem;
      }

      .done .sum {
        font-size: var(--text);
        font-weight: 400;
        text-align: start;
        min-width: 0;
        line-height: 1.3;
      }

      .done .ready {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        flex: none;
      }

      .done kiosk-picture {
        --size: 2.75rem;
      }

      .done:disabled {
        background: #e9e3d5;
        border-color: #e9e3d5;
        color: #5c5a50;
        cursor: default;
      }

      /* One under another: a tablet standing up. */
      :host([layout='tall']) {
        grid-template:
          'top' auto
          'ask' auto
          'tiles' minmax(0, 1fr)
          'side' auto
          'acts' auto
          / minmax(0, 1fr);
      }

      :host([layout='tall']) kiosk-stepper {
        flex-wrap: nowrap;
        justify-content: space-between;
        padding-inline: 1.5rem;
      }

      :host([layout='tall']) .choices {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        grid-auto-rows: 5.5rem;
      }

      /* The most needed first, the rest one step away: small screens and large text. */
      :host([layout='compact']) {
        grid-template:
          'top' auto
          'ask' auto
          'tiles' minmax(0, 1fr)
          'acts' auto
          / minmax(0, 1fr);
      }

      :host([layout='compact']) .ask h1 {
        display: none;
      }

      :host([layout='compact']) .ask:not(:has(.full)) {
        display: none;
      }

      :host([layout='compact']) .actions {
        grid-template-columns: auto auto auto minmax(0, 1fr);
      }

      :host([layout='compact'][step]) .actions {
        grid-template-columns: auto minmax(0, 1fr);
      }

      .change {
        flex-direction: row;
        gap: 0.5rem;
        font-size: 2.25rem;
        font-weight: 700;
        padding-inline: 1rem;
      }

      .change kiosk-picture {
        --size: 3.5rem;
      }

      :host([large]) .change {
        font-size: var(--text);
      }

      :host([step]) {
        grid-template:
          'top' auto
          'side' minmax(0, 1fr)
          'acts' auto
          / minmax(0, 1fr);
      }

      :host([step]) .side {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        align-content: stretch;
      }

      :host([step]) .choices {
        grid-auto-rows: minmax(var(--touch), 1fr);
        align-content: stretch;
      }

      :host([step][large]) .side {
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      }

      :host([step][large]) .choice strong {
        font-size: var(--text);
      }

      :host([large]) .done {
        justify-content: center;
      }

      :host([step][large]) .choice .when,
      :host([step][large]) .choice .pill,
      :host([step][large]) .choice kiosk-picture,
      :host([step]) .doing h2 {
        display: none;
      }

      @media (max-aspect-ratio: 1) {
        :host([large]) .tiles {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }

        :host([step][large]) .side {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto minmax(0, 1fr);
        }
      }
    `
  ];

  /** Milliseconds since 1970: what the centre's clock on the wall shows. Whole minutes are enough. */
  @property({ type: Number }) now = 0;

  /** Whether the server has been heard of lately. */
  @property({ type: Boolean }) connected = false;

  /** Whether the header has no room for a button a language. */
  @property({ type: Boolean }) crowded = false;

  /** A party to mend, given back by *undo*. */
  @property({ attribute: false }) party: Party = newParty;

  @state() private step = false;

  private choices: Choice[] = [];
  private chosen: string | undefined;
  private tapped = false;

  /** The activity that counts when *Klar* is pressed now. */
  get activity(): string | undefined {
    return this.party.activity ?? this.chosen;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('now') || changed.has('state')) {
      const at = localTime(this.now, this.state.centre.timezone);
      this.choices = choicesAt(this.state.sessions, this.state.activities, at);
      this.chosen = preselected(this.choices, this.state.activities, at.minute);
    }
    if (this.layout !== 'compact') this.step = false;
    this.toggleAttribute('step', this.step);
    this.setAttribute('tiles', this.state.ages.length + 1 > 6 ? '4' : '3');
  }

  protected override render() {
    return html`
      <kiosk-header
        .words=${this.words}
        .state=${this.state}
        .layout=${this.layout}
        ?large=${this.large}
        .now=${this.now}
        ?connected=${this.connected}
        ?crowded=${this.crowded}
        .heading=${this.layout === 'compact' ? this.say(this.step ? 'home.doing' : 'home.ask') : ''}
      ></kiosk-header>
      ${this.step ? nothing : this.question()} ${this.layout === 'compact' && !this.step ? nothing : this.side()}
      ${this.actions()}
    `;
  }

  private question() {
    return html`
      <div class="ask">
        ${
          this.layout === 'compact'
            ? nothing
            : html`${this.welcome()}
                <h1>${this.say('home.ask')}</h1>`
        }
        ${
          this.state.full
            ? html`<p class="full" role="status" data-full>${this.say(this.large ? 'home.fullShort' : 'home.full')}</p>`
            : nothing
        }
      </div>
      <div class="tiles">
        ${repeat(
          this.state.ages,
          (age) => age.id,
          (age) =>
            html`<kiosk-tile
              .age=${age}
              .words=${this.words}
              ?large=${this.large}
              .count=${live(this.party.children[age.id] ?? 0)}
              @child-tap=${this.childTapped}
            ></kiosk-tile>`
        )}
        <button
          class="expecting"
          data-expecting
          aria-pressed=${live(this.party.expecting ? 'true' : 'false')}
          @click=${this.expectingTapped}
        >
          <kiosk-picture name="pregnant"></kiosk-picture>
          <span>${this.say('home.expecting')}</span>
          <span class="tick"><kiosk-picture sign="check"></kiosk-picture></span>
        </button>
      </div>
    `;
  }

  private welcome() {
    const said = this.words.of(this.state.centre.welcome);
    return said.text
      ? html`<p class="welcome" data-welcome lang=${said.lang} dir=${said.dir}>${said.text}</p>`
      : nothing;
  }

  private side() {
    return html`
      <div class="side">
        <kiosk-stepper
          ?big=${this.step}
          label=${this.say('home.adults')}
          fewer=${this.say('home.fewer')}
          more=${this.say('home.more')}
          .count=${live(this.party.adults)}
          .most=${this.state.settings.maxAdults}
          @step=${this.adultsTapped}
        ></kiosk-stepper>
        <div class="doing">
          <h2 id="doing">${this.say('home.doing')}</h2>
          <div class="choices" role="group" aria-labelledby="doing">
            ${this.choices.map((choice) => this.choice(choice))}
          </div>
        </div>
      </div>
    `;
  }

  private choice({ activity, occasion }: Choice) {
    const name = this.words.of(activity.name);
    const near = nearness(occasion, localTime(this.now, this.state.centre.timezone).minute);
    return html`<button
      class="choice"
      data-activity=${activity.id}
      aria-pressed=${live(this.activity === activity.id ? 'true' : 'false')}
      @click=${this.activityTapped}
    >
      <kiosk-picture .name=${activity.picture}></kiosk-picture>
      <span>
        <strong lang=${name.lang} dir=${name.dir}>${name.text}</strong>
        ${
          occasion.from && occasion.to
            ? html`<br /><span class="when">${this.words.span(occasion.from, occasion.to)}</span>${
                  near ? html`<span class="pill">${this.say(near === 'on' ? 'home.on' : 'home.soon')}</span>` : nothing
                }`
            : nothing
        }
      </span>
    </button>`;
  }

  private actions() {
    const compact = this.layout === 'compact';
    const picture = this.choices.find(({ activity }) => activity.id === this.activity)?.activity.picture;
    return html`
      <div class="actions">
        ${
          this.step
            ? html`<button class="action" data-go="back" @click=${() => (this.step = false)}>
                <kiosk-picture sign="arrow-left" turns></kiosk-picture>
                <span class=${this.large ? 'hidden-text' : ''} ?data-visually-hidden=${this.large}
                  >${this.say('home.back')}</span
                >
              </button>`
            : html`<button class="action" data-go="courses" @click=${() => this.go('courses')}>
                  <kiosk-picture name="ticket"></kiosk-picture>
                  <span class=${this.large ? 'hidden-text' : ''} ?data-visually-hidden=${this.large}
                    >${this.say('home.courses')}</span
                  >
                </button>
                <button class="action" data-go="goodbye" @click=${() => this.go('goodbye')}>
                  <kiosk-picture name="hello"></kiosk-picture>
                  <span class=${this.large ? 'hidden-text' : ''} ?data-visually-hidden=${this.large}
                    >${this.say('home.goodbye')}</span
                  >
                </button>
                ${
                  compact
                    ? html`<button
                        class="action change"
                        data-go="change"
                        aria-label=${`${this.say('home.change')}: ${this.party.adults}`}
                        @click=${() => (this.step = true)}
                      >
                        <kiosk-picture name="adult"></kiosk-picture>${this.party.adults}
                        <kiosk-picture .name=${picture}></kiosk-picture>
                      </button>`
                    : nothing
                }`
        }
        <button
          class="action strong done"
          data-go="done"
          ?disabled=${!countable(this.party)}
          @click=${() => this.go('done')}
        >
          <span class="sum only-small" aria-live="polite">${this.summary()}</span>
          <span class="ready">${this.say('home.done')}<kiosk-picture sign="check"></kiosk-picture></span>
        </button>
      </div>
    `;
  }

  private summary(): string {
    if (!countable(this.party)) return this.say('home.hint');
    return partyInWords(this.words, this.party).join(' · ');
  }

  private childTapped(event: CustomEvent<ChildTap>): void {
    event.stopPropagation();
    const { age, change } = event.detail;
    const party = withChild(this.party, age, change, this.state.settings);
    if (!this.change(`age ${age} ${change}`, party)) return;
    (event.currentTarget as KioskTile).count = party.children[age] ?? 0;
  }

  private adultsTapped(event: CustomEvent<1 | -1>): void {
    const party = withAdults(this.party, event.detail, this.state.settings);
    if (!this.change(`adults ${event.detail}`, party)) return;
    (event.currentTarget as KioskStepper).count = party.adults;
  }

  private expectingTapped(event: Event): void {
    const party = withExpecting(this.party);
    if (!this.change('expecting', party)) return;
    press(event.currentTarget as HTMLElement, party.expecting);
  }

  private activityTapped(event: Event): void {
    const tapped = event.currentTarget as HTMLElement;
    if (!this.change('activity', withActivity(this.party, tapped.dataset['activity'] ?? ''))) return;
    this.renderRoot
      .querySelectorAll<HTMLElement>('.choice')
      .forEach((choice) => press(choice, choice.dataset['activity'] === this.activity));
  }

  /** Whether the tap counted; what was tapped then draws itself. */
  private change(what: string, party: Party): boolean {
    if (party === this.party || !this.accepts(what)) return false;
    this.tapped = true;
    this.party = party;
    this.tell('party', party);
    return true;
  }

  private accepts(what: string): boolean {
    const tap = new CustomEvent('tile-tap', { detail: what, bubbles: true, composed: true, cancelable: true });
    return this.dispatchEvent(tap);
  }

  /** A tap is drawn by what was tapped alone in this frame; the sum and *Klar* follow when it has been painted. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.tapped) {
      this.tapped = false;
      await new Promise<void>((painted) => {
        requestAnimationFrame(() => setTimeout(painted));
        setTimeout(painted, 60);
      });
    }
    await super.scheduleUpdate();
  }
}

function press(button: HTMLElement, pressed: boolean): void {
  button.setAttribute('aria-pressed', pressed ? 'true' : 'false');
}
