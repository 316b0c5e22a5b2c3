/** Every card as data: what leads where, what is said, and that nothing people typed travels with a press. */
import { describe, expect, it } from 'vitest';
import { makeApplication } from '../../sidebar/testing/mock-data.ts';
import type { IssueView, QueueView } from '../../view/protocol.ts';
import { type Card, mostWidgets, type Press, withinLimits } from '../model.ts';
import type { Work } from '../work.ts';
import { chooseBookCard } from './books.ts';
import { caseCard, decisionCard } from './case.ts';
import { csvCard } from './csv.ts';
import { fillInCard, formCard } from './forms.ts';
import { healthCard } from './health.ts';
import { problemCard } from './parts.ts';
import { queueCard } from './queue.ts';
import { senderCard } from './sender.ts';
import { todayCard } from './today.ts';
import { workCard } from './work.ts';

const presses = (card: Card): readonly Press[] => {
  const all: Press[] = [];
  JSON.stringify(card, (_name, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'act' in value && 'with' in value)
      all.push(value as Press);
    return value;
  });
  return all;
};
const acts = (card: Card): readonly string[] =>
  presses(card).flatMap((one) => ('act' in one ? [one.act] : []));
const labels = (card: Card): readonly string[] => [
  ...card.sections.flatMap(({ widgets }) =>
    widgets.flatMap((one) => (one.kind === 'buttons' ? one.buttons.map(({ text }) => text) : [])),
  ),
  ...(card.footer === undefined ? [] : [card.footer.primary.text]),
];
const words = (card: Card): string => JSON.stringify(card);

const problem = (index: number): IssueView => ({
  code: 'phone.format',
  severity: index % 2 === 0 ? 'error' : 'warning',
  severityLabel: index % 2 === 0 ? '直す' : '確認',
  key: 'phone',
  label: '電話番号',
  message: '電話番号の形が違います。',
  remedy: '「03-1234-5678」の形で入れてください。',
  value: '',
  suggestion: '',
});

describe('今日', () => {
  const overview = {
    ready: true,
    chamberName: '見本商工会議所',
    user: 'clerk@mihon-cci.example',
    forms: [],
    templates: [],
    profiles: [],
    profileId: 'toas-provisional',
    setup: {
      chamberName: '',
      phone: '',
      email: '',
      address: '',
      privacyUrl: '',
      articlesUrl: '',
      divisions: [],
      districts: [],
      profileId: '',
    },
    waiting: { newAnswers: 3, withErrors: 1, toExport: 2, toConfirm: 0 },
  };

  const attention = { updates: 0, toMend: 0, sendingPaused: 0, retentionDue: 0 };

  it('news__only_where_there_is_something', () => {
    const card = todayCard({
      overview,
      attention: { ...attention, toMend: 2, updates: 1 },
      works: [],
      user: 'clerk@mihon-cci.example',
      url: '',
    });
    expect(card.sections[1]?.widgets).toMatchObject([
      { text: '点検：直すところ 2 件', press: { act: 'health' } },
      { text: 'ひな型の更新：フォーム 1 件', press: { act: 'forms' } },
    ]);
  });

  it('each_number__leads_on', () => {
    const card = todayCard({
      overview,
      attention,
      works: [],
      user: 'clerk@mihon-cci.example',
      url: 'https://docs.google.com/x',
    });
    expect(presses(card).slice(0, 4)).toEqual([
      { act: 'queue', with: { state: 'received' } },
      { act: 'queue', with: { state: 'has-errors' } },
      { act: 'csv', with: {} },
      { act: 'csv', with: {} },
    ]);
    expect(words(card)).toContain('まだフォームがありません');
    expect(words(card)).not.toContain('お知らせ');
  });
});

describe('受付', () => {
  const view = (total: number, shown: number): QueueView => ({
    rows: Array.from({ length: shown }, (_unused, index) => makeApplication(index, true)),
    total,
    counts: [{ state: { id: 'received', label: '仮申込' }, count: total }],
  });

  it.each([
    [0, 25, false, true],
    [1, 25, true, true],
    [2, 25, true, false],
    [0, 10, false, false],
  ])('page_%i_of_%i__has_its_turns', (page, total, before, after) => {
    const card = queueCard(view(total, Math.min(10, total - page * 10)), { state: '', page });
    expect(labels(card).includes('前の10件')).toBe(before);
    expect(labels(card).includes('次の10件')).toBe(after);
  });

  it('search__has_one_page__since_its_words_travel_in_no_press', () => {
    const card = queueCard(view(50, 20), { state: '', page: 0 }, '山田 090-1234');
    expect(labels(card)).not.toContain('次の10件');
    expect(JSON.stringify(presses(card))).not.toContain('山田');
    expect(words(card)).toContain('ほか 30 件');
  });
});

