import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './kiosk-picture';
import { Screen } from './screen';
import { basics, screen } from './styles';

/** A calm full screen with one thing to say: closed, paused, cleaning, good bye. */
@customElement('kiosk-notice')
export class KioskNotice extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        place-items: center;
        align-content: center;
        gap: 1.5rem;
        text-align: center;
      }

      :host([tone='night']) {
        background: var(--night);
        color: #c9d6d2;
        cursor: pointer;
      }

      :host([tone='green']) {
        background: var(--pale-green);
      }

      kiosk-picture {
        --size: 9rem;
      }

      :host([tone='night']) kiosk-picture {
        opacity: 0.7;
      }

      h1 {
        font-size: max(2.75rem, var(--text-title));
      }

      :host([big]) h1 {
        font-size: clamp(3.5rem, 11vw, 9rem);
        line-height: 1.1;
        overflow-wrap: anywhere;
      }

      p {
        font-size: max(1.625rem, var(--text));
        max-width: 56rem;
      }

      .small {
        opacity: 0.85;
        font-size: max(1.25rem, var(--text));
      }

      button.wake {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        background: none;
        border: none;
        border-radius: 0;
      }

      button.wake:active:not(:disabled) {
        background: none;
      }

      button.wake:focus-visible {
        outline-offset: -8px;
        outline-color: #fff;
      }
    `
  ];

  @property({ reflect: true }) tone: 'paper' | 'green' | 'night' = 'paper';
  @property() picture = 'heart';
  @property() heading = '';
  @property() text = '';
  @property() small = '';

  /** To be read from across the room. */
  @property({ type: Boolean, reflect: true }) big = false;

  /** Any touch on it wakes the tablet, and counts nothing. */
  @property({ type: Boolean }) wakes = false;

  protected override render() {
    return html`
      <kiosk-picture .name=${this.picture}></kiosk-picture>
      <h1>${this.heading}</h1>
      <p role="status">${this.text}</p>
      ${this.small ? html`<p class="small">${this.small}</p>` : nothing}
      ${
        this.wakes
          ? html`<button class="wake" data-go="wake" aria-label=${this.small} @click=${() => this.go('wake')}></button>`
          : nothing
      }
    `;
  }
}
