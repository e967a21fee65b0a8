/** How far from the end still counts as there, in pixels. */
const NEAR = 8;

/** Called as what an element shows changes: it goes on showing the end, unless the reader scrolled away from it. */
export const keepEndInSight = (element: Element): void => {
  if (element.scrollHeight - element.scrollTop - element.clientHeight > NEAR) return;
  const goToEnd = (): void => {
    element.scrollTop = element.scrollHeight;
  };
  queueMicrotask(goToEnd);
  // What was out of sight gets its true height only when it is laid out.
  requestAnimationFrame(() => {
    requestAnimationFrame(goToEnd);
  });
};
