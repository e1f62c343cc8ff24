import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './kiosk-picture';
import './kiosk-stepper';
import { Screen } from './screen';
import { basics, screen } from './styles';

/** How many leave. */
export interface Leaving {
  adults: number;
  children: number;
}

/** *Vi går nu*: optional; makes "here now" better. */
@customElement('kiosk-leaving')
export class KioskLeaving extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        grid-template-rows: auto minmax(0, 1fr) auto;
        padding: 1.5rem 2rem;
      }

      h1 {
        text-align: center;
        font-size: max(2.25rem, var(--text-title));
      }

      .who {
        display: grid;
        gap: var(--gap);
        grid-template-columns: 1fr 1fr;
        min-height: 0;
      }

      :host([layout='tall']) .who {
        grid-template-columns: 1fr;
      }

      .actions {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
        gap: var(--gap);
      }

      .actions .action:not(.strong) {
        font-size: max(1.5rem, var(--text));
        font-weight: 700;
      }
    `
  ];

  @state() private adults = 1;
  @state() private little = 0;

  protected override render() {
    const { maxAdults, maxChildren } = this.state.settings;
    return html`
      <h1>${this.say('bye.many')}</h1>
      <div class="who">
        <kiosk-stepper
          big
          picture="child"
          touches="leaving-children"
          label=${this.say('bye.children')}
          fewer=${this.say('bye.childFewer')}
          more=${this.say('bye.childMore')}
          .count=${this.little}
          .most=${maxChildren}
          @step=${(event: CustomEvent<1 | -1>) => {
            this.little = Math.min(maxChildren, Math.max(0, this.little + event.detail));
          }}
        ></kiosk-stepper>
        <kiosk-stepper
          big
          label=${this.say('home.adults')}
          fewer=${this.say('home.fewer')}
          more=${this.say('home.more')}
          .count=${this.adults}
          .most=${maxAdults}
          @step=${(event: CustomEvent<1 | -1>) => {
            this.adults = Math.min(maxAdults, Math.max(0, this.adults + event.detail));
          }}
        ></kiosk-stepper>
      </div>
      <div class="actions">
        <button class="action" data-go="home" @click=${() => this.go('home')}>${this.say('courses.home')}</button>
        <button
          class="action strong"
          data-go="left"
          ?disabled=${this.adults + this.little === 0}
          @click=${() => this.tell('leave', { adults: this.adults, children: this.little } satisfies Leaving)}
        >
          ${this.say('bye.leaving')}
        </button>
      </div>
    `;
  }
}
