/** How far from the end still counts as there, in pixels. */
const NEAR = 8;

/** Called as what an element shows changes: it goes on showing the end, unless the reader scrolled away from it. */
export const keepEndInSight = (element: Element): void => {
  if (element.scrollHeight - element.scrollTop - element.clientHeight > NEAR) return;
  queueMicrotask(() => {
    element.scrollTop = element.scrollHeight;
  });
};
