import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { localTime } from './clock';
import './kiosk-picture';
import { Screen } from './screen';
import { basics } from './styles';

/** The house, the time, the languages in their own script, and larger text. */
@customElement('kiosk-header')
export class KioskHeader extends Screen {
  static override styles = [
    basics,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--gap);
        min-width: 0;
      }

      .house {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        min-width: 0;
        flex: 1;
      }

      .house > kiosk-picture {
        --size: 3.25rem;
      }

      .name {
        font-size: 1.375rem;
        font-weight: 700;
        line-height: 1.2;
        text-wrap: balance;
      }

      .when {
        color: var(--muted);
        font-size: var(--text-small);
        line-height: 1.3;
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 0 0.5rem;
      }

      .dot {
        width: 0.75rem;
        height: 0.75rem;
        border-radius: 50%;
        background: var(--amber);
        flex: none;
      }

      .dot[data-on] {
        background: #2f9e62;
      }

      .demo {
        background: var(--pale-amber);
        border-radius: 1rem;
        padding-inline: 0.625rem;
        color: var(--ink);
        font-size: 0.9375rem;
        font-weight: 700;
      }

      .choices {
        display: flex;
        gap: var(--gap);
        flex: none;
      }

      .pill {
        min-height: var(--touch);
        min-width: var(--touch);
        border-radius: calc(var(--touch) / 2);
        padding: 0 1rem;
        font-size: 1.0625rem;
        white-space: nowrap;
      }

      .pill[lang='ar'] {
        font-family: 'Noto Sans Arabic', 'Noto Sans', sans-serif;
        line-height: 1.7;
      }

      .pill[aria-pressed='true'] {
        background: var(--green);
        border-color: var(--green);
        color: #fff;
        font-weight: 700;
      }

      .round {
        padding: 0;
        width: var(--touch);
        display: grid;
        place-items: center;
      }

      .round {
        font-size: 1.75rem;
        font-weight: 700;
      }

      .round kiosk-picture {
        --size: 2.25rem;
      }

      h1 {
        flex: 1;
        min-width: 0;
        font-size: min(var(--text-title), 1.875rem);
        line-height: 1.15;
      }

      :host([large]) h1 {
        font-size: min(var(--text-title), 61px);
        line-height: 1.05;
      }

      :host([layout='tall']) {
        flex-direction: column;
        align-items: stretch;
      }

      :host([layout='tall']) .house {
        flex: none;
      }

      :host([layout='tall']) .choices {
        justify-content: space-between;
        gap: 1rem;
      }

      :host([layout='tall']) .pill:not(.round) {
        flex: 1 1 auto;
        padding-inline: 0.5rem;
      }
    `
  ];

  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) connected = false;

  /** No room for a button a language. */
  @property({ type: Boolean }) crowded = false;

  /** What stands in the house's place where there is no room for both. */
  @property() heading = '';

  protected override render() {
    return html`
      ${this.heading ? html`<h1>${this.heading}</h1>` : this.house()}
      <div class="choices" role="group" aria-label=${this.say('home.languages')}>
        ${this.large || this.crowded ? this.globe() : this.languages()}
        <button
          class="pill round"
          data-go="large"
          aria-pressed=${this.large ? 'true' : 'false'}
          aria-label=${this.say('home.large')}
          @click=${() => this.tell('large', !this.large)}
        >
          Aa
        </button>
      </div>
    `;
  }

  private house() {
    const { day, minute } = localTime(this.now, this.state.centre.timezone);
    const time = this.words.time(`${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`);
    return html`<div class="house">
      <kiosk-picture name="coat"></kiosk-picture>
      <div>
        <div class="name" lang=${this.words.first.code} dir=${this.words.first.dir}>${this.state.centre.name}</div>
        <div class="when">
          <span>${this.words.day(day)} · ${time}</span>
          <span class="dot" ?data-on=${this.connected}></span>
          ${this.state.demo ? html`<span class="demo">${this.say('home.demo')}</span>` : nothing}
        </div>
      </div>
    </div>`;
  }

  private languages() {
    return this.state.languages.map(
      (language) =>
        html`<button
          class="pill"
          lang=${language.code}
          dir=${language.dir}
          data-lang=${language.code}
          aria-pressed=${language.code === this.words.language.code ? 'true' : 'false'}
          @click=${() => this.tell('language', language.code)}
        >
          ${language.name}
        </button>`
    );
  }

  private globe() {
    return html`<button
      class="pill round"
      data-go="languages"
      aria-label=${this.say('home.languages')}
      @click=${() => this.tell('language', null)}
    >
      <kiosk-picture sign="world"></kiosk-picture>
    </button>`;
  }
}
