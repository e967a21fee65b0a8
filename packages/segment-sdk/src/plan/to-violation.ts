import type { Violation, ViolationType } from '../contract/violation.js';
import type { Finding } from './json-schema/check.js';

const TYPES: Readonly<Record<string, ViolationType>> = {
  required: 'Required',
  type: 'Invalid Type',
  additionalProperties: 'Unplanned Property',
  false: 'Unplanned Property',
};

/** A finding of JSON Schema in Segment's terms. */
export const toViolation = ({ keyword, path, message }: Finding): Violation => ({
  type: TYPES[keyword] ?? 'Invalid Value',
  field: path,
  message: /^is /.test(message) ? `${path} ${message}` : `${path}: ${message}`,
});
