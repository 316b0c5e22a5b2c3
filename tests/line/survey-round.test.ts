/** A round of a survey in the add-on, from the list of those asked to the report and the destruction. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, call, clerk, records, sheetRows } from '../support/chamber.ts';
import { hourly, leaveQuota, linkIn, recipients, successor } from '../support/round.ts';
import {
  answerSurvey,
  answersOf,
  firms,
  keyOf,
  listOf,
  people,
  putSurveyAnswers,
  roundId,
  startInput,
  surveyChamber,
  surveyFormId,
  tabulate,
} from '../support/survey-round.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const day = 24 * 3_600_000;
const small = firms(12);

/** A round that is open, with its requests sent. */
function openRound(all = small): Chamber {
  const chamber = surveyChamber(built);
  ask(chamber, 'startSurvey', startInput(all));
  send(chamber, 'request');
  return chamber;
}

function send(chamber: Chamber, purpose: 'request' | 'reminder') {
  const { hash } = ask(chamber, 'surveyMails', { roundId, purpose });
  return ask(chamber, 'sendSurvey', { roundId, purpose, hash });
}

const codes = (
  chamber: Chamber,
  ...args: Parameters<typeof call> extends [unknown, ...infer R] ? R : never
) => {
  const { reply } = call(chamber, ...args);
  return reply.ok ? [] : reply.issues.map(({ code }) => code);
};

describe('a round', () => {
  it('is_begun_with_a_form_a_link_a_firm_and_the_definition_as_it_was', () => {
    const chamber = openRound();
    expect(people(chamber)).toHaveLength(12);
    expect(recipients(chamber)).toHaveLength(12);
    const [mail] = chamber.workspace.state.mails;
    const link = linkIn(mail?.body ?? '');
    expect([...link.searchParams.values()]).toContain(keyOf(chamber, '00001'));
    expect(link.toString()).not.toMatch(/見本商店|00001|example/);
    expect(ask(chamber, 'survey', { roundId })).toMatchObject({ state: 'open', asked: 12, answered: 0 });
    // The same again changes nothing; another deadline is another round, and there is one a wave.
    ask(chamber, 'startSurvey', startInput(small));
    expect(people(chamber)).toHaveLength(12);
    expect(codes(chamber, 'startSurvey', { ...startInput(small), deadline: '2026-12-11' })).toEqual([
      'surveys.running',
    ]);
  });

  it('takes_a_list_as_it_is_and_says_by_row_what_it_cannot_use', () => {
    const chamber = surveyChamber(built);
    const text = [
      listOf(firms(3)),
      '00002,見本二号店,two@example.jp,見本商工会議所,新潟,9 宇宙業,5人以下,',
      '00009,,nine@example.jp,見本商工会議所,新潟県,建設業,5人以下,',
      '00010,=HYPERLINK("x"),ten@example.jp,見本商工会議所,新潟,建設,1〜5人,',
      '00011,見本十一,eleven@example.jp,見本商工会議所,新潟県,鉱業,,',
    ].join('\n');
    const view = ask(chamber, 'surveyPeople', { surveyId: 'lobo', source: { kind: 'text', text } });
    expect(view.people).toBe(5);
    expect(view.issues.map(({ code }) => code)).toEqual([
      'surveys.people-twice',
      'surveys.people-blank',
      'surveys.people-option',
    ]);
    ask(chamber, 'startSurvey', { ...startInput([]), source: { kind: 'text', text } });
    const rows = people(chamber);
    expect(rows.map(({ 業種 }) => 業種)).toEqual(['建設業', '製造業', '卸売業', '建設業', '']);
    expect(rows[3]).toMatchObject({ 事業所名: '=HYPERLINK("x")', 都道府県: '新潟県', 規模: '5人以下' });
    for (const [source, code] of [
      ['会社,電話\n見本,03', 'surveys.people-header'],
      ['事業所名,メールアドレス\n,', 'surveys.people-empty'],
    ] as const)
      expect(
        codes(chamber, 'surveyPeople', { surveyId: 'lobo', source: { kind: 'text', text: source } }),
      ).toEqual([code]);
  });

  it('refuses_waves_days_and_lists_that_are_none_before_a_form_is_made', () => {
    const chamber = surveyChamber(built);
    const input = startInput(small);
    for (const [change, code] of [
      [{ wave: '先月' }, 'surveys.wave'],
      [{ deadline: '来週' }, 'surveys.deadline'],
      [{ deadline: '2026-11-01' }, 'surveys.deadline-past'],
      [{ surveyId: 'none' }, 'surveys.definition-unknown'],
      [{ by: 'colour' }, 'survey.by-unknown'],
      [{ source: { kind: 'ledger', members: false } }, 'surveys.people-empty'],
    ] as const)
      expect(codes(chamber, 'startSurvey', { ...input, ...change })).toEqual([code]);
    expect(Object.keys(chamber.workspace.state.forms)).toEqual([]);
  });
});

