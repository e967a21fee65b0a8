import { SegmentError } from '../contract/errors.js';

/** The error of a plan that cannot be read: `invalid_plan`. @param field Where in the plan: `rules.3.jsonSchema`. */
export const invalidPlan = (message: string, field?: string): SegmentError =>
  new SegmentError(`createPlan: ${message}`, { kind: 'validation', code: 'invalid_plan', field });
