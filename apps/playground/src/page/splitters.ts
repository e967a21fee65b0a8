import { siteStore } from '../state/storage.js';

interface Splitter {
  /** What of the desk it sets, in percent. */
  readonly property: '--columns' | '--rows';
  readonly label: string;
  readonly standard: number;
  /** Where a pointer is along it, in percent of the desk. */
  readonly measure: (event: PointerEvent, desk: DOMRect) => number;
}

const SPLITTERS: readonly Splitter[] = [
  {
    property: '--columns',
    label: 'Width of the script',
    standard: 52,
    measure: ({ clientX }, { left, width }) => ((clientX - left) / width) * 100,
  },
  {
    property: '--rows',
    label: 'Height of the script',
    standard: 62,
    measure: ({ clientY }, { top, height }) => ((clientY - top) / height) * 100,
  },
];

/** Neither side gets less, in percent. */
const LEAST = 20;
const STEP = 2;

const addSplitter = (desk: HTMLElement, { property, label, standard, measure }: Splitter): void => {
  const kept = `playground.split${property}`;
  const bar = document.createElement('div');
  const set = (percent: number): void => {
    const at = Math.round(Math.min(100 - LEAST, Math.max(LEAST, percent)));
    desk.style.setProperty(property, `${at}fr`);
    desk.style.setProperty(`${property}-rest`, `${100 - at}fr`);
    bar.ariaValueNow = String(at);
    if (at === standard) siteStore.remove(kept);
    else siteStore.write(kept, String(at));
  };
  Object.assign(bar, { role: 'separator', className: 'splitter', tabIndex: 0, ariaLabel: label });
  Object.assign(bar, { ariaValueMin: String(LEAST), ariaValueMax: String(100 - LEAST) });
  bar.ariaOrientation = property === '--columns' ? 'vertical' : 'horizontal';
  bar.addEventListener('pointerdown', ({ pointerId }) => {
    bar.setPointerCapture(pointerId);
  });
  bar.addEventListener('pointermove', (event) => {
    if (bar.hasPointerCapture(event.pointerId)) set(measure(event, desk.getBoundingClientRect()));
  });
  bar.addEventListener('dblclick', () => {
    set(standard);
  });
  bar.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(Number(bar.ariaValueNow) + by);
  });
  desk.append(bar);
  set(Number(siteStore.read(kept) ?? standard) || standard);
};

/** Lets the reader share out a wide page between its panes, by pointer and by arrow keys; a double click resets. */
export const splitPanes = (desk: HTMLElement): void => {
  for (const splitter of SPLITTERS) addSplitter(desk, splitter);
};
