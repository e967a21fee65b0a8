import { shapeArchived, shapeRudder } from './segment-archive.js';
import type { Shape } from './shape.js';
import { shapeWarehouse } from './warehouse.js';

/** The exports that need no map, by the names that `--from` takes. */
export const SHAPES = {
  'segment-archive': shapeArchived,
  rudderstack: shapeRudder,
  warehouse: shapeWarehouse,
} as const satisfies Readonly<Record<string, Shape>>;

/** The name of an export that needs no map. */
export type ShapeName = keyof typeof SHAPES;