describe('every survey that ships', () => {
  it('has_a_form_that_can_be_made_and_links_that_lead_to_it', () => {
    const chamber = surveyChamber(built);
    const { definitions } = ask(chamber, 'surveys', {});
    expect(definitions.length).toBeGreaterThanOrEqual(8);
    const some = process.env.CCI_LONG === '1' ? definitions : definitions.slice(0, 1);
    for (const { surveyId, wave } of some) {
      const source = { kind: 'text', text: listOf(firms(2)) } as const;
      const view = ask(chamber, 'startSurvey', { ...startInput([]), surveyId, wave, by: '', source });
      expect(view.asked, surveyId).toBe(2);
      const { sample } = ask(chamber, 'surveyMails', { roundId: view.roundId, purpose: 'request' });
      expect(linkIn(sample?.body ?? '').searchParams.size, surveyId).toBe(2);
    }
  });
});

describe('answers', () => {
  it('by_the_form_on_paper_and_by_telephone_stand_in_one_line__the_latest_counts__reminders_go_to_the_rest', () => {
    const chamber = openRound();
    const [first, second, third, fourth] = small;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error('firms');
    answerSurvey(chamber, first);
    const entry = { roundId, number: second.number, channel: '紙・郵送' } as const;
    const typed = { ...answersOf(second), problems: '人手不足;人件費の増加' };
    ask(chamber, 'enterSurvey', { ...entry, typed });
    // The same entry again is the first.
    ask(chamber, 'enterSurvey', { ...entry, typed });
    chamber.workspace.advance(60_000);
    answerSurvey(chamber, second);
    ask(chamber, 'enterSurvey', {
      roundId,
      number: third.number,
      channel: '電話',
      typed: { conditions: '好転', industry: '建設業' },
    });
    answerSurvey(chamber, fourth, '0'.repeat(48));
    const view = ask(chamber, 'survey', { roundId });
    expect(view).toMatchObject({ answered: 3, answers: { all: 5, twice: 1, unknown: 1 } });
    expect(view.rates[0]).toEqual({ dimension: '', label: '合計', asked: 12, answered: 3, target: 1500 });
    expect(view.rates.find(({ label }) => label === '見本商工会議所')).toMatchObject({
      asked: 10,
      answered: 3,
      target: 10,
    });
    expect(view.channels).toEqual([
      { label: 'ウェブ', count: 2 },
      { label: '電話', count: 1 },
    ]);
    chamber.workspace.advance(4 * day);
    const plan = ask(chamber, 'surveyMails', { roundId, purpose: 'reminder' });
    expect(plan).toMatchObject({ mails: 9, reasons: [{ reason: '回答済みです。', count: 3 }] });
    send(chamber, 'reminder');
    const reminded = recipients(chamber).slice(12);
    expect(reminded).toHaveLength(9);
    for (const { email } of [first, second, third]) expect(reminded).not.toContain(email);
  });

  it('typed_in_by_staff_are_refused_where_they_could_not_be_counted', () => {
    const chamber = openRound();
    const entry = { roundId, number: '00001', channel: '電話' } as const;
    for (const [input, code] of [
      [{ ...entry, typed: {} }, 'surveys.answer-empty'],
      [{ ...entry, typed: { conditions: '最高' } }, 'survey.option-unknown'],
      [{ ...entry, typed: { conditions: '好転', industry: '宇宙業' } }, 'surveys.answer-option'],
      [{ ...entry, typed: { conditions: '好転', 'own.x': '1' } }, 'answer.field'],
      [{ ...entry, number: '99999', typed: { conditions: '好転' } }, 'surveys.person-unknown'],
    ] as const)
      expect(codes(chamber, 'enterSurvey', input)).toEqual([code]);
    expect(records(chamber, '_survey-answers')).toEqual([]);
  });
});

