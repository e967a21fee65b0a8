import { jsonText } from './json-text.js';

/** What a script returned, in a line for those who read text: `Returned: {"done":true}, 2`. Empty if it was nothing. */
export const describeValues = (values: readonly unknown[]): string =>
  values.length > 0 ? `Returned: ${values.map((value) => jsonText(value ?? null)).join(', ')}` : '';
