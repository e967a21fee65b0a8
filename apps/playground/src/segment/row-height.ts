/** The height of a line in the list, in pixels, as the style sheet sets it for this screen. */
export const rowHeight = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'));