describe('引継ぎ', () => {
  it('moves_the_sending_of_open_surveys_to_the_new_account', () => {
    const chamber = surveyChamber(built);
    ask(chamber, 'startSurvey', startInput(small));
    leaveQuota(chamber, clerk, 5);
    send(chamber, 'request');
    expect(recipients(chamber)).toHaveLength(5);
    const { reply } = call(chamber, 'takeOver', {}, { user: successor });
    expect(reply.ok).toBe(true);
    hourly(chamber, successor);
    expect(new Set(recipients(chamber)).size).toBe(12);
    expect(recipients(chamber)).toHaveLength(12);
  });
});

describe('the report', () => {
  function reported(): Chamber {
    const chamber = openRound(firms(48));
    putSurveyAnswers(chamber, firms(48).slice(0, 40));
    ask(chamber, 'collect', {});
    tabulate(chamber);
    return chamber;
  }

  it('stands_as_numbers_and_graphs_on_a_sheet_and_as_a_document__in_place_the_second_time', () => {
    const chamber = reported();
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    const sheet = book?.sheets.find(({ name }) => name === '集計 LOBO 2026-11');
    const rows = sheetRows(chamber, '集計 LOBO 2026-11') ?? [];
    expect(rows.flat()).toContain('業況：業況（前年同月と比べて）');
    const head = rows.findIndex((row) => row[0]?.startsWith('業況：') === true);
    expect(rows[head + 1]?.slice(0, 3)).toEqual(['区分', 'n', 'DI']);
    expect(rows[head + 2]?.[0]).toBe('合計');
    expect(rows[head + 2]?.[1]).toBe('40');
    expect(rows[head + 2]?.[2]).toMatch(/^▲?\d+\.\d$/);
    const charts = sheet?.extras?.charts ?? [];
    expect(charts.map(({ type }) => type)).toContain('BAR');
    expect(charts.length).toBeGreaterThanOrEqual(3);
    const view = ask(chamber, 'survey', { roundId });
    expect(view.report).toMatchObject({ counted: 40, isOld: false, isAllHidden: false });
    const documents = () => Object.values(chamber.workspace.state.documents ?? {});
    const text = JSON.stringify(documents());
    expect(text).toContain('速報です。');
    for (const part of ['主な結果', '会報に載せる文', '業況DIは', '調査の方法', '有効回答'])
      expect(text).toContain(part);
    const standing = documents().length;
    // One more answer: the same document, the same sheet, as many graphs.
    putSurveyAnswers(chamber, firms(46).slice(45));
    ask(chamber, 'collect', {});
    expect(ask(chamber, 'survey', { roundId }).report?.isOld).toBe(true);
    tabulate(chamber);
    expect(documents()).toHaveLength(standing);
    expect(ask(chamber, 'survey', { roundId }).report).toMatchObject({ counted: 41, url: view.report?.url });
    expect(sheet?.extras?.charts).toHaveLength(charts.length);
  });

  it('gives_no_small_group_away__on_the_sheet_and_in_the_document', () => {
    const all = firms(30, (at) => ({ industry: at < 2 ? '卸売業' : at % 2 === 0 ? '建設業' : '製造業' }));
    const chamber = openRound(all);
    putSurveyAnswers(chamber, all);
    ask(chamber, 'collect', {});
    tabulate(chamber);
    const rows = sheetRows(chamber, '集計 LOBO 2026-11') ?? [];
    const wholesale = rows.filter((row) => row[0] === '業種：卸売業');
    expect(wholesale.length).toBeGreaterThan(5);
    for (const row of wholesale) expect(row.slice(1).join('')).not.toMatch(/\d\.\d/);
    expect(wholesale[0]?.[1]).toBe('3未満');
    const report = ask(chamber, 'survey', { roundId }).report;
    expect(report?.hidden).toBeGreaterThan(0);
    expect(report?.complement).toBeGreaterThan(0);
  });

  it('compares_with_the_wave_before__also_when_nobody_of_it_can_be_told_any_more', () => {
    const chamber = surveyChamber(built);
    const before = 'lobo-2026-10';
    const all = firms(24, () => ({ industry: '製造業', chamber: '見本商工会議所' }));
    ask(chamber, 'startSurvey', { ...startInput(all), wave: '2026年10月', by: 'industry' });
    putSurveyAnswers(chamber, all.slice(0, 20), before);
    ask(chamber, 'closeSurvey', { roundId: before });
    tabulate(chamber, before);
    chamber.workspace.advance(31 * day);
    const { hash } = ask(chamber, 'surveyDestruction', { roundId: before });
    ask(chamber, 'destroySurvey', { roundId: before, hash });
    ask(chamber, 'startSurvey', { ...startInput(all), by: 'industry', deadline: '2026-12-31' });
    const [first] = all;
    if (first === undefined) throw new Error('no firm');
    const typed = { ...answersOf(first), conditions: '好転' };
    for (const { number } of all.slice(0, 12))
      ask(chamber, 'enterSurvey', { roundId, number, channel: 'FAX', typed });
    ask(chamber, 'closeSurvey', { roundId });
    tabulate(chamber);
    const rows = sheetRows(chamber, '集計 LOBO 2026-11') ?? [];
    const head = rows.find((row) => row[0] === '区分' && row.includes('前月比'));
    expect(head?.slice(0, 4)).toEqual(['区分', 'n', 'DI', '前月比']);
    const total = rows[rows.indexOf(head ?? []) + 1] ?? [];
    const earlier = sheetRows(chamber, '集計 LOBO 2026-10')?.find(
      (row) => row[0] === '合計' && /^▲?\d+\.\d$/.test(row[2] ?? ''),
    );
    const number = (text = ''): number => Number(text.replace('▲', '-').replace('±', '').replace('+', ''));
    expect(number(total[2]) - number(earlier?.[2])).toBeCloseTo(number(total[3]), 5);
    expect(JSON.stringify(chamber.workspace.state.documents)).toContain('前月比');
  });

  it('is_none_where_nobody_answered', () => {
    const chamber = openRound();
    expect(codes(chamber, 'tabulateSurvey', { roundId })).toEqual(['surveys.no-answers']);
  });
});

