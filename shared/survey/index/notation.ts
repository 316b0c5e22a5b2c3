/** Figures as reports write them: ▲ for a minus, + for a rise, ±0.0 for none. */

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const decimals = (value: number): string =>
  `${grouped(Math.floor(value / 10).toString())}.${(value % 10).toString()}`;

/** An index, from tenths: `▲17.9`, `15.7`, `0.0`. */
export function writtenIndex(inTenths: number): string {
  return inTenths < 0 ? `▲${decimals(-inTenths)}` : decimals(inTenths);
}

/** A difference, from tenths: `+0.1`, `▲2.3`, `±0.0`. */
export function writtenChange(inTenths: number): string {
  if (inTenths === 0) return '±0.0';
  return inTenths < 0 ? `▲${decimals(-inTenths)}` : `+${decimals(inTenths)}`;
}

/** A share, from tenths: `12.3`. */
export function writtenShare(inTenths: number): string {
  return decimals(inTenths);
}

/** A number with separators: `1,234`, `▲1,234.5`. At most `places` decimals. */
export function writtenNumber(value: number, places = 1): string {
  const scale = 10 ** places;
  const whole = Math.floor(Math.abs(value) * scale + 0.5 + 1e-9);
  const head = grouped(Math.floor(whole / scale).toString());
  const tail = (whole % scale).toString().padStart(places, '0').replace(/0+$/, '');
  return `${value < 0 && whole > 0 ? '▲' : ''}${head}${tail === '' ? '' : `.${tail}`}`;
}

/** A count. */
export const writtenCount = (n: number): string => grouped(n.toString());

/** A figure for machines, from tenths: `-17.9`. */
export function fixedTenths(inTenths: number): string {
  const size = Math.abs(inTenths);
  return `${inTenths < 0 ? '-' : ''}${Math.floor(size / 10)}.${size % 10}`;
}
