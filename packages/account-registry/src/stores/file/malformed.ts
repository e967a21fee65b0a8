/** What is wrong with a file's text: a reason without a word of the text, which holds credentials. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}
