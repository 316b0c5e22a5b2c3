/** Waves by name: `2026-10` of a survey that is asked by month, `2026` of a yearly one. */
import type { WaveKind } from './schema.ts';

const monthly = /^(\d{4})-(0[1-9]|1[0-2])$/;
const yearly = /^\d{4}$/;

/** The name of a wave as people write it (`2026年10月`, `2026/10`, `202610`, `2026`), null where it is none. */
export function readWave(kind: WaveKind, typed: string): string | null {
  const folded = typed.normalize('NFKC').trim();
  if (kind === 'yearly') {
    const year = /^(\d{4})(?:年度?)?$/.exec(folded);
    if (year?.[1] !== undefined) return year[1];
  }
  const found = /^(\d{4})(?:年|[-/.])?(\d{1,2})(?:月(?:調査|期)?)?$/.exec(folded);
  if (found === null) return null;
  const wave = `${found[1]}-${(found[2] ?? '').padStart(2, '0')}`;
  if (!monthly.test(wave)) return null;
  return kind === 'yearly' ? wave.slice(0, 4) : wave;
}

function shifted(wave: string, months: number): string | null {
  const found = monthly.exec(wave);
  if (found === null) return yearly.test(wave) ? String(Number(wave) + Math.round(months / 12)) : null;
  const at = Number(found[1]) * 12 + Number(found[2]) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The wave before; null where there is none to compare with. */
export function waveBefore(kind: WaveKind, wave: string): string | null {
  return kind === 'monthly' ? shifted(wave, -1) : kind === 'yearly' ? shifted(wave, -12) : null;
}

/** The same month of the year before, of a monthly survey. */
export function waveYearBefore(kind: WaveKind, wave: string): string | null {
  return kind === 'monthly' ? shifted(wave, -12) : null;
}

/** `2026年10月`, `2026年`. */
export function writtenWave(wave: string): string {
  const found = monthly.exec(wave);
  return found === null ? (wave === '' ? '' : `${wave}年`) : `${found[1]}年${Number(found[2])}月`;
}

/** Words for a comparison with the wave before. */
export const beforeWord: Readonly<Record<WaveKind, string>> = {
  monthly: '前月比',
  yearly: '前年比',
  once: '前回比',
};
