/** Invented views for working on the page without a server. */
import type { AccessView } from '../../view/access-protocol.ts';
import type { HandOverView, HealthRow, HealthState } from '../../view/health-protocol.ts';
import type { DestructionRecordView, OperationView, SettingValues } from '../../view/office-protocol.ts';
import type { RetentionView } from '../../view/retention-protocol.ts';

export const me = 'sato@mihon-cci.example';
export const before = 'tanaka@mihon-cci.example';
export const hostileText = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';

const stateLabels: Readonly<Record<HealthState, string>> = {
  ok: '良好',
  info: '情報',
  warn: '注意',
  bad: '要対応',
  unknown: '不明',
};

const row = (
  id: string,
  state: HealthState,
  label: string,
  seen: string,
  why: string,
  how = '',
  button = '',
): HealthRow => ({
  id,
  state,
  stateLabel: stateLabels[state],
  label,
  seen,
  why,
  how,
  mend: button === '' ? null : { method: 'mend', id, label: button },
});

export const wellRows: readonly HealthRow[] = [
  row(
    'sheets',
    'ok',
    '表がそろっている',
    '足りない表はありません。',
    '表が足りないと、回答の取込みや出力が止まります。',
  ),
  row(
    'version',
    'ok',
    '会議所キットの版',
    '設定の版 4（最新）',
    '新しい版に合わせて、表と設定を整える必要があります。',
  ),
  row(
    'hourly',
    'ok',
    '1時間ごとの自動実行',
    `${me} のアカウントで動いています（最後の実行 2026-11-24 10:12）。`,
    '',
  ),
  row('open:form-1', 'ok', '公開と受付（入会申込）', '公開して、回答を受け付けています。', ''),
  row('roles', 'ok', '担当者の役割', '3人に役割があります。', ''),
  row('zone', 'ok', '時刻の設定', 'プログラムもブックも日本時間です。', ''),
];

export const openRows: readonly HealthRow[] = [
  row(
    'layout',
    'info',
    'CSVの配置',
    '「TOAS」（仮の配置）',
    '仮の配置は、実際の基幹システムで確かめていない並びです。',
    '少ない件数で取り込めることを確かめたら、CSVの画面で「確認済み」にしてください。',
  ),
  row(
    'retention',
    'warn',
    '保存期間',
    '期間を過ぎた回答が 37 件あります。',
    '決めた期間を過ぎた個人情報は、廃棄する必要があります。',
    '「保存期間」の画面で内容を確かめ、廃棄してください。',
  ),
  row(
    'update:form-1',
    'info',
    'ひな型の版（入会申込）',
    '版 1.0.0。版 1.1.0 に更新できます。',
    '更新の途中のフォームは、質問の一部が古いままです。',
    '「フォームの作成と更新」を開き、このフォームの更新を進めてください。',
  ),
  row(
    'trigger:form-2',
    'bad',
    '送信時の取込み（セミナー申込）',
    `${me} のトリガーがなくなっています。`,
    'トリガーは作った人のアカウントで動きます。その人が退職すると止まります。',
    '「このアカウントで動かす」を押してください。前の担当者のトリガーが残っていても、二重には取り込みません。',
    'このアカウントで動かす',
  ),
  row(
    'scopes',
    'bad',
    'Google の権限',
    '許可されていない権限があります。https://script.google.com/macros/mihon',
    '権限が足りないと、その機能だけが動かなくなります。',
    '会議所キットを開き直し、表示される同意の画面で許可してください。',
  ),
  row(
    'open:form-3',
    'unknown',
    '公開と受付（会議室の予約）',
    'このアカウントではフォームを開けません。消されたか、編集者ではありません。',
    '公開していないと、事業者が回答できません。',
    '「受付を始める」を押してください。',
  ),
];

