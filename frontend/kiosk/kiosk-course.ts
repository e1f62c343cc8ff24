import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { Screen } from './screen';
import type { Course } from './state';
import { basics } from './styles';

/** One course: its QR code, name, facts and places. The code's drawing is made by our own server. */
@customElement('kiosk-course')
export class KioskCourse extends Screen {
  static override styles = [
    basics,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 1.375rem;
        background: var(--tile);
        border-radius: 1.625rem;
        padding: 1.125rem 1.375rem;
        min-height: 0;
        min-width: 0;
        overflow: hidden;
      }

      .code {
        width: var(--code, 12.5rem);
        height: var(--code, 12.5rem);
      }

      .code svg {
        display: block;
        width: 100%;
        height: 100%;
      }

      h2,
      p {
        text-align: match-parent;
      }

      h2 {
        font-size: 1.75rem;
        line-height: 1.2;
        overflow-wrap: break-word;
        hyphens: auto;
      }

      p {
        color: var(--muted);
        font-size: 1.25rem;
        margin-block: 0.375rem 0.625rem;
      }

      .left {
        display: inline-block;
        background: var(--pale-amber);
        border-radius: 1.25rem;
        padding: 0.125rem 0.875rem;
        font-size: 1.125rem;
      }

      :host([large]) {
        --code: min(17rem, 34vh);
        grid-template-columns: minmax(0, 1fr);
        align-content: center;
        justify-items: center;
        text-align: center;
        gap: 0.75rem;
      }

      :host([large]) h2 {
        font-size: var(--text);
      }

      :host([large]) p,
      :host([large]) .left {
        display: none;
      }
    `
  ];

  @property({ attribute: false }) course!: Course;

  protected override render() {
    const name = this.words.of(this.course.name);
    const facts = this.words.of(this.course.facts);
    const { seatsLeft, queue, drop } = this.course;
    const places =
      seatsLeft === 0 && queue
        ? this.say('courses.queue')
        : seatsLeft !== undefined && seatsLeft !== null
          ? this.say('courses.left', { n: seatsLeft })
          : drop
            ? this.say(`courses.${drop}`)
            : '';
    return html`
      <div class="code" role="img" aria-label="QR: ${name.text}">${unsafeHTML(this.course.qr)}</div>
      <div>
        <h2 lang=${name.lang} dir=${name.dir}>${name.text}</h2>
        <p lang=${facts.lang} dir=${facts.dir}>${facts.text}</p>
        ${places ? html`<span class="left">${places}</span>` : nothing}
      </div>
    `;
  }
}
