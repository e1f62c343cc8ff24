import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './kiosk-picture';
import type { Age } from './state';
import { basics } from './styles';
import type { Words } from './words';

/** A tap on a tile: one child more, or one fewer. */
export interface ChildTap {
  age: string;
  change: 1 | -1;
}

/** One age group: a tap adds a child, and the number grows on it. Draws only itself, so that a tap is seen at once. */
@customElement('kiosk-tile')
export class KioskTile extends LitElement {
  static override styles = [
    basics,
    css`
      :host {
        position: relative;
        display: block;
        min-width: 0;
        min-height: 0;
        container-type: size;
        contain: size layout style;
      }

      .add {
        width: 100%;
        height: 100%;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 0.125rem;
        padding: 0.5rem;
        border-radius: 1.625rem;
      }

      :host([on]) .add {
        background: var(--pale-green);
        border-color: var(--green);
      }

      .add kiosk-picture {
        --size: min(46cqh, 56cqw);
      }

      .name {
        font-size: var(--text-label);
        font-weight: 700;
        line-height: 1.2;
        text-align: center;
        text-wrap: balance;
        overflow-wrap: anywhere;
        flex: none;
        max-width: 100%;
      }

      .span {
        color: var(--muted);
        font-size: var(--text-small);
        flex: none;
      }

      :host([on]) .span {
        color: #43504c;
      }

      .number {
        position: absolute;
        inset-block-start: 0.625rem;
        inset-inline-end: 0.625rem;
        min-width: 3.5rem;
        height: 3.5rem;
        border-radius: 1.75rem;
        background: var(--green);
        color: #fff;
        font-size: 1.875rem;
        font-weight: 700;
        display: grid;
        place-items: center;
        line-height: 1;
        pointer-events: none;
      }

      .minus {
        position: absolute;
        inset-block-start: 0.5rem;
        inset-inline-start: 0.5rem;
        width: var(--touch);
        height: var(--touch);
        border-radius: 50%;
        border-color: var(--green);
        color: var(--green);
        display: grid;
        place-items: center;
        padding: 0;
      }

      .minus kiosk-picture {
        --size: 2rem;
      }

      /* there from the start, so that the first child makes nothing new and moves nothing */
      :host(:not([on])) .number,
      :host(:not([on])) .minus {
        visibility: hidden;
      }

      .label {
        display: flex;
        flex-direction: column;
        align-items: center;
        max-width: 100%;
      }

      :host([large]) .span {
        display: none;
      }

      /* large letters of a script with tall lines still leave room for the picture */
      :host([large]) .name:lang(ar) {
        line-height: 1.2;
      }

      :host([large]) .add kiosk-picture {
        --size: min(34cqh, 40cqw);
      }

      :host([large]) .name {
        line-height: 1.05;
      }
    `
  ];

  @property({ attribute: false }) age!: Age;
  @property({ attribute: false }) words!: Words;
  @property({ type: Number }) count = 0;

  protected override updated(): void {
    this.toggleAttribute('on', this.count > 0);
  }

  protected override render() {
    const name = this.words.of(this.age.name);
    const span = this.words.of(this.age.span);
    return html`
      <button class="add" data-age=${this.age.id} @click=${() => this.tap(1)}>
        <kiosk-picture .name=${this.age.picture}></kiosk-picture>
        <span class="label">
          <span class="name" lang=${name.lang} dir=${name.dir}>${name.text}</span>
          ${span.text ? html`<span class="span" lang=${span.lang} dir=${span.dir}>${span.text}</span>` : nothing}
        </span>
        <span class="number">${this.count}</span>
      </button>
      <button
        class="minus"
        data-age-minus=${this.age.id}
        aria-label=${this.words.say('home.less', { name: name.text })}
        @click=${() => this.tap(-1)}
      >
        <kiosk-picture sign="minus"></kiosk-picture>
      </button>
    `;
  }

  private tap(change: 1 | -1): void {
    this.dispatchEvent(new CustomEvent<ChildTap>('child-tap', { detail: { age: this.age.id, change } }));
  }
}
