import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../shared/issue/messages.ts';
import { groupOf, groups } from './groups.ts';
import { baseOf, meanings, messagesPage, unexplained } from './page.ts';

const codes = Object.keys(catalogue());
const file = new URL('../../../docs/ja/困ったとき.md', import.meta.url);

describe('the guide to messages', () => {
  it('explains_every_code_and_nothing_that_is_no_code', () => {
    expect(unexplained(codes)).toEqual([]);
    const known = new Set(codes.map(baseOf));
    expect(Object.keys(meanings).filter((code) => !known.has(code))).toEqual([]);
  });

  it('notices_a_code_without_a_meaning_and_one_without_a_place', () => {
    expect(unexplained(['required', 'required.new', 'nowhere.at-all'])).toEqual([
      'required.new',
      'nowhere.at-all',
    ]);
    expect(groupOf('form.missing')?.title).toBe('準備、設定、どの画面でも');
    expect(groupOf('form.unknown')?.title).toBe('「フォームの作成と更新」の画面');
  });

  it('has_no_group_that_stands_empty', () => {
    expect(groups.filter((group) => !codes.some((code) => groupOf(code) === group))).toEqual([]);
  });

  it('shows_every_code_once_with_its_words', () => {
    const page = messagesPage();
    for (const code of codes) expect(page.split(`\`${code}\``).length, code).toBe(2);
    expect(page).toContain('**「〔項目〕」が入力されていません。** `required`');
  });

  it('stands_in_docs_as_the_catalogue_says_today', () => {
    expect(readFileSync(file, 'utf8'), 'run npm run docs:messages').toBe(messagesPage());
  });
});
