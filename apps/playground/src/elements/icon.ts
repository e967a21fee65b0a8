import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit-html';

const SHAPES = {
  play: svg`<path d="M4.5 3.2v9.6L12.5 8z" fill="currentColor" stroke="none" />`,
  stop: svg`<rect x="3.5" y="3.5" width="9" height="9" rx="1.5" fill="currentColor" stroke="none" />`,
  examples: svg`<rect x="2" y="2.5" width="5" height="5" rx="1" /><rect x="9" y="2.5" width="5" height="5" rx="1" /><rect x="2" y="9" width="5" height="5" rx="1" /><rect x="9" y="9" width="5" height="5" rx="1" />`,
  share: svg`<path d="M6.6 9.4 9.4 6.6M7.3 4.6l1.2-1.2a2.9 2.9 0 0 1 4.1 4.1l-1.2 1.2M8.7 11.4l-1.2 1.2a2.9 2.9 0 0 1-4.1-4.1l1.2-1.2" />`,
  auto: svg`<circle cx="8" cy="8" r="5.5" /><path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor" />`,
  light: svg`<circle cx="8" cy="8" r="2.8" /><path d="M8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1" />`,
  dark: svg`<path d="M13.3 9.6A5.6 5.6 0 0 1 6.4 2.7a5.6 5.6 0 1 0 6.9 6.9z" />`,
  script: svg`<path d="m5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5 14 8l-3.5 3.5" />`,
  output: svg`<rect x="1.8" y="2.8" width="12.4" height="10.4" rx="1.6" /><path d="m4.6 6 2 2-2 2M8.6 10.2h3" />`,
  events: svg`<path d="M1.5 8h3l2-4.5 3 9 2-4.5h3" />`,
  reference: svg`<path d="M8 4C6.6 3 4.6 2.6 2 2.7v9.6c2.6-.1 4.6.3 6 1.3 1.4-1 3.4-1.4 6-1.3V2.7C11.4 2.6 9.4 3 8 4zm0 0v9.6" />`,
  accounts: svg`<circle cx="8" cy="5.4" r="2.7" /><path d="M2.8 13.6c.6-2.6 2.6-4 5.2-4s4.6 1.4 5.2 4" />`,
  simulator: svg`<path d="M2 4.5h6.5M12.5 4.5H14M2 11.5h1.5M7.5 11.5H14" /><circle cx="10.5" cy="4.5" r="1.9" /><circle cx="5.5" cy="11.5" r="1.9" />`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8" />`,
  back: svg`<path d="M9.5 3.5 5 8l4.5 4.5" />`,
  search: svg`<circle cx="7" cy="7" r="4.2" /><path d="m10.2 10.2 3.3 3.3" />`,
  batch: svg`<path d="M8 2.2 14 5 8 7.8 2 5zM2.6 8 8 10.5 13.4 8M2.6 11 8 13.5 13.4 11" />`,
  export: svg`<path d="M8 2.5v7M5 7l3 3 3-3M2.8 12.8h10.4" />`,
} satisfies Record<string, SVGTemplateResult>;

/** A drawing that goes with a word; it says nothing to screen readers. */
export type Icon = keyof typeof SHAPES;

/** @param size In letters of the page's size, default 1. */
export const renderIcon = (name: Icon, size = 1): TemplateResult => html`
  <svg
    aria-hidden="true"
    width="${size}rem"
    height="${size}rem"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${SHAPES[name]}
  </svg>
`;