describe('the end of a round', () => {
  function closed(): Chamber {
    const chamber = openRound(firms(40));
    putSurveyAnswers(chamber, firms(40).slice(0, 30));
    ask(chamber, 'closeSurvey', { roundId });
    return chamber;
  }

  it('is_refused_before_it_is_due__then_nobody_can_be_told_any_more__and_tables_can_still_be_made', () => {
    const chamber = closed();
    expect(ask(chamber, 'survey', { roundId })).toMatchObject({ state: 'closed', answered: 30 });
    const early = ask(chamber, 'surveyDestruction', { roundId });
    expect(early).toMatchObject({ isDue: false, people: 40, answers: 30, kept: 30 });
    expect(codes(chamber, 'destroySurvey', { roundId, hash: early.hash })).toEqual(['surveys.not-due']);
    tabulate(chamber);
    const before = sheetRows(chamber, '集計 LOBO 2026-11');
    chamber.workspace.advance(31 * day);
    const { hash } = ask(chamber, 'surveyDestruction', { roundId });
    ask(chamber, 'destroySurvey', { roundId, hash });
    expect(ask(chamber, 'survey', { roundId })).toMatchObject({ isDestroyed: true });
    const form = chamber.workspace.state.forms[surveyFormId(chamber)];
    expect(form?.responses).toEqual([]);
    const book = chamber.workspace.state.spreadsheets[chamber.bookId];
    const cells = JSON.stringify(book?.sheets.map((sheet) => sheet.cells));
    for (const word of ['見本商店', 'firm1@', 'firm30@', keyOf(chamber, '00001').slice(10, 23)])
      expect(cells).not.toContain(word);
    expect(records(chamber, '廃棄記録')).toMatchObject([
      { 廃棄番号: '廃棄-調査001', 状態: '廃棄済', 件数: '40', フォーム: 'LOBO　2026年11月' },
    ]);
    // The anonymous answers make the same tables.
    tabulate(chamber);
    const after = sheetRows(chamber, '集計 LOBO 2026-11');
    const head = (rows: typeof before) =>
      rows?.find((row) => row[0] === '合計' && /^▲?\d+\.\d$/.test(row[2] ?? ''));
    expect(head(after)).toEqual(head(before));
  });

  it('stops_what_waits_and_takes_no_more_answers', () => {
    const chamber = surveyChamber(built);
    ask(chamber, 'startSurvey', startInput(small));
    ask(chamber, 'closeSurvey', { roundId });
    expect(codes(chamber, 'surveyMails', { roundId, purpose: 'request' })).toEqual(['surveys.closed']);
    expect(
      codes(chamber, 'enterSurvey', {
        roundId,
        number: '00001',
        channel: '電話',
        typed: { conditions: '好転' },
      }),
    ).toEqual(['surveys.closed']);
  });
});
