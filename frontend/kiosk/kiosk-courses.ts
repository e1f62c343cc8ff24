import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './kiosk-course';
import './kiosk-picture';
import { Screen } from './screen';
import { basics, screen } from './styles';

/** All open courses as large QR codes; what does not fit stands on a next page, never below an edge. */
@customElement('kiosk-courses')
export class KioskCourses extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        grid-template-rows: auto minmax(0, 1fr) auto;
        padding: 1.5rem 2rem;
        background: var(--pale-green);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 1.25rem;
      }

      header p {
        font-size: max(1.375rem, var(--text));
        color: #43504c;
      }

      .courses {
        display: grid;
        gap: var(--gap);
        grid-template-columns: repeat(2, minmax(0, 1fr));
        grid-auto-rows: minmax(0, 1fr);
        min-height: 0;
      }

      .courses[data-few] {
        grid-template-columns: minmax(0, 1fr);
      }

      :host([layout='tall']) .courses {
        grid-template-columns: minmax(0, 1fr);
      }

      .none {
        align-self: center;
        text-align: center;
        font-size: max(1.75rem, var(--text));
      }

      .actions {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: var(--gap);
      }

      .actions .action {
        flex-direction: row;
        font-size: max(1.75rem, var(--text));
        font-weight: 700;
        gap: 1rem;
      }

      .actions kiosk-picture {
        --size: 2.5rem;
      }

      :host([large]) header p {
        display: none;
      }
    `
  ];

  @state() private page = 0;

  protected override render() {
    const { courses } = this.state;
    const each = this.large || this.layout === 'compact' ? 2 : 4;
    const pages = Math.max(1, Math.ceil(courses.length / each));
    const page = this.page % pages;
    const shown = courses.slice(page * each, page * each + each);
    return html`
      <header>
        <h1>${this.say('courses.title')}</h1>
        <p>${this.say('courses.scan')}</p>
      </header>
      ${
        shown.length === 0
          ? html`<p class="none">${this.say('courses.none')}</p>`
          : html`<div class="courses" ?data-few=${shown.length < 3 && !(this.large || this.layout === 'compact')}>
              ${shown.map(
                (course) =>
                  html`<kiosk-course
                    data-course=${course.code}
                    .course=${course}
                    .words=${this.words}
                    .state=${this.state}
                    ?large=${this.large}
                  ></kiosk-course>`
              )}
            </div>`
      }
      <div class="actions">
        ${
          pages > 1
            ? html`<button class="action" data-go="more" @click=${() => (this.page = page + 1)}>
                ${this.say('courses.more')}<kiosk-picture sign="arrow-right" turns></kiosk-picture>
              </button>`
            : nothing
        }
        <button class="action strong" data-go="home" @click=${() => this.go('home')}>
          <kiosk-picture sign="arrow-left" turns></kiosk-picture>${this.say('courses.home')}
        </button>
      </div>
    `;
  }
}
