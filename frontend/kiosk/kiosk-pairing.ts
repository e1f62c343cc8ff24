import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
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
        display: flex;
        gap: 0.625rem;
        direction: ltr;
      }

      .code span {
        width: 4rem;
        height: 4.75rem;
        border-radius: 1rem;
        border: 3px solid var(--edge);
        background: var(--tile);
        font-size: 2.5rem;
        font-weight: 700;
        display: grid;
        place-items: center;
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
    window.addEventListener('keydown', this.keyPressed);
    this.typed = this.code;
    if (this.code) this.send();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.keyPressed);
  }

  protected override render() {
    const trouble = this.pairing && this.pairing !== 'asking' ? this.say(`pair.${this.pairing}`) : '';
    return html`
      <h1>${this.say('pair.title')}</h1>
      <p>${this.say('pair.text')}</p>
      <div class="code" role="img" aria-label="${this.say('pair.code')}: ${this.typed}" data-code>
        ${Array.from({ length: long }, (_, index) => html`<span>${this.typed[index] ?? nothing}</span>`)}
      </div>
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
            ? html`<button class="action" data-go="home" @click=${() => this.go('home')}>
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

  private readonly keyPressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toUpperCase();
    if (letters.includes(key)) this.type(key);
    else if (key === 'BACKSPACE') this.erase();
  };

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
