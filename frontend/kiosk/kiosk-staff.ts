import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './kiosk-picture';
import { isPin } from './pin';
import { Screen, type Way } from './screen';
import { basics, screen } from './styles';

/** How the tablet is. */
export interface Diagnostics {
  queue: number;
  quarantine: { reason: string }[];
  /** Local time, or empty when there has been none. */
  lastContact: string;
  version: string;
}

const tries = 5;
const pauseMs = 30_000;

/** Behind a corner held for three seconds and four digits: what staff need at the door. */
@customElement('kiosk-staff')
export class KioskStaff extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        padding: 1.5rem 2rem;
        grid-template-rows: auto minmax(0, 1fr);
        justify-items: center;
      }

      header {
        justify-self: stretch;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--gap);
      }

      header button {
        min-width: var(--action);
        min-height: var(--touch);
        font-size: var(--text);
      }

      .pin {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 1rem;
      }

      .pin p {
        font-size: 1.5rem;
      }

      .dots {
        display: flex;
        gap: 1rem;
      }

      .dots span {
        width: 1.5rem;
        height: 1.5rem;
        border-radius: 50%;
        border: 3px solid var(--green);
      }

      .dots span[data-on] {
        background: var(--green);
      }

      .pad {
        display: grid;
        grid-template-columns: repeat(3, 6.5rem);
        gap: 1rem;
        direction: ltr;
      }

      .pad button {
        height: var(--touch);
        font-size: 2rem;
        font-weight: 700;
        display: grid;
        place-items: center;
        padding: 0;
      }

      .pad [data-digit='0'] {
        grid-column: 2;
      }

      .pad kiosk-picture {
        --size: 2.25rem;
      }

      @media (max-height: 700px) {
        :host {
          padding: 0.75rem 1.25rem;
          gap: 0.25rem;
        }

        .pin {
          gap: 0.5rem;
        }

        .pad {
          gap: 0.75rem;
        }

        .pad button {
          height: 4.25rem;
        }
      }

      .inside {
        justify-self: stretch;
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 1.5rem;
        align-content: center;
      }

      :host([layout='tall']) .inside {
        grid-template-columns: minmax(0, 1fr);
      }

      .acts {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--gap);
      }

      .acts .action {
        font-size: 1.25rem;
        font-weight: 700;
        line-height: 1.2;
      }

      .acts .action:disabled {
        color: var(--muted);
        background: none;
      }

      .acts kiosk-picture {
        --size: 2.5rem;
      }

      dl {
        margin: 0;
        background: var(--tile);
        border-radius: var(--radius);
        padding: 1.25rem 1.5rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem 1rem;
        font-size: 1.25rem;
        align-content: start;
      }

      dt {
        color: var(--muted);
      }

      dd {
        margin: 0;
        font-weight: 700;
        text-align: end;
      }

      .refused {
        grid-column: 1 / -1;
        color: #8a2b12;
        font-weight: 400;
        font-size: 1rem;
        text-align: start;
        max-height: 6rem;
        overflow: hidden;
      }

      :host([large]) {
        --text: 1.5rem;
        --text-small: 1.25rem;
        --text-title: 2rem;
      }
    `
  ];

  @property({ attribute: false }) diagnostics?: Diagnostics;
  @property({ type: Boolean }) paused = false;
  @property({ type: Boolean }) undoable = false;
  @property() said = '';

  @state() private open = false;
  @state() private digits = '';
  @state() private trouble = '';
  private wrong = 0;
  private waitUntil = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.keyPressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.keyPressed);
  }

  protected override render() {
    return html`
      <header>
        <h1>${this.say('staff.title')}</h1>
        <button data-go="home" @click=${() => this.go('home')}>${this.say('staff.close')}</button>
      </header>
      ${this.open ? this.inside() : this.pad()}
    `;
  }

  private pad() {
    return html`<div class="pin">
      <p>${this.say('staff.pin')}</p>
      <div class="dots" role="img" aria-label=${this.say('staff.digits', { n: this.digits.length })}>
        ${[0, 1, 2, 3].map((index) => html`<span ?data-on=${index < this.digits.length}></span>`)}
      </div>
      <p role="status">${this.trouble ? this.say(this.trouble) : nothing}</p>
      <div class="pad">
        ${[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map(
          (digit) => html`<button data-digit=${digit} @click=${() => this.type(String(digit))}>${digit}</button>`
        )}
        <button
          data-digit="erase"
          aria-label=${this.say('pair.erase')}
          @click=${() => (this.digits = this.digits.slice(0, -1))}
        >
          <kiosk-picture sign="backspace"></kiosk-picture>
        </button>
      </div>
    </div>`;
  }

  private inside() {
    const about = this.diagnostics;
    const act = (way: Way, sign: string, word: string, disabled = false) =>
      html`<button class="action" data-go=${way} ?disabled=${disabled} @click=${() => this.go(way)}>
        <kiosk-picture .sign=${sign} ?turns=${sign.startsWith('arrow')}></kiosk-picture>${this.say(word)}
      </button>`;
    return html`<div class="inside">
      <div class="acts">
        ${act('undo-last', 'arrow-back-up', this.undoable ? 'staff.undo' : 'staff.nothing', !this.undoable)}
        ${this.paused ? act('resume', 'player-play', 'staff.resume') : act('pause', 'player-pause', 'staff.pause')}
        ${act('clean', 'spray', 'staff.clean')} ${act('pairing', 'link', 'staff.pair')}
      </div>
      <dl aria-label=${this.say('staff.health')} data-diagnostics>
        <dt>${this.say('staff.name')}</dt>
        <dd>${this.state.kiosk.name}</dd>
        <dt>${this.say('staff.queue')}</dt>
        <dd data-queue>${about?.queue ?? 0}</dd>
        <dt>${this.say('staff.quarantine')}</dt>
        <dd data-quarantine>${about?.quarantine.length ?? 0}</dd>
        ${
          about?.quarantine.length
            ? html`<dd class="refused" lang="en" dir="ltr">
                ${[...new Set(about.quarantine.map(({ reason }) => reason))].slice(0, 3).join(' · ')}
              </dd>`
            : nothing
        }
        <dt>${this.say('staff.contact')}</dt>
        <dd data-contact>${about?.lastContact || this.say('staff.never')}</dd>
        <dt>${this.say('staff.version')}</dt>
        <dd data-version>${about?.version}</dd>
      </dl>
      <p role="status">${this.said ? this.say(this.said) : nothing}</p>
    </div>`;
  }

  private readonly keyPressed = (event: KeyboardEvent): void => {
    if (this.open) return;
    if (/^\d$/.test(event.key)) this.type(event.key);
    else if (event.key === 'Backspace') this.digits = this.digits.slice(0, -1);
  };

  private type(digit: string): void {
    if (performance.now() < this.waitUntil || this.digits.length >= 4) return;
    this.trouble = '';
    this.digits += digit;
    if (this.digits.length === 4) void this.enter();
  }

  private async enter(): Promise<void> {
    this.open = await isPin(this.digits, this.state.pin).catch(() => false);
    this.digits = '';
    if (this.open) {
      this.tell('opened');
      return;
    }
    this.wrong += 1;
    this.trouble = 'staff.wrong';
    if (this.wrong % tries === 0) {
      this.trouble = 'staff.wait';
      this.waitUntil = performance.now() + pauseMs;
    }
  }
}
