import { css } from 'lit';

/** Colours and sizes that every element takes from what stands around it. */
export const colours = css`
  --paper: #faf5ea;
  --tile: #ffffff;
  --line: #e3dccb;
  --edge: #8a8370;
  --green: #115e4c;
  --deep: #0b4437;
  --pale-green: #ddeee3;
  --amber: #f4b73f;
  --pale-amber: #fdefd0;
  --ink: #1c2b29;
  --muted: #55625e;
  --night: #10201d;

  --gap: 1rem;
  --touch: 4.5rem;
  --action: 7.5rem;
  --radius: 1.5rem;
  --text-small: 1.0625rem;
  --text: 1.25rem;
  --text-label: 1.4375rem;
  --text-title: 2rem;
  --text-huge: 4.25rem;
`;

/** The whole tablet. */
export const paper = css`
  :root {
    ${colours}
    font-size: clamp(16px, min(1.25vw, 2vh), 32px);
    background: var(--paper);
    color: var(--ink);
    font-family: 'Noto Sans', 'Noto Sans Arabic', sans-serif;
    font-variant-numeric: lining-nums;
    font-feature-settings: 'zero' 0;
    line-height: 1.3;
    overscroll-behavior: none;
    -webkit-tap-highlight-color: transparent;
    -webkit-text-size-adjust: 100%;
    user-select: none;
    -webkit-user-select: none;
    touch-action: manipulation;
  }

  body,
  #outlet {
    overflow: hidden;
  }

  :root:lang(ar) {
    font-family: 'Noto Sans Arabic', 'Noto Sans', sans-serif;
    line-height: 1.5;
  }

  /* A capital H of 7.3 mm at 5.9 pixels a millimetre. */
  :root[data-large] {
    --text-small: 61px;
    --text: 61px;
    --text-label: 61px;
    --text-title: 61px;
    --text-huge: 72px;
    line-height: 1.12;
  }

  @media (max-height: 700px), (max-width: 700px) {
    :root[data-large] {
      --text-small: 38px;
      --text: 38px;
      --text-label: 38px;
      --text-title: 38px;
      --text-huge: 44px;
    }
  }

  vaadin-connection-indicator {
    display: none;
  }
`;

/** What every element shares. */
export const basics = css`
  :host {
    box-sizing: border-box;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  p {
    margin: 0;
    text-wrap: balance;
  }

  h1 {
    font-size: var(--text-title);
    font-weight: 700;
    line-height: 1.2;
  }

  :lang(ar) {
    line-height: 1.45;
  }

  button {
    font: inherit;
    color: inherit;
    margin: 0;
    padding: 0.5rem 1rem;
    border: 3px solid var(--line);
    border-radius: var(--radius);
    background: var(--tile);
    cursor: pointer;
    touch-action: manipulation;
    min-width: 0;
  }

  button:active:not(:disabled) {
    background: var(--pale-green);
    border-color: var(--green);
  }

  button:focus-visible {
    outline: 4px solid var(--ink);
    outline-offset: 3px;
  }

  .action {
    min-height: var(--action);
    min-width: var(--action);
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    font-size: var(--text-small);
  }

  .action kiosk-picture {
    --size: 3.25rem;
  }

  .strong {
    background: var(--green);
    border-color: var(--green);
    color: #fff;
    font-size: 2.25rem;
    font-weight: 700;
    flex-direction: row;
    gap: 1rem;
  }

  .strong:active:not(:disabled) {
    background: var(--deep);
    border-color: var(--deep);
  }

  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :host([large]) .strong {
    font-size: var(--text);
  }

  :host([large]) .only-small {
    display: none;
  }
`;

/** A screen of its own: fills the tablet and never scrolls. */
export const screen = css`
  :host {
    display: grid;
    position: absolute;
    inset: 0;
    padding: var(--gap) 1.25rem;
    gap: var(--gap);
    background: var(--paper);
    overflow: hidden;
  }
`;
