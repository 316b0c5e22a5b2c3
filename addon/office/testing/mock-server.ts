/**
 * A server for working on the page in a plain browser: it answers every method of the page from memory and behaves like the
 * real one where the screens depend on it (mending, drafts that are refused, a destruction in several calls).
 */
import type { ScriptRun } from '../../sidebar/rpc.ts';
import { refuse, runnerOf } from '../../sidebar/testing/mock-run.ts';
import type { HealthRow, HealthView } from '../../view/health-protocol.ts';
import type { SettingValues } from '../../view/office-protocol.ts';
import type { Input } from '../../view/protocol.ts';
import type { PageMethod, PageOutputs } from '../app.ts';
import * as data from './mock-data.ts';
import { meetingMethods } from './mock-meeting.ts';
import { releaseMethods } from './mock-release.ts';
import type { Scenario } from './mock-state.ts';

type Answers = { readonly [M in PageMethod]: (input: Input<M>) => PageOutputs[M] };

/** Makes a runner in the place of `google.script.run`. */
export const mockRun = (scenario: Scenario): (() => ScriptRun) => runnerOf(createAnswers(scenario), scenario);

function createAnswers(scenario: Scenario): Answers {
  let rows: readonly HealthRow[] = scenario.well ? data.wellRows : [...data.openRows, ...data.wellRows];
  if (scenario.hostile)
    rows = rows.map((row) => ({ ...row, label: data.hostileText, seen: data.hostileText }));
  let { people } = data;
  if (!scenario.people) people = [];
  if (scenario.hostile) people = [...people, { person: data.hostileText, roles: ['view'] }];
  let hand = data.handOver;
  if (scenario.mine)
    hand = { ...hand, done: true, forms: hand.forms.map((one) => ({ ...one, isMine: true })) };
  let { rules } = data.retention;
  let { records } = data;
  let left = scenario.due;
  let changes = scenario.changesOnce;
  let values: SettingValues = data.settingValues;
  let hash = 'settings-1';
  let othersSaved = scenario.settingsChanged;

  const allow = (): void => {
    if (!scenario.viewer) return;
    throw refuse(
      'access.denied',
      'この操作には「設定」の役割が必要です。',
      `役割を付けられるのは ${data.before} です（「設定」の画面）。`,
    );
  };
  const health = (): HealthView => {
    const counts = { ok: 0, info: 0, warn: 0, bad: 0, unknown: 0 };
    for (const { state } of rows) counts[state]++;
    return { checkedAt: '2026-11-24 11:00', account: data.me, rows, counts };
  };
  const access = (): PageOutputs['access'] => ({
    people,
    roles: data.roleViews,
    me: data.me,
    mayChange: !scenario.viewer,
    words:
      people.length === 0
        ? '役割の表は空です。このブックを編集できる人は全員、すべての操作ができます。'
        : `${people.length}人に役割があります。表にない人は、ブックを編集できても会議所キットを使えません。`,
    logSheet: '操作記録',
  });
  const settings = (): PageOutputs['officeSettings'] => ({
    values,
    profiles: [
      { id: 'toas-provisional', name: 'TOAS（仮の配置）', verified: false, own: false, note: '' },
      { id: 'mihon', name: '見本商工会議所の配置', verified: true, own: true, note: '' },
    ],
    mostMails: 1500,
    mailsLeft: 1462,
    mayChange: !scenario.viewer,
    hash,
  });

  return {
    ...meetingMethods(scenario, allow),
    ...releaseMethods(scenario, allow),
    health,
    mend({ id }) {
      allow();
      rows = rows.map((row) =>
        row.id === id ? { ...row, state: 'ok', stateLabel: '良好', how: '', mend: null } : row,
      );
      return health();
    },
    handOver: () => hand,
    takeOver() {
      allow();
      hand = {
        ...hand,
        done: true,
        triggersToMake: 0,
        claims: { dead: 0, alive: 0 },
        forms: hand.forms.map((one) => (one.canEdit ? { ...one, triggerOwner: data.me, isMine: true } : one)),
      };
      return hand;
    },
    letGo: () => ({ removed: 2 }),
    access,
    saveAccess({ people: sent }) {
      allow();
      people = sent;
      return access();
    },
    operations: () => ({
      rows: scenario.hostile
        ? data.operations.map((one) => ({ ...one, by: data.hostileText }))
        : data.operations,
      total: 1204,
      sheet: '操作記録',
    }),
    retention: () => ({ ...data.retention, rules }),
    saveRetention({ rules: sent }) {
      allow();
      rules = sent.map((rule) => ({ ...rule, words: `${rule.start}から${rule.days}日` }));
      return { ...data.retention, rules };
    },
    destructionPreview() {
      allow();
      const title = scenario.hostile ? data.hostileText : 'インボイス制度 実務セミナー 申込';
      return {
        forms:
          left === 0
            ? []
            : [{ formId: 'form-2', title, count: left, oldest: '2026-03-02', rule: '締切から180日' }],
        total: left,
        refused: [
          {
            title: '入会申込',
            count: 2,
            reason: 'CSVの取込みがまだ済んでいません。出力して「取込済」を記録すると廃棄できます。',
          },
        ],
        warnings: [
          '廃棄した回答は元に戻せません。',
          '受付番号、状態、選択肢で選んだ項目、日付、担当者は、集計のために残ります。',
          'フォームに届いた回答と、回答シートの行も消えます。',
        ],
        unfinished: '',
        hash: 'f'.repeat(64),
        issues: [],
      };
    },
    destroy() {
      allow();
      if (changes) {
        changes = false;
        left += 1;
        throw refuse(
          'retention.changed',
          '確認の画面を開いたあとに、廃棄する回答が変わりました。何も廃棄していません。',
          '新しい内容を確かめてから、もう一度「廃棄する」を押してください。',
        );
      }
      left = Math.max(0, left - scenario.perCall);
      const report = {
        recordId: '廃棄-002',
        destroyed: scenario.due - left,
        left,
        sha256: 'a'.repeat(64),
        sheet: '廃棄記録',
        rowsLeft: 0,
      };
      if (left === 0) {
        const [first] = records;
        const made = { at: '2026-11-24 11:00', by: data.me, recordId: '廃棄-002', count: scenario.due };
        if (first !== undefined) records = [{ ...first, ...made }, ...records];
      }
      return report;
    },
    destructionRecords: () => ({ rows: records, sheet: '廃棄記録' }),
    attention: () => ({ updates: 1, toMend: 2, sendingPaused: 0, retentionDue: left }),
    officeSettings: settings,
    saveOfficeSettings(input) {
      allow();
      if (othersSaved) {
        othersSaved = false;
        hash = 'settings-2';
        values = { ...values, phone: '03-9999-0000' };
        throw refuse(
          'settings.changed',
          'この画面を開いたあとに、設定が変わりました。何も保存していません。',
          'ほかの人が直した内容を確かめてから、もう一度保存してください。',
        );
      }
      if (input.hash !== hash) throw new Error('mock: hash');
      if (input.values.substitutes.includes('鷗=鷗')) {
        throw refuse(
          'substitutes.unwritable',
          '代わりの文字の1行目の「鷗」は、CSVに書けません。',
          'CSVに書ける文字を選んでください。',
          'substitutes',
        );
      }
      values = input.values;
      hash = 'settings-3';
      return settings();
    },
  };
}
