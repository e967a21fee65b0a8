/**
 * A float as Lua's `tostring` writes it: `%.14g`, with `.0` if it looks like an integer.
 * @example writeFloat(1e100) // '1e+100'
 */
export const writeFloat = (value: number): string => {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const text = writeShortly(value) ?? writeGeneral(value, 14);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
};

const SHORT = 15;

/* What JavaScript writes in fourteen digits at most, `%.14g` writes alike. */
const writeShortly = (value: number): string | undefined => {
  const magnitude = Math.abs(value);
  if (magnitude < 1e-4 || magnitude >= 1e13) return undefined;
  const text = String(value);
  return text.length <= SHORT ? text : undefined;
};

/** A finite number in C's `%.{precision}g`. */
export const writeGeneral = (value: number, precision: number): string =>
  trimZeros(writeGeneralFully(value, precision));

/** The same as `%#.{precision}g` has it, with all its digits. */
export const writeGeneralFully = (value: number, precision: number): string => {
  const digits = precision === 0 ? 1 : precision;
  const [mantissa = '', power = '0'] = splitExponent(value, digits - 1);
  const exponent = Number(power);
  const dotted = mantissa.includes('.') ? mantissa : `${mantissa}.`;
  if (exponent < -4 || exponent >= digits) return dotted + writeExponent(exponent);
  return movePoint(mantissa.replace('.', ''), exponent);
};

/* Digits with the point behind the first one and so many more; before them all if there are less than none. */
const movePoint = (signed: string, exponent: number): string => {
  const [sign, digits] = signed.startsWith('-') ? ['-', signed.slice(1)] : ['', signed];
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
};

/** A finite number in C's `%.{decimals}e`. */
export const writeExponential = (value: number, decimals: number): string => {
  const [mantissa = '', power = '0'] = splitExponent(value, decimals);
  return mantissa + writeExponent(Number(power));
};

/* C rounds an exact half to the even neighbour, JavaScript away from zero. */
const splitExponent = (value: number, decimals: number): string[] => {
  const parts = value.toExponential(decimals).split('e');
  const [mantissa = '', power = '0'] = parts;
  // Where rounding has carried into another digit, the neighbour above is the even one.
  const carried = mantissa === '1' || mantissa === '-1';
  if (!carried && isOdd(mantissa) && isHalf(value, decimals - Number(power))) parts[0] = lowerLastDigit(mantissa);
  if (value === 0 && Object.is(value, -0)) parts[0] = `-${mantissa}`;
  return parts;
};

/**
 * A finite number with so many decimals, as C's `%.{decimals}f`. `toFixed` switches to exponents at 1e21; such floats
 * are integers, which bigint writes exactly.
 */
export const writeFixed = (value: number, decimals: number): string => {
  if (Math.abs(value) >= 1e21) return BigInt(value).toString() + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
  const text = value.toFixed(decimals);
  return isOdd(text) && isHalf(value, decimals) ? lowerLastDigit(text) : text;
};

const isOdd = (digits: string): boolean => '13579'.includes(digits.slice(-1));

const lowerLastDigit = (digits: string): string => digits.slice(0, -1) + String(Number(digits.slice(-1)) - 1);

/* Whether a float lies exactly between two numbers of so many decimals; fewer than none are the zeros of a whole. */
const isHalf = (value: number, decimals: number): boolean => {
  // The last bit of such a float stands for a half of the last decimal: the powers of five in it do not matter.
  if (decimals >= 0) return Math.abs((value * 2 ** (decimals + 1)) % 2) === 1;
  if (!Number.isInteger(value)) return false;
  const unit = 10n ** BigInt(-decimals);
  return (BigInt(value) * 2n) % unit === 0n && BigInt(value) % unit !== 0n;
};

/* An exponent as C writes it: a sign and at least two digits. */
const writeExponent = (exponent: number): string =>
  `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;

/* Zeros behind the point that nothing follows but an exponent. */
const trimZeros = (text: string): string => {
  const exponent = text.indexOf('e');
  const end = exponent < 0 ? text.length : exponent;
  let kept = end;
  while (text[kept - 1] === '0') kept--;
  if (text[kept - 1] === '.') kept--;
  return text.slice(0, kept) + text.slice(end);
};
