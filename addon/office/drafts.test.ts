import { describe, expect, it } from 'vitest';
import type { SettingValues } from '../view/office-protocol.ts';
import { daysOf, nextRule, type RuleDraft, ruleFaults } from './rule-drafts.ts';
import { settingsDraft, settingsFaults, valuesOf } from './settings-draft.ts';

const rule = (start: RuleDraft['start'], days: string): RuleDraft => ({ templateId: 'seminar', start, days });

describe('rules', () => {
  it.each([
    ['180', 180],
    ['１，０００日', 1000],
    ['36500', 36_500],
    ['0', null],
    ['36501', null],
    ['半年', null],
    ['1.5', null],
    ['', null],
  ])('days__%s__%s', (typed, days) => expect(daysOf(typed)).toBe(days));

  it('faults__blank_days_and_the_same_start_twice__stand_at_their_rules', () => {
    const faults = ruleFaults([rule('closing', '180'), rule('closing', '30'), rule('received', '')]);
    expect(Object.keys(faults)).toEqual(['1', '2']);
    expect(ruleFaults([rule('closing', '180'), rule('received', '30')])).toEqual({});
  });

  it('next_rule__every_start_taken__none', () => {
    const target = {
      templateId: 'seminar',
      title: 'セミナー',
      starts: [
        { id: 'closing', label: '締切' },
        { id: 'received', label: '受付' },
      ],
    } as const;
    expect(nextRule(target, [rule('closing', '1')])?.start).toBe('received');
    expect(nextRule(target, [rule('closing', '1'), rule('received', '1')])).toBeNull();
  });
});

const values: SettingValues = {
  chamberName: '見本商工会議所',
  phone: '03-1234-5678',
  email: 'kaiin@mihon-cci.example',
  address: '',
  privacyUrl: '',
  articlesUrl: '',
  divisions: ['商業部会', '工業部会'],
  districts: [],
  feeTable: ['法人　年額 12,000 円', '個人　年額 6,000 円'],
  profileId: 'toas-provisional',
  substitutes: '鷗=鴎',
  mailsPerDay: 1500,
};

describe('settings', () => {
  it('draft__and_back__is_the_same__a_fee_keeps_its_comma', () =>
    expect(valuesOf(settingsDraft(values))).toEqual(values));

  it.each([
    [{ phone: ' ' }, 'phone'],
    [{ email: 'kaiin' }, 'email'],
    [{ articlesUrl: 'mihon-cci.example' }, 'articlesUrl'],
    [{ mailsPerDay: '1501' }, 'mailsPerDay'],
    [{ mailsPerDay: '' }, 'mailsPerDay'],
  ])('faults__%j__%s', (part, key) =>
    expect(Object.keys(settingsFaults({ ...settingsDraft(values), ...part }, { mostMails: 1500 }))).toEqual([
      key,
    ]));
});
