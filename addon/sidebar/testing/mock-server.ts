/**
 * A server for working on the sidebar in a plain browser: it answers every method of the protocol from memory
 * and behaves like the real one where the screens depend on it (versions, hashes, states, counts).
 */
import type {
  ApplicationView,
  BatchView,
  ExportKind,
  ExportPreview,
  FormView,
  Overview,
  QueueView,
} from '../../view/protocol.ts';
import type { ScriptRun } from '../rpc.ts';
import { corrected, hostileTexts, makeApplication, states, withActions } from './mock-data.ts';
import { ledgerMethods } from './mock-ledger.ts';
import { roundMethods } from './mock-round.ts';
import { type Refusal, refuse, runnerOf } from './mock-run.ts';
import type { Answers, MockState, Scenario } from './mock-state.ts';

const shipped = [
  { id: 'toas-provisional', name: 'TOAS', verified: false },
  { id: 'gif-2025', name: 'GIF 2025年版', verified: false },
  { id: 'plain-utf8', name: 'UTF-8（表計算用）', verified: true },
];

const kindLabels = { applications: '入会申込', updates: '台帳の変更', full: '台帳の全件' } as const;

/** Makes a runner in the place of `google.script.run`. */
export const mockRun = (scenario: Scenario): (() => ScriptRun) => runnerOf(createAnswers(scenario), scenario);

