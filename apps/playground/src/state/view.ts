import { signal } from '@preact/signals-core';

/** Whether the page is shown inside another one (`?embed`): without accounts, simulator and storage of its own. */
export const isEmbedded = new URLSearchParams(location.search).has('embed');

/** The views that the inspector of a wide page can show. */
export type InspectorView = 'events' | 'reference' | 'accounts' | 'simulator';

/** All views; a narrow page shows one at a time. A wide page always shows script and output. */
export type View = 'script' | 'output' | InspectorView;

const shown = signal<View>('script');
const inspected = signal<InspectorView>('events');

/** The view a narrow page shows. */
export const readView = (): View => shown.value;

/** The view the inspector of a wide page shows. */
export const readInspectorView = (): InspectorView => inspected.value;

/** Brings a view to the front. */
export const showView = (view: View): void => {
  shown.value = view;
  if (view !== 'script' && view !== 'output') inspected.value = view;
};