export const handOver: HandOverView = {
  account: me,
  forms: [
    {
      formId: 'form-1',
      title: '入会申込',
      triggerOwner: before,
      fileOwner: before,
      canEdit: true,
      isMine: false,
    },
    {
      formId: 'form-2',
      title: 'セミナー申込',
      triggerOwner: before,
      fileOwner: '',
      canEdit: false,
      isMine: false,
    },
  ],
  triggersToMake: 2,
  triggersFree: 18,
  round: { roundId: 'R8-01', sendingBy: before, waiting: 788 },
  claims: { dead: 3, alive: 0 },
  left: [
    {
      account: before,
      lines: [
        '1時間ごとのトリガー（2時間以上動いた記録がありません）',
        '「入会申込」の送信時のトリガー',
        'オーナーのファイル：会員データ管理、入会申込',
      ],
      how: 'このアカウントでブックを開き、「引継ぎ」の「自分のトリガーを外す」を押します。もう入れないときは、Google の管理者がアカウントを止めると動かなくなります。',
    },
  ],
  obstacles: ['フォーム「セミナー申込」を編集できません。前の担当者に、編集者として加えてもらってください。'],
  done: false,
};

export const roleViews: AccessView['roles'] = [
  { id: 'view', label: '閲覧', what: '画面を見ることだけができます。' },
  { id: 'desk', label: '受付', what: '申込と回答を取り込み、直し、次へ進め、差し戻します。' },
  { id: 'approve', label: '承認', what: '申込と台帳の回答を承認します。' },
  { id: 'export', label: '出力', what: 'CSV・メール・手紙を出し、台帳を取り込みます。' },
  { id: 'settings', label: '設定', what: '準備、フォーム、役割、点検、引継ぎ、保存期間を決めます。' },
];

export const people: AccessView['people'] = [
  { person: me, roles: ['view', 'desk', 'approve', 'export', 'settings'] },
  { person: before, roles: ['desk', 'approve'] },
  { person: 'keiri-tantou-no-nagai-adoresu@mihon-cci.example', roles: ['view'] },
];

export const operations: readonly OperationView[] = [
  { at: '2026-11-24 10:40', by: before, what: '役割を変える', result: '権限なし' },
  { at: '2026-11-24 10:12', by: me, what: '回答を取り込む', result: '実行' },
  { at: '2026-11-23 16:02', by: me, what: 'CSVを出す', result: '断り' },
  { at: '2026-11-20 09:30', by: me, what: '申込の状態を変える', result: '実行' },
];

export const retention: RetentionView = {
  rules: [{ templateId: 'seminar-registration', start: 'closing', days: 180, words: '締切から180日' }],
  targets: [
    {
      templateId: 'seminar-registration',
      title: 'セミナー申込',
      starts: [
        { id: 'closing', label: '締切' },
        { id: 'received', label: '受付' },
      ],
    },
    {
      templateId: 'membership-application',
      title: '入会申込',
      starts: [
        { id: 'received', label: '受付' },
        { id: 'member', label: '会員' },
        { id: 'withdrawn', label: '取下げ' },
      ],
    },
  ],
  issues: [],
};

export const records: readonly DestructionRecordView[] = [
  {
    recordId: '廃棄-001',
    at: '2026-05-12 14:00',
    by: before,
    form: '春のセミナー 申込',
    rule: '締切から180日',
    count: 52,
    oldest: '2025-09-30',
    state: '廃棄済',
  },
];

export const settingValues: SettingValues = {
  chamberName: '見本商工会議所',
  phone: '03-1234-5678',
  email: 'kaiin@mihon-cci.example',
  address: '見本県見本市中央1-2-3',
  privacyUrl: 'https://mihon-cci.example/privacy',
  articlesUrl: '',
  divisions: ['商業部会', '工業部会', 'サービス業部会'],
  districts: ['中央地区', '北地区'],
  feeTable: ['法人　年額 12,000 円', '個人　年額 6,000 円'],
  profileId: 'toas-provisional',
  substitutes: '鷗=鴎\n𠮷=吉',
  mailsPerDay: 1500,
};