describe('one application', () => {
  const view = {
    ...makeApplication(1, true),
    actions: ['advance', 'approve', 'return', 'withdraw'] as const,
    issues: Array.from({ length: 60 }, (_unused, index) => problem(index)),
    missingSteps: [
      { state: { id: 'visited', label: '訪問' } },
      { state: { id: 'sealed', label: '押印受領' } },
    ],
    nextState: { id: 'reviewing', label: '確認中' },
  };

  it('missing_steps__are_named__and_only_a_step_without_questions_is_done_at_once', () => {
    const card = caseCard(view, {});
    expect(words(card)).toContain('承認の前に要る段階：訪問・押印受領');
    expect(labels(card)).toEqual(['次へ（確認中）', '承認', '差戻し', '取下げ', '更新']);
    expect(acts(card).filter((one) => one === 'decide' || one === 'ask')).toEqual([
      'decide',
      'ask',
      'ask',
      'ask',
    ]);
    expect(acts(caseCard({ ...view, nextState: { id: 'visited', label: '訪問' } }, {}))).not.toContain(
      'decide',
    );
  });

  it('long_application__is_within_the_limits', () => {
    const fields = Array.from({ length: 300 }, (_unused, index) => ({
      key: `k${index}`,
      label: '見本',
      shown: '長'.repeat(900),
      typed: '',
      changed: false,
      ruleLabel: '',
      original: null,
      edit: null,
    }));
    const card = withinLimits(caseCard({ ...view, sections: [{ title: '見本', fields }] }, {}));
    const all = card.sections.reduce((sum, { widgets }) => sum + widgets.length, 0);
    expect(all).toBeLessThanOrEqual(mostWidgets);
    expect(words(card)).toContain('ほか 260 件');
    expect(words(card).length).toBeLessThan(60_000);
  });

  it('press__carries_ids_only', () => {
    const carried = presses(caseCard(view, { from: 'queue', state: 'received', page: '0' })).flatMap((one) =>
      'act' in one ? Object.entries(one.with) : [],
    );
    const names = new Set(carried.map(([name]) => name));
    expect([...names].sort()).toEqual(['again', 'decision', 'from', 'id', 'key', 'page', 'state', 'version']);
    for (const [, value] of carried) expect(value).toMatch(/^[\w./-]{1,80}$/);
  });

  it.each([
    ['approve', ['date-visited', 'ground-visited', 'date-sealed', 'ground-sealed']],
    ['return', ['reason']],
    ['withdraw', ['reason']],
    ['reopen', []],
  ] as const)('%s__asks_for_what_it_needs', (decision, needs) => {
    const card = decisionCard(view, decision, '2026-11-24', {});
    expect(card.footer?.primary.needs).toEqual(needs);
    expect(card.footer?.secondary?.press).toEqual({ act: 'back', with: {} });
  });

  it('return__begins_with_what_is_to_be_mended', () => {
    const card = decisionCard({ ...view, issues: [problem(0)] }, 'return', '2026-11-24', {});
    expect(words(card)).toContain('・電話番号：電話番号の形が違います。');
    expect(words(card)).toContain('送ったメールは取り消せません');
  });
});

