import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type KindId, kindIds } from '../fields/catalogue.ts';
import { parseDelimited } from '../table/parse.ts';
import type { Profile } from './profile.ts';
import { findStyle, type StyleContext, styleId, stylesByKind } from './styles.ts';

const [header = [], ...rows] = parseDelimited(
  readFileSync(new URL('./styles-cases.csv', import.meta.url), 'utf8'),
).rows;
const cases = rows.map((row) => {
  const cell = (name: string): string => row[header.indexOf(name)] ?? '';
  return {
    kind: cell('kind'),
    style: cell('style'),
    value: cell('value'),
    text: cell('text'),
    note: cell('備考'),
  };
});

const labels = new Map([
  ['corporation', '法人'],
  ['a', '製造業部会'],
  ['b', '商業部会'],
  ['yes', '同意する'],
]);
const industries = new Map([
  ['3921', '情報処理サービス業'],
  ['E', '製造業'],
]);
const codeOfText = new Map(Array.from(labels, ([code, label]) => [label, code]));
const context = (style: string): StyleContext => ({
  textOfCode: style === 'label' ? labels : new Map(),
  codeOfText,
  separator: '/',
  industryName: (code) => industries.get(code),
});
const isKind = (id: string): id is KindId => kindIds.some((k) => k === id);

describe('styles', () => {
  it.each(cases)('$kind, $style: $value ↔ $text $note', ({ kind, style, value, text }) => {
    if (!isKind(kind)) throw new Error(kind);
    const found = stylesByKind[kind][style];
    expect(found?.write(value, context(style))).toBe(text);
    expect(found?.read(text, context(style))).toBe(value);
  });

  it('writes digits of a phone number, and leaves them on the way back', () => {
    const digits = stylesByKind.phone.digits;
    expect(digits?.write('03-5253-5111', context(''))).toBe('0352535111');
    expect(digits?.read('0352535111', context(''))).toBe('0352535111');
  });

  it('finds the style of a column: its own, else that of the profile', () => {
    const profile = { dates: 'slash', postal: 'digits', choices: 'code' } as Profile;
    expect(styleId(profile, 'date', undefined)).toBe('slash');
    expect(styleId(profile, 'date', 'iso')).toBe('iso');
    expect(styleId(profile, 'postal-code', 'plain')).toBe('digits');
    expect(styleId(profile, 'consent', 'label')).toBe('label');
    expect(styleId(profile, 'name', undefined)).toBe('plain');
    expect(findStyle(profile, 'date', 'wareki')).toBeUndefined();
    for (const kind of kindIds) expect(findStyle(profile, kind, undefined), kind).toBeDefined();
  });
});
