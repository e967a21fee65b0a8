/** Where a workspace keeps its data. A key of one region is ignored, without an error, by the other. */
export type Region = 'us' | 'eu';

/** The origins of both APIs in each region. */
export const REGIONS: Readonly<Record<Region, { readonly tracking: string; readonly publicApi: string }>> = {
  us: { tracking: 'https://api.segment.io', publicApi: 'https://api.segmentapis.com' },
  eu: { tracking: 'https://events.eu1.segmentapis.com', publicApi: 'https://eu1.api.segmentapis.com' },
};
