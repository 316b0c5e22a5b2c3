import { describe, expect, it } from 'vitest';
import { isWindows31j } from '../bytes/windows31j.ts';
import { createFitter } from './fit.ts';
import {
  readSubstituteTable,
  rememberSubstitute,
  writableBy,
  writeSubstituteTable,
} from './substitute-table.ts';
import { builtInSubstitutes } from './substitutes.ts';
import { testProfile } from './testing.ts';

const profile = testProfile(['name']);
const isWritable = writableBy(profile);
const read = (table: string) => readSubstituteTable(table, isWritable);
const codes = (table: string) => read(table).issues.map((i) => [i.code, i.params.line]);

describe('readSubstituteTable', () => {
  it('full_width_sign_spaces_and_blank_lines', () => {
    const table = read('鷗＝鴎\r\n\n 𠮷 = 吉 \n㋿=令和\n＝=イコール\n–=-\n㎥=m3');
    expect(table).toEqual({
      substitutes: { 鷗: '鴎', 𠮷: '吉', '㋿': '令和', '＝': 'イコール', '–': '-', '㎥': 'm3' },
      issues: [],
    });
  });

  it.each([
    ['鷗', 'substitutes.no-sign', '記号がない'],
    ['=鴎', 'substitutes.no-sign', '左がない'],
    ['鷗外=鴎外', 'substitutes.not-one-character', '二文字'],
    ['鷗=', 'substitutes.blank', '右がない'],
    ['鷗=＝', 'substitutes.formula', '等号で始まる'],
    ['鷗==A1', 'substitutes.formula', '数式'],
    ['鷗=@SUM(A1)', 'substitutes.formula', '数式'],
    ['鷗=鴎\u0007', 'substitutes.control', '制御文字'],
    ['鷗=鴎\u202e外', 'substitutes.control', '向きを変える文字'],
    ['鷗=𠮷', 'substitutes.unwritable', '右も書けない'],
    ['鷗=鷗', 'substitutes.unwritable', '同じ文字'],
  ])('%j → %s %s', (line, code) => {
    expect(codes(`𠮷=吉\n${line}`)).toEqual([[code, 2]]);
    expect(read(`𠮷=吉\n${line}`).substitutes).toEqual({ 𠮷: '吉' });
  });

  it('a_character_with_its_variation_selector_or_combining_mark__is_one', () => {
    expect(read('辻\u{e0100}=辻\nか\u309a=カ').substitutes).toEqual({
      '辻\u{e0100}': '辻',
      'か\u309a': 'カ',
    });
    expect(codes('辻\u{e0100}田=辻田')).toEqual([['substitutes.not-one-character', 1]]);
  });

  it('unwritable__names_the_character_and_its_code_point', () => {
    expect(read('㍿=株𠮷').issues[0]).toMatchObject({
      severity: 'error',
      params: { line: 1, character: '𠮷', codePoint: 'U+20BB7' },
      value: '㍿=株𠮷',
    });
  });

  it('twice__the_first_counts_and_the_other_is_named', () => {
    const table = read('鷗=鴎\n𠮷=吉\n鷗=カモメ\n𠮷=吉');
    expect(table.substitutes).toEqual({ 鷗: '鴎', 𠮷: '吉' });
    expect(table.issues.map((i) => [i.code, i.params.line, i.params.first])).toEqual([
      ['substitutes.twice', 3, 1],
    ]);
  });

  it('what_the_profile_refuses__may_not_stand_on_the_right', () => {
    const strict = writableBy(testProfile(['name'], { refused: { 髙: '高' } }));
    expect(readSubstituteTable('䯂=髙', strict).issues.map((i) => i.code)).toEqual([
      'substitutes.unwritable',
    ]);
    expect(read('䯂=髙').issues).toEqual([]);
  });

  it('round_trip__the_whole_table_of_proposals', () => {
    const all = Object.fromEntries(builtInSubstitutes());
    delete all['\u00a0'];
    const table = read(writeSubstituteTable(all));
    expect(table.issues).toEqual([]);
    expect(table.substitutes).toEqual(all);
  });
});

describe('rememberSubstitute', () => {
  it('adds_a_line_or_changes_the_one_that_is_there', () => {
    const table = '鷗＝鴎\nこれは覚え書き\n𠮷=吉';
    expect(rememberSubstitute(table, '剝', '剥', isWritable).table).toBe(`${table}\n剝=剥`);
    expect(rememberSubstitute(table, '鷗', 'カモメ', isWritable).table).toBe(
      '鷗=カモメ\nこれは覚え書き\n𠮷=吉',
    );
    expect(rememberSubstitute('', '鷗', '鴎', isWritable)).toEqual({ table: '鷗=鴎', issues: [] });
  });

  it('refuses_what_reading_would_refuse', () => {
    const { table, issues } = rememberSubstitute('𠮷=吉', '鷗', '𪚲', isWritable);
    expect(table).toBe('𠮷=吉');
    expect(issues.map((i) => i.code)).toEqual(['substitutes.unwritable']);
  });

  it('the_choice__goes_into_the_file', () => {
    const { table } = rememberSubstitute('', '鷗', '鴎', isWritable);
    const makeFit = createFitter(profile, isWindows31j, read(table).substitutes);
    const input = { text: '森鷗外堂', key: 'name', value: '森鷗外堂', header: '事業所名' };
    expect(makeFit(input)).toMatchObject({ text: '森鴎外堂', issues: [] });
  });
});
