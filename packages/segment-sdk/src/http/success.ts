import type { HttpAnswer } from './transport.js';

/** Whether the answer is a page for people rather than an answer of an API. */
export const isHtml = ({ headers }: HttpAnswer): boolean => /text\/html/i.test(headers['content-type'] ?? '');

/** Whether Segment accepted the request. */
export const isSuccess = (answer: HttpAnswer): boolean =>
  answer.status >= 200 && answer.status < 300 && !isHtml(answer);
