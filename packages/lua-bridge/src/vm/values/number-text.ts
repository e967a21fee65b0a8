/**
 * A float as Lua's `tostring` writes it: `%.14g`, with `.0` if it looks like an integer.
 * @example writeFloat(1e100) // '1e+100'
 */
export const writeFloat = (value: number): string => {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? writeNaN(value) : value > 0 ? 'inf' : '-inf';
  const text = writeGeneral(value, 14);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
};

/** C prints the sign of a NaN, and x86 makes negative ones; Lua scripts expect `-nan` or `nan` alike. */
const writeNaN = (value: number): string => (Object.is(value, NaN) ? 'nan' : '-nan');

/** A finite number in C's `%.{precision}g`. */
export const writeGeneral = (value: number, precision: number): string => {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const digits = precision === 0 ? 1 : precision;
  const [mantissa = '', power = '0'] = value.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= digits) return trimZeros(mantissa) + writeExponent(exponent);
  return trimZeros(writeFixed(value, Math.min(100, digits - 1 - exponent)));
};

/**
 * A finite number with so many decimals. `toFixed` switches to exponents at 1e21; such floats are integers, which
 * bigint writes exactly.
 */
export const writeFixed = (value: number, decimals: number): string => {
  if (Math.abs(value) < 1e21) return halfToEven(value, decimals) ?? value.toFixed(decimals);
  return BigInt(value).toString() + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
};

/* C rounds an exact half to the even neighbour, `toFixed` away from zero. Halves are exact only in short floats. */
const halfToEven = (value: number, decimals: number): string | undefined => {
  const scaled = value * 10 ** decimals;
  const isHalf =
    decimals < 15 && Math.abs(scaled) < 2 ** 51 && Math.abs(scaled % 1) === 0.5 && scaled / 10 ** decimals === value;
  const down = Math.trunc(scaled);
  return isHalf && down % 2 === 0 ? (down / 10 ** decimals).toFixed(decimals) : undefined;
};

/** An exponent as C writes it: a sign and at least two digits. */
export const writeExponent = (exponent: number): string =>
  `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
