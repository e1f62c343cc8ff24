import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './kiosk-picture';
import { basics } from './styles';

/** A number with a minus and a plus: adults who come, adults or children who leave. */
@customElement('kiosk-stepper')
export class KioskStepper extends LitElement {
  static override styles = [
    basics,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0.25rem 1rem;
        padding: 0.625rem 1rem;
        background: var(--pale-green);
        border: 3px solid var(--green);
        border-radius: 1.625rem;
        min-width: 0;
      }

      .who {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        font-size: var(--text-label);
        font-weight: 700;
        line-height: 1.15;
        min-width: 0;
      }

      .steps {
        display: flex;
        align-items: center;
        gap: 1rem;
      }

      .step {
        width: var(--touch);
        height: var(--touch);
        border-radius: 50%;
        border-color: var(--green);
        color: var(--green);
        padding: 0;
        display: grid;
        place-items: center;
        flex: none;
      }

      .step[aria-disabled='true'] {
        border-color: var(--line);
        color: var(--muted);
      }

      .step kiosk-picture {
        --size: 2.125rem;
      }

      .number {
        font-size: 2.75rem;
        font-weight: 700;
        line-height: 1;
        min-width: 3.5rem;
        text-align: center;
      }

      .who kiosk-picture {
        --size: 2.75rem;
      }

      :host([big]) {
        flex-direction: column;
        flex-wrap: nowrap;
        background: var(--tile);
        border-color: var(--line);
      }

      :host([big]) .who {
        flex-direction: column;
        gap: 0.25rem;
        text-align: center;
      }

      :host([big]) .who kiosk-picture {
        --size: clamp(3.5rem, 16vh, 9rem);
      }

      :host([big]) .step {
        width: clamp(var(--touch), 13vh, 7rem);
        height: clamp(var(--touch), 13vh, 7rem);
      }

      :host([big]) .number {
        font-size: clamp(2.75rem, 9vh, 5rem);
      }
    `
  ];

  @property() label = '';
  @property() picture = 'adult';
  @property() fewer = '';
  @property() more = '';
  @property({ type: Number }) count = 0;
  @property({ type: Number }) most = 6;

  /** The name tests find the buttons by: `data-adults` or `data-leaving-children`. */
  @property() touches: 'adults' | 'leaving-children' = 'adults';

  protected override render() {
    return html`
      <div class="who"><kiosk-picture .name=${this.picture}></kiosk-picture><span>${this.label}</span></div>
      <div class="steps">
        ${this.step('minus', -1, this.fewer, this.count <= 0)}
        <span class="number" aria-live="polite">${this.count}</span>
        ${this.step('plus', 1, this.more, this.count >= this.most)}
      </div>
    `;
  }

  private step(sign: 'minus' | 'plus', change: 1 | -1, label: string, ends: boolean) {
    const adults = this.touches === 'adults';
    return html`<button
      class="step"
      data-adults=${adults ? sign : nothing}
      data-leaving-children=${adults ? nothing : sign}
      aria-label=${label}
      aria-disabled=${ends ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new CustomEvent<1 | -1>('step', { detail: change }))}
    >
      <kiosk-picture .sign=${sign}></kiosk-picture>
    </button>`;
  }
}
