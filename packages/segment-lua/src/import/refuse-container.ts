import { ImportError } from './import-error.js';

const ascii = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];

const ZIP = 'it is a zip archive or a workbook; unpack it, or save its sheet as CSV';

/** What files begin with that hold no rows of text, and what to do with them. */
const KNOWN: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly advice: string }[] = [
  { bytes: ascii('PK\x03\x04'), advice: ZIP },
  { bytes: ascii('PK\x05\x06'), advice: ZIP },
  { bytes: ascii('ustar'), at: 257, advice: 'it is a tar archive; unpack it and import its files' },
  { bytes: ascii('1AY&SY'), at: 4, advice: 'it is packed by bzip2; unpack it: bunzip2 -c FILE | segment-lua import -' },
  { bytes: ascii('\xFD7zXZ'), advice: 'it is packed by xz; unpack it: xz -dc FILE | segment-lua import -' },
  { bytes: ascii('\x28\xB5\x2F\xFD'), advice: 'it is packed by zstd; unpack it: zstd -dc FILE | segment-lua import -' },
  { bytes: ascii('7z\xBC\xAF'), advice: 'it is a 7z archive; unpack it and import its files' },
  { bytes: ascii('Rar!\x1A'), advice: 'it is a RAR archive; unpack it and import its files' },
  { bytes: ascii('\x04\x22\x4D\x18'), advice: 'it is packed by lz4; unpack it: lz4 -dc FILE | segment-lua import -' },
  { bytes: ascii('\xD0\xCF\x11\xE0'), advice: 'it is a workbook of an old Excel; save its sheet as CSV' },
  { bytes: ascii('PAR1\x15'), advice: 'it is a Parquet file; write its rows as NDJSON or CSV' },
  { bytes: ascii('Obj\x01'), advice: 'it is an Avro file; write its rows as NDJSON or CSV' },
  { bytes: ascii('ARROW1\0'), advice: 'it is an Arrow file; write its rows as NDJSON or CSV' },
  { bytes: ascii('SQLite format 3\0'), advice: 'it is a SQLite database; write a table of it as CSV' },
  { bytes: ascii('version https://git-lfs'), advice: 'it is a pointer of Git LFS; fetch the file: git lfs pull' },
  { bytes: ascii('{\\rtf'), advice: 'it is a document in RTF; imports take CSV, NDJSON and JSON' },
  {
    bytes: ascii('\x1F\x9D'),
    advice: 'it is packed by compress; unpack it: uncompress -c FILE | segment-lua import -',
  },
  { bytes: ascii('%PDF-'), advice: 'it is a PDF; imports take CSV, NDJSON and JSON' },
];

/**
 * Refuses a file by its first bytes, unpacked.
 * @throws ImportError `unfit_input`
 */
export const refuseContainer = (head: Buffer): void => {
  const known = KNOWN.find(({ bytes, at = 0 }) => bytes.every((byte, offset) => head[at + offset] === byte));
  if (known) throw new ImportError('unfit_input', known.advice);
};
