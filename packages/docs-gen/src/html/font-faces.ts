import type { ReferenceSite } from '../reference/reference.js';
import { resolveFrom } from './page.js';

/** The folder of the style sheet, whose addresses are looked up from there. */
const TO_SITE = '../';

const writeFace = (family: string, weights: string, address: string): string =>
  `@font-face {
  font-family: '${family}';
  font-weight: ${weights};
  font-display: swap;
  src: url('${encodeURI(resolveFrom(TO_SITE, address)).replaceAll("'", '%27')}') format('woff2');
}
`;

/** The rules by which the style sheet finds a site's own typefaces; nothing where it has none. */
export const writeFontFaces = ({ fonts }: ReferenceSite = {}): string =>
  fonts ? writeFace('Site Text', '400 700', fonts.text) + writeFace('Site Code', '400', fonts.code) : '';
