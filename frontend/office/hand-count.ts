import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { add, type Draft, Drafts, empty, set, sum, touched, undo, without } from './draft';

/** A kind of people to count. */
interface Kind {
  id: string;
  label: string;
  hint: string;
  /** `parties` may stay empty: nobody may know. */
  sort: 'children' | 'adults' | 'expecting' | 'parties';
}

/** No answer for so long, in milliseconds, and the page says that it waits. */
const PATIENCE = 4000;

/**
 * Counts a group by taps. Every tap is kept on the device at once, so that neither a lost connection nor a reload takes
 * it away; it asks to be saved by `count-save` and forgets when the server has called `saved`.
 */
@customElement('hand-count')
export class HandCount extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    ul {
      list-style: none;
      margin: 0;
      padding: 0;
      background: var(--tile);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }

    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 4.5rem 4rem 4.75rem;
      align-items: center;
      gap: 0.5rem;
      padding: 0.5rem 0.625rem 0.5rem 1rem;
      border-bottom: 1px solid var(--line);
    }

    li:last-child {
      border-bottom: 0;
    }

    label {
      font-weight: 700;
      line-height: 1.25;
      overflow-wrap: anywhere;
    }

    .hint {
      display: block;
      font-weight: 400;
      font-size: 0.875rem;
      color: var(--muted);
    }

    input,
    button {
      font: inherit;
      color: inherit;
      box-sizing: border-box;
      min-height: 3.5rem;
      border-radius: 14px;
    }

    input {
      width: 100%;
      padding: 0 0.25rem;
      border: 1px solid #7b857f;
      background: #ffffff;
      font-size: 1.5rem;
      font-weight: 700;
      text-align: center;
      font-variant-numeric: tabular-nums;
    }

    button {
      border: 2px solid var(--green);
      background: var(--tile);
      color: var(--green);
      font-size: 1.25rem;
      font-weight: 700;
      cursor: pointer;
      touch-action: manipulation;
      -webkit-tap-highlight-color: transparent;
      user-select: none;
    }

    button.one,
    button.save {
      background: var(--green);
      color: #ffffff;
    }

    button:active {
      background: var(--amber);
      color: var(--ink);
    }

    button[aria-disabled='true'] {
      background: var(--tile);
      border-color: var(--line);
      color: var(--muted);
      cursor: default;
    }

    input:focus-visible,
    button:focus-visible {
      outline: 3px solid var(--ink);
      outline-offset: 2px;
    }

    .foot {
      position: sticky;
      bottom: 0;
      z-index: 1;
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0.25rem 0.5rem;
      margin-top: 0.75rem;
      padding: 0.625rem 0.75rem calc(0.75rem + env(safe-area-inset-bottom));
      background: var(--paper);
      border-top: 1px solid var(--line);
    }

    .sum {
      font-size: 1.25rem;
      font-weight: 700;
      font-variant-numeric: tabular-nums;
    }

    .state {
      align-self: center;
      text-align: end;
      color: var(--muted);
    }

    .waits {
      grid-column: 1 / -1;
      margin: 0;
    }

    .foot button {
      min-height: 3.75rem;
      font-size: 1.125rem;
    }

    @media (min-width: 700px) {
      li {
        grid-template-columns: minmax(0, 1fr) 6rem 6rem 8rem;
      }
    }
  `;

  @property() house = '';

  /** What is counted, such as `2026-11-24/10:00`: one draft each. */
  @property() what = '';
  @property({ type: Array }) kinds: Kind[] = [];
  @property({ type: Object }) words: Readonly<Record<string, string>> = {};
  @property({ type: Number }) most = 500;

  @state() private draft: Draft = empty();
  @state() private saving = false;
  @state() private waits = false;
  private patience = 0;

  /** The server has it: nothing of it stays here. Numbers tapped after a press whose answer was lost do. */
  saved(id: string, numbers: Readonly<Record<string, number>>): void {
    this.answered();
    if (this.draft.id !== id) return;
    this.change(without(this.draft, numbers));
  }

  /** The server will not have it as it is; it stays for mending. */
  answered(): void {
    this.saving = false;
    this.waits = false;
    window.clearTimeout(this.patience);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.patience);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if ((changed.has('what') || changed.has('house')) && this.house && this.what) {
      this.answered();
      this.draft = this.drafts().read(this.what);
      this.dispatchEvent(new CustomEvent('count-waiting', { detail: { others: this.drafts().others(this.what) } }));
    }
  }

  private drafts(): Drafts {
    return new Drafts(window.localStorage, this.house);
  }

  private change(next: Draft): void {
    this.draft = next;
    this.drafts().keep(this.what, next);
  }

  private save(): void {
    if (!touched(this.draft)) return;
    this.saving = true;
    window.clearTimeout(this.patience);
    this.patience = window.setTimeout(() => (this.waits = true), PATIENCE);
    const { id, numbers } = this.draft;
    this.dispatchEvent(new CustomEvent('count-save', { detail: { id, numbers } }));
  }

  private typed(kind: Kind, event: Event): void {
    const field = event.target as HTMLInputElement;
    const written = field.value.trim();
    if (/^\d{0,4}$/.test(written)) {
      const number = written === '' ? undefined : Number(written);
      this.change(set(this.draft, kind.id, number, this.most));
    }
    field.value = this.shown(kind);
  }

  private shown(kind: Kind): string {
    return String(this.draft.numbers[kind.id] ?? (kind.sort === 'parties' ? '' : 0));
  }

  private of(sort: Kind['sort']): number {
    return sum(
      this.draft,
      this.kinds.filter((kind) => kind.sort === sort).map((kind) => kind.id)
    );
  }

  protected override render() {
    return html`
      <ul>
        ${this.kinds.map((kind) => this.row(kind))}
      </ul>
      <div class="foot">
        <span class="sum" role="status">
          ${this.words['children']} <span data-sum="children">${this.of('children')}</span> · ${this.words['adults']}
          <span data-sum="adults">${this.of('adults')}</span>
        </span>
        <span class="state">
          ${this.saving ? this.words['saving'] : touched(this.draft) ? this.words['unsaved'] : nothing}
        </span>
        ${this.waits ? html`<p class="waits" role="alert">${this.words['waits']}</p>` : nothing}
        <button
          type="button"
          data-go="undo"
          aria-disabled=${this.draft.before.length === 0 ? 'true' : 'false'}
          @click=${() => this.change(undo(this.draft))}
        >
          ${this.words['undo']}
        </button>
        <button
          type="button"
          class="save"
          data-go="save"
          aria-disabled=${touched(this.draft) ? 'false' : 'true'}
          @click=${() => this.save()}
        >
          ${this.words['save']}
        </button>
      </div>
    `;
  }

  private row(kind: Kind) {
    return html`<li class=${kind.sort} data-kind=${kind.id}>
      <label for=${'n-' + kind.id}
        >${kind.label}${kind.hint ? html`<span class="hint">${kind.hint}</span>` : nothing}</label
      >
      <input
        id=${'n-' + kind.id}
        inputmode="numeric"
        autocomplete="off"
        .value=${this.shown(kind)}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        @change=${(event: Event) => this.typed(kind, event)}
      />
      ${this.more(kind, 5)} ${this.more(kind, 1)}
    </li>`;
  }

  private more(kind: Kind, number: 1 | 5) {
    return html`<button
      type="button"
      class=${number === 1 ? 'one' : 'five'}
      data-more=${number}
      aria-label="${kind.label} +${number}"
      @click=${() => this.change(add(this.draft, kind.id, number, this.most))}
    >
      +${number}
    </button>`;
  }
}