describe('other cards', () => {
  it('form__open_and_closed__have_their_button', () => {
    const form = {
      formId: 'f1',
      title: '見本',
      templateId: 't',
      templateTitle: '見本',
      version: '1.0.0',
      newest: '1.1.0',
      state: { id: 'open', label: '受付中' },
      update: { id: 'available', label: '更新あり' },
      closesOn: '2026-12-01',
      places: '30',
      ownChanges: null,
      publishedUrl: 'https://docs.google.com/a',
      editUrl: '',
      madeAt: '',
      canRollBack: false,
    } as const;
    expect(labels(formCard(form))).toEqual(['回答ページ', '受付を止める']);
    const closed = { ...form, state: { id: 'closed', label: '停止中' } } as const;
    expect(labels(formCard(closed))).toEqual(['回答ページ', '受付を始める']);
    expect(acts(formCard(form))).toEqual(['plan', 'askClose']);
    const newest = { ...form, update: { id: 'newest', label: '最新' } } as const;
    expect(acts(formCard(newest))).toEqual(['askClose']);
  });

  it('fill_ins__needed_ones_are_held_and_days_have_a_picker', () => {
    const card = fillInCard(
      {
        id: 't',
        version: '1',
        title: '見本',
        summary: '見本のひな型',
        audience: '会員',
        source: '',
        questions: 3,
        pages: 1,
        picture: [],
        fillIns: [
          { key: 'title', label: '名前', hint: '', type: 'text', required: true, initial: '' },
          { key: 'day', label: '開催日', hint: '', type: 'date', required: false, initial: '2026-12-10' },
        ],
        chamber: [{ label: '電話番号', value: '' }],
        made: 0,
        several: true,
      },
      'card-1',
    );
    expect(card.footer?.primary).toMatchObject({
      needs: ['fill-title'],
      press: { act: 'makeForm', with: { id: 't', draft: 'card-1' } },
    });
    expect(words(card)).toContain('まだ入っていないもの：電話番号');
    expect(card.sections[1]?.widgets[1]).toMatchObject({ kind: 'date', value: '2026-12-10' });
  });

  it('csv__held_rows_say_why_and_lead_to_their_application', () => {
    const preview = {
      profile: { id: 'p', name: 'TOAS', verified: false },
      fileName: 'a.csv',
      header: [],
      sample: [],
      rows: 2,
      held: [
        {
          applicationId: 'a1',
          receiptNumber: 'R8-0001',
          name: '見本',
          reasons: ['文字が違います。'],
          substitutes: [],
        },
      ],
      waiting: 3,
      hash: 'h',
    };
    const card = csvCard(preview, [], 'applications');
    expect(presses(card)[0]).toEqual({
      act: 'makeCsv',
      with: { kind: 'applications', profile: 'p', hash: 'h', rows: '2' },
    });
    expect(acts(card)).toContain('case');
    expect(words(card)).toContain('仮の配置');
    expect(acts(csvCard({ ...preview, rows: 0, held: [] }, [], 'applications'))).not.toContain('makeCsv');
  });

  it('health__what_needs_a_hand_comes_first', () => {
    const row = (id: string, state: 'ok' | 'bad' | 'warn') => ({
      id,
      state,
      stateLabel: state,
      label: id,
      seen: id,
      why: 'なぜ',
      how: 'こうする',
      mend: state === 'ok' ? null : ({ method: 'mend', id, label: '直す' } as const),
    });
    const card = healthCard({
      checkedAt: '',
      account: '',
      rows: [row('a', 'ok'), row('b', 'warn'), row('c', 'bad')],
      counts: { ok: 1, info: 0, warn: 1, bad: 1, unknown: 0 },
    });
    expect(card.subtitle).toBe('要対応 1・注意 1');
    expect(presses(card).filter((one) => 'act' in one && one.act === 'mend')).toEqual([
      { act: 'mend', with: { id: 'c' } },
      { act: 'mend', with: { id: 'b' } },
    ]);
  });

  const me = 'clerk@mihon-cci.example';
  const work: Work = {
    id: 'w1',
    book: 'b',
    by: me,
    method: 'importPreview',
    input: '{}',
    state: 'done',
    at: '2026-11-24T10:00:00+09:00',
    changedAt: '2026-11-24T10:00:00+09:00',
    until: 1000,
    tries: 1,
    result: {
      file: 'a.csv',
      rows: '2',
      added: '1',
      changed: '1',
      missing: '0',
      leftOut: '0',
      report: '0',
      why: '',
      layout: 'TOAS',
      verified: 'no',
      blocked: 'no',
    },
    why: '',
  };

  it.each([
    ['done', 2000, ['台帳に取り込む', '更新', '今日に戻る']],
    ['waiting', 2000, ['更新', 'ここで進める', '今日に戻る']],
    ['running', 500, ['更新', '今日に戻る']],
    // Nobody is at it any more.
    ['running', 2000, ['更新', 'ここで進める', '今日に戻る']],
    ['failed', 2000, ['更新', '今日に戻る']],
  ] as const)('work__%s_at_%i__offers_what_can_be_done', (state, now, offered) => {
    expect(labels(workCard({ ...work, state }, now, me))).toEqual(offered);
  });

  it('work_of_another__says_whose_and_is_gone_on_with_as_ones_own', () => {
    const card = workCard({ ...work, state: 'waiting', by: 'mae@mihon-cci.example' }, 0, me);
    expect(labels(card)).toContain('引き継いで進める');
    expect(words(card)).toContain('mae@mihon-cci.example');
  });

  it('work_that_another_ended__says_so_and_offers_nothing_of_its_result', () => {
    const card = workCard({ ...work, result: { elsewhere: 'yes' } }, 0, me);
    expect(words(card)).toContain('ほかの担当者が引き継いで終わらせました。');
    expect(labels(card)).toEqual(['更新', '今日に戻る']);
  });

  it('look_that_is_blocked__offers_no_import', () => {
    const blocked = { ...work, result: { ...work.result, blocked: 'yes' } };
    expect(labels(workCard(blocked, 0, me))).not.toContain('台帳に取り込む');
  });

  it('sender_and_books__nothing_known__is_said', () => {
    const head = { address: 'dare@example.com', subject: '' };
    expect(senderCard({ businesses: [], applications: [] }, head).title).toBe('登録がありません');
    expect(words(chooseBookCard([]))).toContain('まだ使ったブックがありません');
  });

  it('problem__words_and_a_way_back', () => {
    const card = problemCard([problem(0)]);
    expect(words(card)).toContain('「03-1234-5678」の形で入れてください。');
    expect(acts(card)).toEqual(['back', 'home']);
  });
});
