import { describe, expect, it } from 'vitest';
import { placed } from '../../scripts/library.ts';
import { readYaml } from '../../scripts/yaml.ts';
import { catalogue } from '../../tests/support/library.ts';
import { lineOf } from '../issue/messages.ts';
import { type MistakeCase, mistakeCases } from './check.cases.ts';
import { itemCases } from './check-items.cases.ts';
import { textCases } from './check-texts.cases.ts';
import { readTemplate } from './read.ts';

const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

/** The small template with what a case puts into it. */
function document({ items = '', sections = '', top = '', settings = '' }: Partial<MistakeCase>): string {
  const given = (name: string, line: string) => (new RegExp(`^${name}:`, 'm').test(top) ? '' : line);
  return [
    'schema: 2',
    'id: sample',
    'version: 1.1.0',
    'title: 見本',
    'summary: 見本です。',
    'description: 見本のフォームです。',
    'settings:',
    '  collectEmail: false',
    '  progressBar: true',
    '  limitOneResponse: false',
    '  allowEdit: false',
    '  confirmation: 受け付けました。',
    '  closedMessage: 休止しています。',
    indent(settings, '  '),
    'sections:',
    '  - key: first',
    '    title: 一',
    '    items:',
    '      - { key: name, type: short }',
    indent(items, '      '),
    indent(sections, '  '),
    top,
    given('record', 'record: { required: [], requiredAny: [] }'),
    given('mails', 'mails: {}'),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function issuesOf(text: string) {
  const yaml = readYaml(text, 'template.yaml');
  expect(yaml.issues).toEqual([]);
  return readTemplate(yaml.value, catalogue).issues.map((one) => placed(one, 'template.yaml', yaml.lineOf));
}

describe('checkTemplate', () => {
  it('the_small_template__has_no_issue', () => {
    expect(issuesOf(document({}))).toEqual([]);
  });

  it.each(
    [...mistakeCases, ...textCases, ...itemCases].map((one) => [one.code, one.name, one] as const),
  )('%s: %s', (code, _name, one) => {
    const text = document(one);
    const line = text.split('\n').findIndex((part) => part.includes('# ←')) + 1;
    expect(line).toBeGreaterThan(0);
    const issues = issuesOf(text);
    const found = issues.find((issue) => issue.code === code && issue.params.line === line);
    expect(issues.map((issue) => [issue.code, issue.params.line])).toContainEqual([code, line]);
    if (found === undefined) return;
    const words = lineOf(found);
    expect(words).toContain(`template.yaml の ${line} 行目`);
    expect(words).toContain(one.says ?? '');
  });

  it('everything_that_a_form_can_ask__has_no_issue', () => {
    const text = document({
      top: [
        'fillIns:',
        '  - { key: eventName, label: 行事名, type: text, required: true }',
        '  - { key: seats, label: 席の種類, type: lines }',
        '  - { key: lastDay, label: 締切日, type: date, initial: "2026-04-01" }',
        '  - { key: map, label: 地図, type: text }',
        'ownership: { title: own, confirmation: mandated }',
        'retired:',
        '  - { key: employees, since: 1.1.0, reason: 種類を変えたため }',
      ].join('\n'),
      settings: 'closesOn: "{{form.lastDay}}"',
      sections: [
        '- key: second',
        '  title: "{{form.eventName}}"',
        '  ownership: mandated',
        '  items:',
        '    - { key: local.map, type: image, media: { source: "{{form.map}}" } }',
        '    - { key: local.film, type: video, title: 動画, media: { source: https://example.jp/v } }',
        '    - { key: local.text, type: description, title: 文 }',
        '    - { key: local.seat, type: list, title: 席, optionsFrom: form.seats }',
        '    - { key: local.fee, type: choice, title: 会費, optionsFrom: feeTable, other: true }',
        '    - { key: local.grid, type: grid, title: 表, options: [{ code: a, label: よい }], grid: { rows: [{ code: r, label: 行 }] } }',
        '    - { key: local.scale, type: scale, title: 段階, scale: { low: 0, high: 10, lowLabel: 低, highLabel: 高 } }',
        '    - { key: local.stars, type: rating, title: 評価, kind: integer, rating: { levels: 10, icon: heart } }',
        '    - { key: local.birthday, type: date, title: 誕生日, date: { year: false } }',
        '    - { key: local.when, type: datetime, title: 日時 }',
        '    - { key: local.time, type: time, title: 時刻 }',
        '    - { key: local.long, type: duration, title: 長さ }',
        '    - { key: local.guest, type: short, title: 同行者, kind: person-name, ownership: { presence: mandated, help: own } }',
        '    - key: employees-2',
        '      type: list',
        '      field: employees',
        '      options: [{ code: "5", label: 5人以下 }, { code: "20", label: 6〜20人 }]',
        '      replaces: { key: employees, merge: new-else-old }',
        '    - key: local.many',
        '      type: checkbox',
        '      title: いくつか',
        '      other: true',
        '      options: [{ code: a, label: a }]',
        '      validation: { rule: select-at-most, numbers: [2], message: 二つまでです。 }',
      ].join('\n'),
    });
    expect(issuesOf(text)).toEqual([]);
  });
});
