import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadTemplate } from '../../scripts/library.ts';
import { createChecker } from '../record/check.ts';
import { createRowChecker } from '../record/check-rows.ts';
import type { TemplateItem } from '../template/template.ts';
import { readHeader } from './columns.ts';
import { gridOfKey, partsOf } from './parts.ts';

const catalogue = loadCatalogue();
const survey = loadTemplate('general-survey', catalogue);
const meeting = loadTemplate('meeting-attendance', catalogue);
const itemOf = (key: string): TemplateItem => {
  const found = [...survey.sections, ...meeting.sections]
    .flatMap((section) => section.items)
    .find((item) => item.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};

describe('partsOf', () => {
  it.each([
    ['local.good', {}, [], [['local.good', '']]],
    ['local.privacy', {}, [], []],
    [
      'local.times',
      {},
      [],
      [
        ['local.times.morning', '午前'],
        ['local.times.afternoon', '午後'],
        ['local.times.evening', '夜'],
      ],
    ],
    [
      'local.votes',
      { form: { agenda: '第1号議案\n\n第2号議案\n第1号議案' } },
      [],
      [
        ['local.votes.第1号議案', '第1号議案'],
        ['local.votes.第2号議案', '第2号議案'],
      ],
    ],
    ['local.votes', {}, ['local.votes.第3号議案', 'local.opinion'], [['local.votes.第3号議案', '第3号議案']]],
  ] as const)('%s of %j with %j', (key, values, keys, wanted) => {
    const found = partsOf(itemOf(key), values, keys).map((part) => [part.key, part.row]);
    expect(found).toEqual(wanted);
  });
});

describe('the columns of a grid', () => {
  it('are known by title and row, with rows of the template and rows of the form', () => {
    const header = [
      '参加しやすい曜日と時間帯 [午後]',
      '項目ごとの評価 [会場]',
      '項目ごとの評価[講師]',
      'お立場 [午後]',
    ];
    expect(readHeader(header, survey, catalogue)).toMatchObject({
      columns: [
        { use: 'field', key: 'local.times.afternoon' },
        { use: 'field', key: 'local.evaluation.会場' },
        { use: 'field', key: 'local.evaluation.講師' },
        { use: 'unknown' },
      ],
      unknown: ['お立場 [午後]'],
    });
  });

  it('are checked as choices, several where several may be ticked', () => {
    const header = ['local.times.morning', 'local.evaluation.会場'];
    const rows = createRowChecker({ template: survey, catalogue, today: '2026-11-24' }, header);
    const found = rows.check(['平日, 土曜', 'まあまあ']);
    const valueAt = (key: string) => found.values[rows.keys.indexOf(key)];
    expect(valueAt('local.times.morning')).toBe('weekday;saturday');
    expect(found.issues.map(({ code, key }) => `${key} ${code}`)).toEqual([
      'local.evaluation.会場 choice.unknown',
    ]);
  });

  it('lead back to their question', () => {
    expect(gridOfKey(meeting, 'local.votes.第1号議案')?.row).toBe('第1号議案');
    expect(gridOfKey(meeting, 'local.votes')).toBeNull();
    expect(gridOfKey(meeting, 'local.attendance')).toBeNull();
  });
});

describe('questions of a chamber', () => {
  const check = createChecker({ template: survey, catalogue, today: '2026-11-24' });
  const answered = (typed: Readonly<Record<string, string>>) =>
    check({ responseId: 'A', submittedAt: '', source: 'form', typed });

  it('keep what was typed beside 「その他」', () => {
    const booking = loadTemplate('consultation-booking', catalogue);
    const record = createChecker({ template: booking, catalogue, today: '2026-11-24' })({
      responseId: 'A',
      submittedAt: '',
      source: 'form',
      typed: { 'local.field': '創業;人手のこと', 'local.date1': '2026/12/10' },
    });
    expect(record.values).toMatchObject({ 'local.field': 'startup;人手のこと', 'local.date1': '2026-12-10' });
    expect(record.issues.filter((one) => one.key.startsWith('local.')).map((one) => one.code)).toEqual([
      'required',
    ]);
  });

  it('miss a consent as a consent', () => {
    const sharing = loadTemplate('tool-sharing', catalogue);
    const record = createChecker({ template: sharing, catalogue, today: '2026-11-24' })({
      responseId: 'A',
      submittedAt: '',
      source: 'form',
      typed: { 'local.kind': '貸し出せる備品', 'local.goodsCount': '４張' },
    });
    expect(record.issues.find((one) => one.key === 'local.pledge')?.code).toBe('consent.missing');
    expect(record.values).toMatchObject({ 'local.kind': 'goods', 'local.goodsCount': '4' });
  });

  it('read the steps of a scale as numbers', () => {
    expect(answered({ 'local.recommend': '１０', 'local.satisfaction': '5' }).values).toMatchObject({
      'local.recommend': '10',
      'local.satisfaction': '5',
    });
  });
});
