import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import './kiosk-picture';
import { Screen } from './screen';
import { basics, screen } from './styles';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const long = 8;

/** How pairing went. */
export type Pairing = 'asking' | 'wrong' | 'wait' | 'away' | undefined;

/** Ties this tablet to a house by the eight letters shown in the office. */
@customElement('kiosk-pairing')
export class KioskPairing extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        align-content: center;
        justify-items: center;
        gap: 1rem;
        padding: 1.5rem;
        text-align: center;
      }

      p {
        font-size: 1.375rem;
      }

      .wrong {
        color: #8a2b12;
        font-weight: 700;
      }

      .code {
        font: inherit;
        font-size: 2.75rem;
        font-weight: 700;
        letter-spacing: 0.35em;
        text-align: center;
        text-indent: 0.35em;
        width: min(36rem, 100%);
        height: 5.25rem;
        border-radius: 1.25rem;
        border: 3px solid var(--edge);
        background: var(--tile);
        color: var(--ink);
        user-select: text;
        -webkit-user-select: text;
      }

      .code:focus-visible {
        outline: 4px solid var(--green);
        outline-offset: 2px;
      }

      .keys {
        display: grid;
        grid-template-columns: repeat(9, minmax(0, 5rem));
        gap: 0.75rem;
        direction: ltr;
      }

      .keys button {
        height: 4.5rem;
        padding: 0;
        font-size: 1.75rem;
        font-weight: 700;
        border-radius: 1rem;
        display: grid;
        place-items: center;
      }

      .keys kiosk-picture {
        --size: 2.25rem;
      }

      .actions {
        display: flex;
        gap: var(--gap);
      }

      .strong {
        min-width: 20rem;
      }

      @media (max-height: 700px) {
        :host {
          gap: 0.5rem;
          padding: 0.75rem;
        }

        .code {
          height: 4rem;
          font-size: 2.25rem;
        }

        .keys button {
          height: 3.75rem;
        }
      }

      .strong:disabled {
        background: #e9e3d5;
        border-color: #e9e3d5;
        color: #5c5a50;
      }
    `
  ];

  @property() pairing: Pairing;
  @property() code = '';

  /** Whether there is a way back: the tablet is paired and only changes house. */
  @property({ type: Boolean }) closable = false;

  @state() private typed = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.typed = this.code;
    if (this.code) this.send();
  }

  protected override render() {
    const trouble = this.pairing && this.pairing !== 'asking' ? this.say(`pair.${this.pairing}`) : '';
    return html`
      <h1>${this.say('pair.title')}</h1>
      <p>${this.say('pair.text')}</p>
      <input
        class="code"
        data-pair-code
        inputmode="none"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        dir="ltr"
        maxlength=${long}
        aria-label=${this.say('pair.code')}
        .value=${live(this.typed)}
        @input=${this.written}
        @keydown=${this.entered}
      />
      <p class="wrong" role="status">${trouble}</p>
      <div class="keys">
        ${letters.map(
          (letter) => html`<button data-key=${letter} @click=${() => this.type(letter)}>${letter}</button>`
        )}
        <button data-key="erase" aria-label=${this.say('pair.erase')} @click=${this.erase}>
          <kiosk-picture sign="backspace"></kiosk-picture>
        </button>
      </div>
      <div class="actions">
        ${
          this.closable
            ? html`<button
                class="action"
                data-go="home"
                aria-label=${this.say('staff.close')}
                @click=${() => this.go('home')}
              >
                <kiosk-picture sign="x"></kiosk-picture>
              </button>`
            : nothing
        }
        <button
          class="action strong"
          data-go="pair"
          ?disabled=${this.typed.length < long || this.pairing === 'asking'}
          @click=${this.send}
        >
          ${this.say('pair.send')}
        </button>
      </div>
    `;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus({ preventScroll: true });
  }

  private written(event: InputEvent): void {
    const input = event.currentTarget as HTMLInputElement;
    this.typed = input.value
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .slice(0, long);
    this.requestUpdate();
  }

  private entered(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.send();
  }

  private type(letter: string): void {
    if (this.typed.length < long) this.typed += letter;
  }

  private erase(): void {
    this.typed = this.typed.slice(0, -1);
  }

  private send(): void {
    if (this.typed.length === long) this.tell('pair', this.typed);
  }
}
