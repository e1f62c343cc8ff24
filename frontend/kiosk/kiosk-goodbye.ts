import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './kiosk-picture';
import { Screen } from './screen';
import type { Question } from './state';
import { basics, screen } from './styles';

/** An answer to the question of the day. */
export interface Answer {
  question: string;
  answer: number;
  by: 'adult' | 'child';
}

/** On the way out: one question with four faces, then three for the child. Never more than two taps. */
@customElement('kiosk-goodbye')
export class KioskGoodbye extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        grid-template-rows: minmax(0, 1fr) auto;
        padding: 1.5rem 2rem;
      }

      .ask {
        display: flex;
        flex-direction: column;
        justify-content: center;
        gap: 2rem;
        min-height: 0;
      }

      h1 {
        font-size: max(2.5rem, var(--text-title));
        text-align: center;
      }

      .faces {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 18rem);
        justify-content: center;
        gap: var(--gap);
      }

      .face {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 0.75rem;
        min-height: 15rem;
        padding: 0.75rem 0.5rem;
        font-size: 1.375rem;
        line-height: 1.2;
      }

      .face kiosk-picture {
        --size: clamp(4.5rem, 13vw, 9.5rem);
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

      :host([large]) .face span {
        display: none;
      }

      :host([large]) .face {
        min-height: 11rem;
      }

      @media (max-height: 700px) {
        .ask {
          gap: 1rem;
        }

        .face,
        :host([large]) .face {
          min-height: 9rem;
        }
      }

      :host([layout='tall']) .face {
        min-height: 20rem;
      }
    `
  ];

  @property({ attribute: false }) question?: Question;
  @state() private answered = false;

  protected override render() {
    const question = this.words.of(this.question?.text);
    return html`
      <div class="ask">
        ${
          this.answered || !this.question
            ? html`<h1>${this.say('bye.child')}</h1>
                ${this.faces('child', ['face-1', 'face-neutral', 'face-4'])}`
            : html`<h1 lang=${question.lang} dir=${question.dir}>${question.text}</h1>
                ${this.faces('adult', ['face-1', 'face-2', 'face-3', 'face-4'])}`
        }
      </div>
      <div class="actions">
        <button class="action" data-go="leaving" @click=${() => this.go('leaving')}>
          <kiosk-picture name="hello"></kiosk-picture>${this.say('bye.leaving')}
        </button>
        <button class="action strong" data-go="home" @click=${() => this.go('home')}>
          ${this.say('courses.home')}
        </button>
      </div>
    `;
  }

  private faces(by: 'adult' | 'child', pictures: string[]) {
    return html`<div class="faces" role="group">
      ${pictures.map(
        (picture, index) =>
          html`<button
            class="face"
            data-answer=${index + 1}
            data-by=${by}
            aria-label=${this.say(`bye.${by}.${index + 1}`)}
            @click=${() => this.answer(by, index + 1)}
          >
            <kiosk-picture .name=${picture}></kiosk-picture>
            <span>${this.say(`bye.${by}.${index + 1}`)}</span>
          </button>`
      )}
    </div>`;
  }

  private answer(by: 'adult' | 'child', answer: number): void {
    if (this.question) this.tell('answer', { question: this.question.id, answer, by } satisfies Answer);
    this.answered = true;
  }
}
