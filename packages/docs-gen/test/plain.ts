/** A text as a reference can show it: no control characters, no halves of surrogate pairs, line breaks as `\n`. */
export const plain = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/(?!\t)\p{Cc}/gu, '\uFFFD').replace(/\p{Cs}/gu, '\uFFFD'))
    .join('\n');
