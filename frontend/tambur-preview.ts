import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { State } from './kiosk/state';

/** The tablet's screen within a page of the office. What the tablet is made of comes only when one is shown. */
@customElement('tambur-preview')
export class TamburPreview extends LitElement {
  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 1280 / 800;
      direction: ltr;
    }
  `;

  /** What a tablet would be told, as JSON. */
  @property() state = '';

  @property() language = '';

  /** Milliseconds since 1970. */
  @property({ type: Number }) now = 0;

  /** What is seen, for those who do not see it. */
  @property() label = '';

  @state() private here = false;

  private world?: State;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.bring();
  }

  private async bring(): Promise<void> {
    await import('./kiosk/kiosk-preview');
    this.here = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('state') || !this.state) return;
    // a plan knows nothing of one tablet's name, nor of how many are here
    const ofOne = { tag: '', serverTime: '', dataEpoch: '', kiosk: { name: '', paused: false }, full: false };
    this.world = { ...ofOne, ...(JSON.parse(this.state) as Omit<State, keyof typeof ofOne>) };
  }

  protected override render() {
    return html`<div role="img" aria-label=${this.label}>
      ${
        this.here
          ? html`<kiosk-preview .world=${this.world} .language=${this.language} .now=${this.now}></kiosk-preview>`
          : nothing
      }
    </div>`;
  }
}
