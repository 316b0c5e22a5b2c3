import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindIds } from '../../fields/catalogue.ts';
import { cleanText } from '../../text/clean.ts';
import { kindIssueCodes, kinds, ruleIds } from './index.ts';
import { readCases } from './testing/cases.ts';
import { contextOf, run, testChoices } from './testing/run.ts';

const table = (kind: string) => join(import.meta.dirname, `${kind}.cases.csv`);
const knownRules = new Set<string>(ruleIds);
const knownIssues = new Set<string>(kindIssueCodes);

describe.each(kindIds)('%s', (kind) => {
  const cases = existsSync(table(kind)) ? readCases(readFileSync(table(kind), 'utf8')) : [];

  it('has a table of cases', () => expect(cases.length).toBeGreaterThan(1));

  it.each(cases)('reads $typed ($remark)', ({ typed, expected, rules, issues }) => {
    const result = run(kind, typed);
    expect({
      value: result.value,
      rules: result.rules.join('+'),
      issues: result.issues.join('+'),
    }).toEqual({ value: expected, rules, issues });
  });
});

/** Pieces that bring random text near to what people type. */
const pieces =
  '0 3 12 031 2019 7123456789012 T 〒 060 ０ １ ９ - － ー ‐ − / ／ . ． , ， 、 ; ； ・ ( ) （ ） @ ＠ :// http www .jp .co.jp a Z ａ ｶ ﾞ か が ゛ カ 漢 円 万 億 千 百 十 一 二 〇 約 人 名 年 月 日 平成 令和 H R 元 昭和 内線 代表 + ＋ 81 ＋８１ 同意 します しない 創業 融資・資金繰り 製造、卸 dx E 39 製造業 \n \r\n \t 　 \u200B \u3099 \uFE00 𠮷 \uFA19 \u0000 ▲ ¥ % = " < > # 0120 090 5253'
    .split(' ')
    .concat(' ');
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
);
const runs = { numRuns: 1000, seed: 20260401 };

describe.each(kindIds)('any text as %s', (kind) => {
  it('comes out named, and comes out the same again', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (typed, multiline) => {
        const context = contextOf(kind, multiline);
        const first = run(kind, typed, context);
        for (const rule of first.rules) expect(knownRules).toContain(rule);
        for (const issue of first.issues) {
          if (!issue.startsWith('extension=')) expect(knownIssues).toContain(issue.split(/[(→]/)[0]);
        }
        expect(new Set(first.rules).size).toBe(first.rules.length);
        const label = testChoices.some((c) => typed.includes(c.label));
        if (first.value !== typed && !label) expect(first.rules).not.toEqual([]);
        const again = run(kind, first.value, context);
        expect(again.value).toBe(first.value);
        expect(again.rules).toEqual([]);
      }),
      runs,
    );
  });

  it('is never thrown at, cleaned or not', () => {
    const context = contextOf(kind);
    const sink = { rule() {}, issue() {}, split() {} };
    fc.assert(
      fc.property(text, (typed) => typeof kinds[kind].normalise(typed, context, sink) === 'string'),
      runs,
    );
  });
});

it('a value of fifty thousand characters is read or refused, not choked on', () => {
  for (const kind of kindIds) {
    for (const piece of [
      '0',
      '03-',
      'あ',
      '製造、',
      '(',
      'a.',
      ' a',
      '1,',
      '万',
      '内線',
      'ー1',
      '/1',
      '@',
      'a@',
      '同意',
      'a',
      '\n',
      ' \n',
      '\u3099',
      '〒',
    ]) {
      const typed = piece.repeat(50_000 / piece.length);
      expect(typeof run(kind, typed).value).toBe('string');
      if (kind === 'email' || kind === 'url') {
        expect(typeof run(kind, `x@${typed}あ`).value).toBe('string');
      }
    }
  }
});

it('right text is the same string, not a copy', () => {
  const typed = '株式会社 見本商会';
  expect(cleanText(typed, false)).toBe(typed);
});

it('every rule and every issue is met by some case', () => {
  const rules = new Set<string>(['line-break']);
  const issues = new Set<string>();
  for (const kind of kindIds) {
    for (const row of readCases(readFileSync(table(kind), 'utf8'))) {
      for (const rule of row.rules.split('+')) rules.add(rule);
      for (const issue of row.issues.split('+')) issues.add(issue.split(/[(→]/)[0] ?? '');
    }
  }
  expect(ruleIds.filter((rule) => !rules.has(rule))).toEqual([]);
  expect(kindIssueCodes.filter((code) => !issues.has(code))).toEqual([]);
});

it('a consent may be a single box of any code', () => {
  const context = {
    today: '2026-11-24',
    choices: [{ code: 'agree', label: '上記のとおり' }],
    multiline: false,
  };
  expect(run('consent', '上記のとおり', context)).toEqual({ value: 'yes', rules: [], issues: [] });
  expect(run('consent', '上記の とおり', context)).toEqual({ value: 'yes', rules: ['consent'], issues: [] });
});

it('a choice whose list was not given is kept', () => {
  const context = { today: '2026-11-24', choices: [], multiline: false };
  expect(run('choices', '商業部会;工業部会', context)).toEqual({
    value: '商業部会;工業部会',
    rules: [],
    issues: [],
  });
});

it('an industry may come from the options of a form', () => {
  const context = { today: '2026-11-24', choices: [{ code: 'M', label: '飲食・宿泊' }], multiline: false };
  expect(run('industry', '飲食・宿泊', context)).toEqual({ value: 'M', rules: [], issues: [] });
  expect(run('industry', '39', context).value).toBe('39');
});
