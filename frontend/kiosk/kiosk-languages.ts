import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from './screen';
import { basics, screen } from './styles';

/** All languages, each in its own script, where the counting screen has room for one button only. */
@customElement('kiosk-languages')
export class KioskLanguages extends Screen {
  static override styles = [
    basics,
    screen,
    css`
      :host {
        grid-auto-rows: minmax(var(--touch), 1fr);
        grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
      }

      button {
        font-size: max(2rem, var(--text));
        font-weight: 700;
        line-height: 1.3;
      }

      button[lang='ar'] {
        font-family: 'Noto Sans Arabic', 'Noto Sans', sans-serif;
      }

      button[aria-pressed='true'] {
        background: var(--green);
        border-color: var(--green);
        color: #fff;
      }
    `
  ];

  protected override render() {
    return html`<h1 class="hidden-text" data-visually-hidden>${this.say('home.languages')}</h1>
      ${this.state.languages.map(
        (language) =>
          html`<button
            lang=${language.code}
            dir=${language.dir}
            data-lang=${language.code}
            aria-pressed=${language.code === this.words.language.code ? 'true' : 'false'}
            @click=${() => this.tell('language', language.code)}
          >
            ${language.name}
          </button>`
      )}`;
  }
}
