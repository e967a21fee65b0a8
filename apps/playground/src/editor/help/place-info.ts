import type { EditorView, Rect } from '@codemirror/view';

/** Pixels between the list and its documentation, and between that and the edge of the page. */
const GAP = 6;

const keepBetween = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));

const isAboveCursor = (view: EditorView, list: Rect): boolean => {
  const cursor = view.coordsAtPos(view.state.selection.main.head);
  return cursor !== null && list.top < cursor.top;
};

/**
 * Where the documentation of a completion stands: beside the list if there is room, else on the side of it that the
 * cursor is not on; always inside the page.
 * @returns A style, in pixels from the upper left corner of the list.
 */
export const placeInfo = (view: EditorView, list: Rect, option: Rect, info: Rect, space: Rect): { style: string } => {
  const [width, height] = [info.right - info.left, info.bottom - info.top];
  const [right, left] = [list.right + GAP, list.left - GAP - width];
  const beside = right + width <= space.right ? right : left >= space.left ? left : undefined;
  const x = beside ?? keepBetween(space.left + GAP, list.left, space.right - GAP - width);
  const wanted = isAboveCursor(view, list) ? list.top - GAP - height : list.bottom + GAP;
  const y = keepBetween(space.top, beside === undefined ? wanted : option.top, space.bottom - height);
  return { style: `left: ${x - list.left}px; top: ${y - list.top}px` };
};
