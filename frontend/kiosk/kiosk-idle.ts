import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Screen } from './screen';
import { basics } from './styles';

/** Are you still here? Any touch answers, and counts nothing. */
@customElement('kiosk-idle')
export class KioskIdle extends Screen {
  static override styles = [
    basics,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        background: rgb(16 32 29 / 60%);
        z-index: 5;
      }

      div {
        background: var(--paper);
        border-radius: 2rem;
        padding: 2.5rem;
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 1.25rem;
        text-align: center;
        max-width: min(46rem, 94vw);
      }

      p {
        font-size: max(1.5rem, var(--text));
      }

      .left {
        font-size: 3rem;
        font-weight: 700;
        line-height: 1;
      }

      .action {
        align-self: stretch;
      }

      :host([large]) div {
        max-width: 94vw;
        padding: 1rem 1.5rem;
      }
    `
  ];

  @property({ type: Number }) left = 20;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', () => this.go('stay'));
  }

  protected override render() {
    return html`<div role="alertdialog" aria-modal="true" aria-labelledby="title" aria-describedby="text">
      <h1 id="title">${this.say('idle.title')}</h1>
      <p id="text" class="only-small">${this.say('idle.text')}</p>
      <span class="left" aria-hidden="true">${this.left}</span>
      <button class="action strong" data-go="stay">${this.say('idle.stay')}</button>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus({ preventScroll: true });
  }
}
