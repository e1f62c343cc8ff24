import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { pictures, signs } from 'virtual:pictures';

/** A picture, or a sign in the colour of the text. Always beside words or a label, so silent for screen readers. */
@customElement('kiosk-picture')
export class KioskPicture extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      width: var(--size, 3rem);
      height: var(--size, 3rem);
      flex: none;
    }

    svg {
      display: block;
      width: 100%;
      height: 100%;
    }

    :host([turns]:dir(rtl)) svg {
      transform: scaleX(-1);
    }
  `;

  /** A name a plan may use; one we do not have gives a neutral picture. */
  @property() name?: string;

  /** The name of a sign instead. */
  @property() sign?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render() {
    if (this.sign !== undefined) {
      return html`<svg viewBox="0 0 24 24">${svg`${unsafeSVG(signs[this.sign] ?? '')}`}</svg>`;
    }
    if (this.name === undefined) return nothing;
    return html`<svg viewBox="2 2 68 68">${svg`${unsafeSVG(pictures[this.name] ?? pictures['neutral'] ?? '')}`}</svg>`;
  }
}
