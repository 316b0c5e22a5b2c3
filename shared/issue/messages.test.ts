import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from '../../tests/architecture/imports.ts';
import { kindIssueCodes, ruleIds } from '../record/kinds/rules.ts';
import { issue } from './issue.ts';
import { ruleWords } from './ja/rule-words.ts';
import { catalogue, describe as describeIssue, lineOf } from './messages.ts';

/** Every text in the sources that has the shape of an issue code and is used as one. */
function codesInSources(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of [
    ...sourceFiles('shared'),
    ...sourceFiles('apps-script'),
    ...sourceFiles('addon'),
    ...sourceFiles('scripts'),
  ]) {
    if (file.startsWith('shared/issue/ja/')) continue;
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(
      /\b(?:issue|refuse|report|fail)\(\s*'([a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)'/g,
    )) {
      if (match[1] !== undefined) found.add(match[1]);
    }
  }
  return found;
}

describe('the catalogue of messages', () => {
  it('has_words_for_every_code_the_sources_report', () => {
    const codes = codesInSources();
    expect(codes.size).toBeGreaterThan(40);
    // Of some codes there are words for each reason only.
    const known = new Set(Object.keys(catalogue()).flatMap((code) => [code, code.split('/')[0] ?? '']));
    expect([...codes].filter((code) => !known.has(code))).toEqual([]);
  });

  it('has_words_for_every_rule_and_code_of_the_kinds', () => {
    const known = ruleWords();
    expect(ruleIds.filter((rule) => known[rule] === undefined)).toEqual([]);
    expect(kindIssueCodes.filter((code) => catalogue()[code] === undefined)).toEqual([]);
  });

  it('says_what_and_how_to_mend_in_whole_sentences', () => {
    const withoutRemedy = new Set(['text.one-line']);
    for (const [code, words] of Object.entries(catalogue())) {
      expect(words.message, code).toMatch(/[。}）]$/);
      if (!withoutRemedy.has(code)) expect(words.remedy, code).toMatch(/[。}]$/);
    }
  });

  it('fills_label_value_and_parameters', () => {
    const found = issue('character.unmappable', 'error', 'name', {
      params: { character: '𠮷', codePoint: 'U+20BB7', column: '事業所名' },
      value: '𠮷田商店',
    });
    expect(describeIssue(found, () => '事業所名').message).toBe(
      '「事業所名」の文字「𠮷」（U+20BB7）は、列「事業所名」のファイルの文字コードで表せません。',
    );
  });

  it('names_both_fields_where_one_of_two_is_needed', () => {
    const found = issue('required', 'error', 'phone', { params: { any: 'phone,email' } });
    expect(
      describeIssue(found, (k) => ({ phone: '電話番号', email: 'メールアドレス' })[k] ?? k).message,
    ).toBe('「電話番号」か「メールアドレス」が入力されていません。');
  });

  it('has_more_exact_words_by_reason_and_general_ones_for_a_reason_it_does_not_tell_apart', () => {
    const line = (reason: string) =>
      lineOf(issue('token.invalid', 'error', 'updateKey', { params: { reason } }));
    expect(line('retired')).toContain('以前の鍵');
    expect(line('something-new')).toContain('照会番号を確かめられませんでした。');
  });

  it('shortens_a_path_from_its_front_so_that_the_file_is_named', () => {
    const line = lineOf(
      issue('file.missing', 'error', '', { params: { file: `/${'x'.repeat(90)}/台帳.csv` } }),
    );
    expect(line).toContain('…');
    expect(line).toContain('/台帳.csv」が見つかりません。');
  });

  it('quotes_long_and_many-lined_values_shortly', () => {
    const line = lineOf(
      issue('url.format', 'error', 'website', { value: `一行目\n${'𠮷'.repeat(100_000)}` }),
    );
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(300);
  });
});
