import type { PlacedEvent } from './chunk.js';

/** Whether an event was put before another, as far as their producers' clocks tell. */
const isBefore = (one: PlacedEvent, other: PlacedEvent): boolean =>
  one.at < other.at || (one.at === other.at && one.place < other.place);

/** Merges the events of several partitions: each keeps its order, and they are as they were put where that can be. */
export const mergeEvents = (parts: readonly (readonly PlacedEvent[])[]): readonly PlacedEvent[] => {
  if (parts.length === 1) return parts[0] ?? [];
  const places = parts.map(() => 0);
  const merged: PlacedEvent[] = [];
  for (;;) {
    let first: number | undefined;
    for (const [n, part] of parts.entries()) {
      const event = part[places[n] ?? 0];
      const best = first === undefined ? undefined : parts[first]?.[places[first] ?? 0];
      if (event && (!best || isBefore(event, best))) first = n;
    }
    if (first === undefined) return merged;
    merged.push(parts[first]?.[places[first] ?? 0] as PlacedEvent);
    places[first] = (places[first] ?? 0) + 1;
  }
};
