import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import './kiosk-counting';
import './kiosk-notice';
import { arranged } from './layout';
import { nextOpening, outsideHours } from './opening';
import type { Language, State } from './state';
import { colours } from './styles';
import { Words } from './words';

const swedish: Language = { code: 'sv', name: 'Svenska', dir: 'ltr', reviewed: true };

/** The size of the tablet that is looked at, in its own CSS pixels and in its letters. */
const width = 1280;
const height = 800;
const letter = 16;

/** The tablet's first screen at a moment, drawn by the tablet's own elements, as small as its place and not to be touched. */
@customElement('kiosk-preview')
export class KioskPreview extends LitElement {
  static override styles = css`
    :host {
      display: block;
      overflow: hidden;
      aspect-ratio: 1280 / 800;
    }

    .glass {
      ${colours}
      position: relative;
      width: 80rem;
      height: 50rem;
      overflow: hidden;
      container-type: size;
      transform-origin: 0 0;
      background: var(--paper);
      color: var(--ink);
      font-size: 1rem;
      font-family: 'Noto Sans', 'Noto Sans Arabic', sans-serif;
      line-height: 1.3;
      text-align: start;
    }

    .glass:lang(ar) {
      font-family: 'Noto Sans Arabic', 'Noto Sans', sans-serif;
      line-height: 1.5;
    }
  `;

  @property({ attribute: false }) world?: State;

  /** Its code; one the world does not speak is read in the first. */
  @property() language = '';

  /** Milliseconds since 1970. */
  @property({ type: Number }) now = 0;

  @state() private scale = 0;

  private words = new Words({}, swedish, swedish);
  private readonly sight = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    this.sight.disconnect();
    super.disconnectedCallback();
  }

  private measure(): void {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.scale = this.clientWidth / ((width / letter) * rem);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { world } = this;
    if (world && (changed.has('world') || changed.has('language'))) {
      const first = world.languages[0] ?? swedish;
      this.words = new Words(world.words, world.languages.find(({ code }) => code === this.language) ?? first, first);
    }
  }

  protected override render() {
    const { world, words } = this;
    if (!world) return nothing;
    return html`<div
      class="glass"
      inert
      lang=${words.language.code}
      dir=${words.language.dir}
      style=${styleMap({ transform: `scale(${this.scale})` })}
    >
      ${outsideHours(world, this.now) ? this.asleep(world) : this.counting(world)}
    </div>`;
  }

  private counting(world: State) {
    const { layout, crowded } = arranged(world, width, height, false);
    return html`<kiosk-counting
      .words=${this.words}
      .state=${world}
      .layout=${layout}
      .now=${this.now}
      connected
      ?crowded=${crowded}
    ></kiosk-counting>`;
  }

  private asleep(world: State) {
    return html`<kiosk-notice
      tone="night"
      picture="moon"
      .words=${this.words}
      heading=${this.words.say('asleep.title')}
      text=${nextOpening(this.words, world, this.now)}
      small=${this.words.say('asleep.touch')}
    ></kiosk-notice>`;
  }
}