function createAnswers(scenario: Scenario): Answers {
  let ready = scenario.ready;
  let chamberName = ready ? '見本商工会議所' : '';
  let profileId = 'toas-provisional';
  let others: Omit<Overview['setup'], 'chamberName' | 'profileId'> = {
    phone: '',
    email: '',
    address: '',
    privacyUrl: '',
    articlesUrl: '',
    divisions: [],
    districts: [],
  };
  let conflict = scenario.conflict;
  let breaks = scenario.importBreaks;
  const begun = scenario.register !== 'empty';
  const profiles = shipped.map((one) => ({ ...one }));
  const mock: MockState = {
    scenario: {
      ...scenario,
      get importBreaks() {
        return breaks;
      },
    },
    profiles,
    ledgerRows: begun ? 2310 : 0,
    lastImport: begun ? '2026-10-02 17:20 R8-I001' : '',
    judged: begun,
    heal: () => {
      breaks = false;
    },
  };
  const substitutes = new Set<string>();
  const forms: FormView[] = [];
  const batches: BatchView[] = [];
  const all = new Map<string, ApplicationView>();
  for (let index = 0; index < scenario.applications; index++) {
    const one = makeApplication(index, scenario.hostile);
    all.set(one.applicationId, one);
  }
  const makeForm = (templateId: string): FormView => ({
    formId: `form-${forms.length}`,
    title: '入会申込フォーム（見本商工会議所）',
    templateId,
    templateVersion: '1.0.0',
    publishedUrl: 'https://docs.google.com/forms/d/e/1FAIpQLSe-mihon-shokokaigisho-2026/viewform',
    editUrl: 'https://docs.google.com/forms/d/mihon/edit',
    published: true,
    accepting: true,
  });
  for (let made = 0; made < scenario.forms; made++) forms.push(makeForm('membership-application'));

  const find = (applicationId: string): ApplicationView => {
    const found = all.get(applicationId);
    if (found === undefined)
      throw refuse(
        'application.unknown',
        'この申込は見つかりません。',
        '受付に戻り、一覧を読み直してください。',
      );
    return found;
  };
  /** A colleague was faster: their version stands now. */
  const overtaken = (found: ApplicationView): Refusal => {
    conflict = false;
    all.set(found.applicationId, { ...found, version: found.version + 1 });
    return refuse(
      'decision.conflict',
      'この申込は、画面を開いたあとに鈴木が変更しました（10:58）。',
      '最新の内容を読み込み、確かめてからもう一度操作してください。',
    );
  };
  const waiting = (): readonly ApplicationView[] =>
    [...all.values()].filter((one) => one.exportLabel === '出力待ち');

  const overview = (): Overview => ({
    ready,
    chamberName,
    user: 'sato@mihon-cci.example.or.jp',
    forms: [...forms],
    templates: [
      {
        id: 'membership-application',
        title: '入会申込',
        version: '1.0.0',
        summary: '事業所がWebから仮申込をするためのフォームです。法人・個人事業主・団体で設問が分かれます。',
      },
      {
        id: 'annual-survey',
        title: '会員情報の年次確認',
        version: '1.0.0',
        summary: '登録内容に変わりがないかを、会員に年1回確かめてもらいます。',
      },
    ],
    profiles,
    profileId,
    setup: { chamberName, ...others, profileId },
    waiting: {
      newAnswers: [...all.values()].filter((one) => one.state.id === 'received').length,
      withErrors: [...all.values()].filter((one) => one.errors > 0).length,
      toExport: waiting().length,
      toConfirm: batches.filter((batch) => batch.state === 'made').length,
    },
  });

  const preview = (id: string, kind: ExportKind): ExportPreview => {
    const profile = profiles.find((one) => one.id === id) ?? { id, name: id, verified: false };
    const out = kind === 'updates' ? [] : waiting().filter((one) => one.errors === 0);
    return {
      profile,
      fileName: '会員データ_20261124_1.csv',
      header: [
        '事業所番号',
        '会員番号',
        '組織区分',
        '法人番号',
        '事業所名',
        '事業所名カナ',
        '代表者氏名',
        '郵便番号',
        '住所',
        '電話番号',
      ],
      sample: out
        .slice(0, 20)
        .map((one) => [
          '',
          '',
          one.typeLabel,
          '1234567890123',
          one.name,
          'ミホンセイサクショ',
          '見本　太郎',
          '060-0001',
          '北海道札幌市中央区北1条西2丁目3-4',
          '011-231-1122',
        ]),
      rows: out.length,
      held: (kind === 'updates' ? [] : waiting())
        .filter((one) => one.errors > 0)
        .map((one) => ({
          applicationId: one.applicationId,
          receiptNumber: one.receiptNumber,
          name: one.name,
          reasons: one.issues
            .filter((part) => part.severity === 'error')
            .map((part) => `${part.label}：${part.message}`),
          substitutes: substitutes.has('𠮷') ? [] : [{ from: '𠮷', to: '吉' }],
        })),
      waiting: waiting().length,
      hash: out.map((one) => `${one.applicationId}@${one.version}`).join(','),
    };
  };

  return {
    ...ledgerMethods(mock),
    ...roundMethods(mock),
    overview,
    attention: () =>
      scenario.attention
        ? { updates: 1, toMend: 2, sendingPaused: 788, retentionDue: 37 }
        : { updates: 0, toMend: 0, sendingPaused: 0, retentionDue: 0 },
    setup(input) {
      if (input.phone !== '' && !/\d/.test(input.phone)) {
        throw refuse(
          'phone.format',
          '会議所の電話番号に数字がありません。',
          '「03-1234-5678」の形で入れてください。',
        );
      }
      ready = true;
      ({ chamberName, profileId, ...others } = input);
      return overview();
    },
    createForm({ templateId }) {
      const form = makeForm(templateId);
      forms.push(form);
      return form;
    },
    collect() {
      const index = all.size;
      const one = makeApplication(index, scenario.hostile);
      all.set(one.applicationId, { ...one, state: { id: 'received', label: '仮申込' } });
      return { added: 1, already: index };
    },
    queue({ state, search, offset, limit }): QueueView {
      const matching = [...all.values()].filter(
        (one) => search === '' || one.name.includes(search) || one.receiptNumber.includes(search),
      );
      const rows = matching.filter(
        (one) =>
          state === '' ||
          (state === 'has-errors' ? one.errors > 0 && one.state.id !== 'withdrawn' : one.state.id === state),
      );
      return {
        rows: rows.slice(offset, offset + limit),
        total: rows.length,
        counts: states.map((one) => ({
          state: one,
          count: matching.filter((row) => row.state.id === one.id).length,
        })),
      };
    },
    application: ({ applicationId }) => find(applicationId),
    decide({ applicationId, version, action, reason, steps }) {
      const found = find(applicationId);
      if (conflict || found.version !== version) throw overtaken(found);
      const target = {
        advance: found.nextState ?? found.state,
        approve: { id: 'approved', label: '承認' },
        return: { id: 'returned', label: '差戻し' },
        withdraw: { id: 'withdrawn', label: '取下げ' },
        reopen: { id: 'reviewing', label: '確認中' },
      }[action];
      const next = withActions({
        ...found,
        version: version + 1,
        state: target,
        exportLabel: target.id === 'approved' ? '出力待ち' : '',
        history: [
          ...found.history,
          ...steps.map((step) => ({
            at: step.date,
            by: '佐藤',
            what: `${step.state}を記録`,
            why: step.ground,
          })),
          { at: '2026-11-24 11:00', by: '佐藤', what: `${found.state.label} → ${target.label}`, why: reason },
        ],
      });
      all.set(applicationId, next);
      return next;
    },
    correct({ applicationId, version, key, value, reason }) {
      const found = find(applicationId);
      if (conflict || found.version !== version) throw overtaken(found);
      const next = corrected(found, key, value, reason);
      all.set(applicationId, next);
      return next;
    },
    cancelSubmission: ({ submissionId }) => ({ receiptNumber: submissionId }),
    exportPreview: ({ profileId: id, kind }) => preview(id, kind),
    exportCsv({ profileId: id, kind, hash }) {
      const now = preview(id, kind);
      if (now.hash !== hash)
        throw refuse(
          'export.changed',
          '見ていた内容から変わっています。',
          '最新を読み直し、出す内容を確かめてください。',
        );
      for (const one of waiting().filter((row) => row.errors === 0)) {
        all.set(one.applicationId, { ...one, exportLabel: '出力済み' });
      }
      const batch: BatchView = {
        batchId: `B-20261124-${batches.length + 1}`,
        kind,
        kindLabel: kindLabels[kind],
        madeAt: '2026-11-24 11:05',
        by: '佐藤',
        rows: now.rows,
        fileName: scenario.hostile ? (hostileTexts[0] ?? '') : now.fileName,
        fileUrl: scenario.hostile ? (hostileTexts[3] ?? '') : 'https://drive.google.com/file/d/mihon/view',
        profileName: now.profile.name,
        profileVerified: now.profile.verified,
        state: 'made',
        stateLabel: '出力済み（取込待ち）',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        held: 1,
        substitutes: ['𠮷→吉'],
        checked: ['必須の項目と同意'],
        notChecked: ['基幹システムが受け付けるかどうか'],
      };
      batches.unshift(batch);
      return batch;
    },
    batches: () => [...batches],
    markBatch({ batchId, result }) {
      const at = batches.findIndex((batch) => batch.batchId === batchId);
      const batch = batches[at];
      if (batch !== undefined) {
        batches[at] = { ...batch, state: result, stateLabel: result === 'imported' ? '取込済' : '取込失敗' };
        if (result === 'failed') {
          for (const one of all.values()) {
            if (one.exportLabel === '出力済み')
              all.set(one.applicationId, { ...one, exportLabel: '出力待ち' });
          }
        }
      }
      return [...batches];
    },
    jumpToRow: ({ list, applicationId }) => ({
      sheet: list === 'board' ? '常議員会' : '受付',
      row: applicationId === '' ? 1 : [...all.keys()].indexOf(find(applicationId).applicationId) + 2,
    }),
    setSubstitute({ from, to }) {
      substitutes.add(from);
      return { lines: [`${from}=${to}`] };
    },
    remakeBatch({ batchId }) {
      const batch = batches.find((one) => one.batchId === batchId);
      return {
        fileName: batch?.fileName ?? '',
        fileUrl: 'https://drive.google.com/file/d/mihon-2/view',
        sha256: batch?.sha256 ?? '',
      };
    },
  };
}
