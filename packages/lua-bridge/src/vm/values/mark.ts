/** Bits that the number of a census has where other things share its word. */
export const MARK_BITS = 8;

/** The last number of a census that things tell from others. A power would be a float, and so would marks be then. */
export const LAST_MARK = (1 << MARK_BITS) - 1;
