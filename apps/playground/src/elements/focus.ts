/** What a keyboard can stand on. */
const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]';

/**
 * Called when a button is pressed that takes itself away: the focus then goes to the nearest thing before it, instead
 * of falling to the page's beginning.
 */
export const keepFocusNear = (event: Event): void => {
  const gone = event.currentTarget;
  if (!(gone instanceof HTMLElement) || document.activeElement !== gone) return;
  const around = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const at = around.indexOf(gone);
  const near = [...around.slice(0, at).toReversed(), ...around.slice(at + 1)];
  setTimeout(() => {
    if (document.activeElement === document.body) near.find((element) => element.checkVisibility())?.focus();
  });
};
