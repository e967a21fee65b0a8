import { writeExponential, writeFixed, writeGeneral, writeGeneralFully } from '../../vm/values/number-text.js';

/** The parts of a conversion such as `%-08.3f`. */
export interface Conversion {
  flags: string;
  width: number;
  precision: number | undefined;
  letter: string;
}

/**
 * An integer by `%d`, `%i`, `%u`, `%x`, `%X` or `%o`; negative ones count as unsigned 64-bit in all but the first two.
 */
export const formatInteger = (value: number | bigint, conversion: Conversion): string => {
  const { letter, precision, flags, width } = conversion;
  const signed = letter === 'd' || letter === 'i';
  if (signed && precision === undefined && value >= 0 && (flags === '' || flags === '0'))
    return width === 0 ? String(value) : String(value).padStart(width, flags === '' ? ' ' : '0');
  const unsigned = value < 0 ? BigInt.asUintN(64, BigInt(value)) : value;
  const magnitude = signed ? (value < 0 ? -value : value) : unsigned;
  const radix = letter === 'o' ? 8 : letter === 'x' || letter === 'X' ? 16 : 10;
  let digits = precision === 0 && value === 0 ? '' : magnitude.toString(radix);
  digits = digits.padStart(precision ?? 0, '0');
  if (flags.includes('#') && radix === 16 && value !== 0) digits = `0x${digits}`;
  if (flags.includes('#') && radix === 8 && !digits.startsWith('0')) digits = `0${digits}`;
  if (letter === 'X') digits = digits.toUpperCase();
  const sign = signed ? chooseSign(value < 0, flags) : '';
  return pad(sign, digits, conversion, precision === undefined);
};

/** A float by `%f`, `%e`, `%g` or `%a`, in either case. */
export const formatFloat = (value: number, conversion: Conversion): string => {
  const { letter, flags } = conversion;
  const negative = value < 0 || Object.is(value, -0);
  const magnitude = Math.abs(value);
  const text = Number.isFinite(value) ? formatFinite(magnitude, conversion) : Number.isNaN(value) ? 'nan' : 'inf';
  const cased = letter === letter.toUpperCase() ? text.toUpperCase() : text;
  return pad(chooseSign(negative, flags), cased, conversion, Number.isFinite(value));
};

const formatFinite = (value: number, conversion: Conversion): string => {
  const { letter, precision = 6, flags } = conversion;
  const alternate = flags.includes('#');
  switch (letter.toLowerCase()) {
    case 'f':
      return writeFixed(value, precision) + (alternate && precision === 0 ? '.' : '');
    case 'e':
      return alternate && precision === 0
        ? writeExponential(value, 0).replace('e', '.e')
        : writeExponential(value, precision);
    case 'g':
      return alternate ? writeGeneralFully(value, precision) : writeGeneral(value, precision);
    default:
      return formatHexadecimal(value, conversion.precision, alternate ? 'always' : 'as needed');
  }
};

/** A positive finite float in C's `%a`. */
export const formatHexadecimal = (
  value: number,
  precision: number | undefined,
  point: 'always' | 'as needed',
): string => {
  const end = point === 'always' ? '.' : '';
  if (value === 0) return `0x0${precision ? `.${'0'.repeat(precision)}` : end}p+0`;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const biased = Number(raw >> 52n) & 0x7ff;
  let mantissa = (raw & 0xfffffffffffffn) | (biased === 0 ? 0n : 1n << 52n);
  const exponent = biased === 0 ? -1022 : biased - 1023;
  let digits = 13;
  if (precision !== undefined && precision < 13) {
    const shift = BigInt(4 * (13 - precision));
    // An exact half goes to the even neighbour.
    const odd = (mantissa >> shift) & 1n;
    mantissa = (mantissa + (1n << (shift - 1n)) - 1n + odd) >> shift;
    digits = precision;
  }
  const whole = mantissa >> BigInt(4 * digits);
  const part = (mantissa & ((1n << BigInt(4 * digits)) - 1n)).toString(16).padStart(digits, '0');
  const shown = digits === 0 ? '' : precision === undefined ? part.replace(/0+$/, '') : part.padEnd(precision, '0');
  return `0x${whole.toString(16)}${shown === '' ? end : `.${shown}`}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
};

const chooseSign = (negative: boolean, flags: string): string => {
  if (negative) return '-';
  if (flags.includes('+')) return '+';
  return flags.includes(' ') ? ' ' : '';
};

const pad = (sign: string, digits: string, { flags, width }: Conversion, zeros: boolean): string => {
  const room = width - sign.length;
  if (flags.includes('-')) return (sign + digits).padEnd(width);
  if (flags.includes('0') && zeros) {
    const prefix = /^0x/i.test(digits) ? digits.slice(0, 2) : '';
    return sign + prefix + digits.slice(prefix.length).padStart(room - prefix.length, '0');
  }
  return (sign + digits).padStart(width);
};
