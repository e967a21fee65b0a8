import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** What the page says beyond ASCII; any other character that a script brings is shown in a font of the system. */
const TYPOGRAPHY = '–—…•·‘’“”×−→';

/**
 * Cuts the fonts down to the characters in use: a third of what they are as packaged.
 */
export const fonts = (): Plugin => ({
  name: 'fonts',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'asset' || !output.fileName.endsWith('.woff2')) continue;
        output.source = await subsetFont(Buffer.from(output.source), ASCII + TYPOGRAPHY, {
          targetFormat: 'woff2',
          keepFeatures: [],
          noHinting: true,
          dropTables: ['GDEF', 'GPOS', 'GSUB', 'HVAR', 'MVAR', 'STAT', 'gasp', 'kern', 'meta'],
        });
      }
    },
  },
});
