import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from './screen';
import { basics, screen } from './styles';

const bubbles = Array.from({ length: 18 }, (_, index) => index);

/** Bubbles to pop for fingers that only want to tap. Counts nothing and blames nobody. */
@customElement('kiosk-play')
export class KioskPlay extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        background: #d9ecf5;
        place-items: center;
        z-index: 4;
      }

      h1 {
        color: var(--deep);
        font-size: max(3rem, var(--text-title));
        pointer-events: none;
      }

      .bubble {
        position: absolute;
        inset-block-start: 100%;
        border-radius: 50%;
        background: radial-gradient(
          circle at 32% 28%,
          #fff 0 9%,
          rgb(255 255 255 / 35%) 22%,
          rgb(120 190 220 / 45%) 78%
        );
        border: 2px solid rgb(255 255 255 / 85%);
        animation: rise linear infinite;
      }

      .popped {
        visibility: hidden;
      }

      @keyframes rise {
        to {
          transform: translateY(-135vh);
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .bubble {
          animation: none;
          inset-block-start: 30%;
        }
      }
    `
  ];

  protected override render() {
    return html`<h1>${this.say('play.title')}</h1>
      ${bubbles.map(() => html`<span class="bubble" aria-hidden="true" @pointerdown=${this.pop}></span>`)}`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelectorAll<HTMLElement>('.bubble').forEach((bubble) => {
      const size = 60 + Math.random() * 110;
      const { style } = bubble;
      style.setProperty('width', `${size}px`);
      style.setProperty('height', `${size}px`);
      style.setProperty('inset-inline-start', `${Math.random() * 92}%`);
      style.setProperty('animation-duration', `${4 + Math.random() * 4}s`);
      style.setProperty('animation-delay', `${-Math.random() * 6}s`);
    });
  }

  private pop(event: Event): void {
    const bubble = event.currentTarget as HTMLElement;
    bubble.classList.add('popped');
    setTimeout(() => bubble.classList.remove('popped'), 900);
  }
}
