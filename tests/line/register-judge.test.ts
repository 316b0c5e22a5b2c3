/** 特商判定 of 台帳 (S10): results with number, threshold, article and 基準日; staff decide otherwise; thresholds rise. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, chamberFrom, run, snapshot } from '../support/chamber.ts';
import { endState } from '../support/end-state.ts';
import { cp932, filled, importFile, ledgerChamber, putLedgerRow, sendFile, type } from '../support/ledger.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

/** 備考: the four businesses of S10, then one that closed and one whose number of employees cannot be read. */
const sample = [
  ['事業所番号', '事業所名', '組織区分', '業種', '事業開始年月', '資本金', '従業員数', '営業状況'],
  ['01', 'a 小売', '法人', '58', '2019/04', '2900000', '6', '営業中'],
  ['02', 'b 製造', '法人', '24', '2019/04', '2900000', '19', '営業中'],
  ['03', 'c 業種なし', '法人', '', '2019/04', '2900000', '6', '営業中'],
  ['04', 'd 資本金', '法人', '24', '2019/04', '3000000', '0', '営業中'],
  ['05', 'e 廃業', '法人', '58', '2019/04', '9000000', '50', '廃業'],
  ['06', 'f 読めない', '法人', '58', '2019/04', '100', '約10人から20人', '営業中'],
];

function imported(): Chamber {
  const chamber = ledgerChamber(built);
  importFile(chamber, sendFile(chamber, '台帳.csv', cp932(sample)));
  return chamber;
}
const notes = ['特商判定', '判定の根拠', '足りない項目', '基準日'];
const judged = (chamber: Chamber) =>
  filled(chamber).map((row) => notes.map((header) => row[header] ?? '').join(' | '));
/** Sets a threshold in 設定 as a clerk would. */
function setThreshold(chamber: Chamber, key: string, text: string): void {
  const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
    (one) => one.name === '設定',
  );
  const row = Object.values(sheet?.cells ?? {}).find((cells) =>
    Object.values(cells).some((cell) => cell.t === 'text' && cell.v === key),
  );
  if (row === undefined) throw new Error(`no ${key}`);
  row[1] = { t: 'text', v: text };
}

describe('特商判定', () => {
  it('S10__four_businesses_one_closed_one_unreadable__result_ground_and_what_is_missing', () => {
    const chamber = imported();
    const view = ask(chamber, 'judgeLedger', {});
    expect(view).toMatchObject({ baseDate: '2026-04-01', yes: 2, no: 2, unknown: 2, overridden: 0 });
    expect(view.judgedAt).toMatch(/^2026-11-24 \d\d:\d\d$/);
    expect(ask(chamber, 'register', {}).judgement).toEqual({
      yes: 2,
      no: 2,
      unknown: 2,
      judgedAt: view.judgedAt,
    });
    expect(view.unknownRows).toMatchObject([
      { businessNumber: '03', name: 'c 業種なし', resultLabel: '判定できません', missing: '業種' },
      { businessNumber: '06', missing: '従業員数' },
    ]);
    expect(judged(chamber)).toEqual([
      'はい | 法7条2項1号：従業員 6 人（商業・サービス業の基準 5 人以上）、基準日 2026-04-01 |  | 2026-04-01',
      'いいえ | 法7条2項各号に当たらない：資本金 2,900,000 円（基準 3,000,000 円以上）、従業員 19 人（基準 20 人以上）、基準日 2026-04-01 |  | 2026-04-01',
      '判定できません | 法7条2項：判定できません（資本金 2,900,000 円（基準 3,000,000 円以上）、従業員 6 人（基準 20 人以上、商業・サービス業は 5 人以上））、基準日 2026-04-01 | 業種 | 2026-04-01',
      'はい | 法7条2項2号：資本金 3,000,000 円（基準 3,000,000 円以上）、基準日 2026-04-01 |  | 2026-04-01',
      'いいえ | 廃業のため当たらない（法7条2項）、基準日 2026-04-01 |  | 2026-04-01',
      '判定できません | 法7条2項：判定できません（資本金 100 円（基準 3,000,000 円以上））、基準日 2026-04-01 | 従業員数 | 2026-04-01',
    ]);
  });

  it('staff_decide_otherwise__counts_as_decided_stays_visible_and_survives_judgement_and_import', () => {
    const chamber = imported();
    ask(chamber, 'judgeLedger', {});
    type(chamber, '03', '職員の判定', 'はい');
    type(chamber, '03', '職員の判定の理由', '小売業と電話で確かめた');
    type(chamber, '01', '職員の判定', 'はい');
    const view = ask(chamber, 'judgeLedger', {});
    expect(view).toMatchObject({ yes: 3, no: 2, unknown: 1, overridden: 1 });
    importFile(chamber, sendFile(chamber, '台帳2.csv', cp932(sample)));
    expect(filled(chamber)[2]).toMatchObject({
      特商判定: '判定できません',
      職員の判定: 'はい',
      職員の判定の理由: '小売業と電話で確かめた',
    });
    expect(filled(chamber)[0]?.判定の根拠).toContain('職員の判定の理由が書かれていません');
  });

  it('thresholds_raised__the_results_follow__one_below_the_Act_does_not_count', () => {
    const chamber = imported();
    setThreshold(chamber, 'thresholds.employeesCommerceService', '7');
    expect(ask(chamber, 'judgeLedger', {})).toMatchObject({ yes: 1, no: 4, unknown: 1 });
    expect(judged(chamber)[0]).toContain('商業・サービス業は 7 人以上');
    setThreshold(chamber, 'thresholds.employeesCommerceService', '3');
    expect(ask(chamber, 'judgeLedger', {})).toMatchObject({ yes: 2, no: 2, unknown: 2 });
    expect(judged(chamber)[0]).toContain('基準 5 人以上');
  });

  it(
    'killed_before_each_call__same_end_state_and_a_second_run_writes_only_when_it_was',
    { timeout: 300_000 },
    () => {
      const origin = imported();
      // Far below: a slice of its own.
      putLedgerRow(origin, 3000, { 事業所番号: '99', 従業員数: '30', 資本金: '1', 事業開始年月: '2019/04' });
      const start = snapshot(origin);
      const undisturbed = chamberFrom(built, start, origin.bookId);
      const result = run(undisturbed, 'rpc', ['judgeLedger', {}]);
      const end = endState(undisturbed);
      expect(filled(undisturbed).map((row) => row.特商判定)).toContain('はい');
      const again = run(undisturbed, 'rpc', ['judgeLedger', {}]);
      expect(again.calls.list.filter((name) => name === 'Range.setValues')).toHaveLength(1);
      expect(endState(undisturbed)).toEqual(end);
      const seen = new Set<string>();
      for (let at = 1; at <= result.calls.total; at++) {
        const chamber = chamberFrom(built, start, origin.bookId);
        expect(run(chamber, 'rpc', ['judgeLedger', {}], { failAtCall: at }).ok).toBe(false);
        const { executions: _log, clockOffset: _time, ...left } = chamber.workspace.state;
        const state = JSON.stringify(left);
        if (seen.has(state)) continue;
        seen.add(state);
        ask(chamber, 'judgeLedger', {});
        expect(endState(chamber), `killed at call ${at}: ${result.calls.list[at - 1]}`).toEqual(end);
      }
      expect(seen.size).toBeGreaterThan(2);
    },
  );
});
