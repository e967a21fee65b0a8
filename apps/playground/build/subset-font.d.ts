declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'woff2';
    /** OpenType features to keep. */
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
    /** Tables of the font that are left out. */
    readonly dropTables: readonly string[];
  }
  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>;
}
