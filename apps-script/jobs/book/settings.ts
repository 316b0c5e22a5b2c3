/**
 * The chamber's settings (sheet 設定): one row a setting, found by its hidden key, so that a clerk may reword what
 * is shown. One reader; a row that is missing has its default.
 */
import { defaultStates, type StateDefinition } from '../../../shared/change/states.ts';
import { readSubstituteTable } from '../../../shared/csv/substitute-table.ts';
import { actThresholds } from '../../../shared/settings/settings.ts';
import type { ChamberValues } from '../../../shared/template/template.ts';
import type { Cells, Row } from '../port.ts';

export interface Settings {
  /** Layout of the stored settings; raised when a reader has to upgrade. */
  readonly version: number;
  readonly chamber: ChamberValues['chamber'];
  readonly divisions: readonly string[];
  readonly districts: readonly string[];
  /** Fees as forms offer them, one a line. */
  readonly feeTable: readonly string[];
  readonly profileId: string;
  /** `MM-DD`. */
  readonly fiscalYearStart: string;
  readonly states: readonly StateDefinition[];
  /** Characters that the core system cannot take → what this chamber writes instead. */
  readonly substitutes: Readonly<Record<string, string>>;
  /** Of 特定商工業者 (商工会議所法7条2項); never below the Act's. */
  readonly thresholds: Readonly<Record<ThresholdName, number>>;
  /** Whether 負担金 consents are counted. */
  readonly levyConsent: boolean;
  /** Keys whose present value may stand in a personal link. */
  readonly prefill: readonly string[];
  /** ISO 8601 of the last 特商判定, '' before the first. */
  readonly judgedAt: string;
  /** Most mails of a round that one account sends in a day. */
  readonly mailsPerDay: number;
  /** Who has which role, as 設定 shows it; the list that counts stands elsewhere (`access/check.ts`). */
  readonly roles: string;
  /** How long answers are kept, as written (`shared/settings/retention.ts`). */
  readonly retention: string;
}

export type ThresholdName = keyof typeof actThresholds;

/** Raised with the sheets too: a workbook of an older version asks for the set-up, which adds what is missing. */
export const settingsVersion = 4;

export const defaultSettings: Settings = {
  version: settingsVersion,
  chamber: { name: '', phone: '', email: '', address: '', privacyUrl: '', articlesUrl: '' },
  divisions: [],
  districts: [],
  feeTable: [],
  profileId: 'toas-provisional',
  fiscalYearStart: '04-01',
  states: defaultStates,
  substitutes: {},
  thresholds: actThresholds,
  levyConsent: false,
  prefill: ['name'],
  judgedAt: '',
  // Recipients a day of a Workspace account (https://developers.google.com/apps-script/guides/services/quotas); not tried yet.
  mailsPerDay: 1500,
  roles: '',
  retention: '',
};

interface SettingRow {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly write: (settings: Settings) => string;
}

const list = (texts: readonly string[]): string => texts.join('\n');
const yes = 'はい';
const no = 'いいえ';

/** States that can never be skipped: 会員 needs application, approval and payment (商工会議所法16条2項). */
const fixedStates = ['received', 'approved', 'paid', 'member'];

const thresholdLabels: Readonly<Record<ThresholdName, string>> = {
  employees: '従業員数（人）',
  employeesCommerceService: '商業・サービス業の従業員数（人）',
  capital: '資本金（円）',
};
const thresholdNames = Object.keys(actThresholds) as readonly ThresholdName[];

const rows: readonly SettingRow[] = [
  {
    key: 'version',
    label: '設定の版',
    help: '会議所キットが使います。変更しないでください。',
    write: (s) => String(s.version),
  },
  {
    key: 'chamber.name',
    label: '商工会議所の名称',
    help: 'フォームとメールに表示されます。',
    write: (s) => s.chamber.name,
  },
  {
    key: 'chamber.phone',
    label: '電話番号',
    help: 'フォームとメールの問い合わせ先です。',
    write: (s) => s.chamber.phone,
  },
  {
    key: 'chamber.email',
    label: 'メールアドレス',
    help: '申込者がメールに返信したときの宛先です。',
    write: (s) => s.chamber.email,
  },
  {
    key: 'chamber.address',
    label: '所在地',
    help: 'フォームとメールに表示されます。',
    write: (s) => s.chamber.address,
  },
  {
    key: 'chamber.privacyUrl',
    label: '個人情報の取扱いのページ',
    help: '公開しているページのURLです。',
    write: (s) => s.chamber.privacyUrl,
  },
  {
    key: 'chamber.articlesUrl',
    label: '定款のページ',
    help: '公開しているページのURLです。',
    write: (s) => s.chamber.articlesUrl,
  },
  {
    key: 'divisions',
    label: '部会',
    help: '1行に1つずつ書きます。フォームの選択肢になります。',
    write: (s) => list(s.divisions),
  },
  {
    key: 'districts',
    label: '地区',
    help: '1行に1つずつ書きます（町名や旧市町村名）。',
    write: (s) => list(s.districts),
  },
  {
    key: 'feeTable',
    label: '会費の表',
    help: '1行に1つずつ書きます（例「法人　年額 12,000 円」）。会費をたずねるフォームの選択肢になります。',
    write: (s) => list(s.feeTable),
  },
  {
    key: 'profileId',
    label: 'CSVの配置',
    help: '基幹システムの取込みファイルの並びです。サイドバーで選びます。',
    write: (s) => s.profileId,
  },
  {
    key: 'fiscalYearStart',
    label: '年度の始まり',
    help: '月-日（例 04-01）。受付番号の年度に使います。',
    write: (s) => s.fiscalYearStart,
  },
  ...defaultStates
    .filter((state) => !fixedStates.includes(state.id))
    .map((state) => ({
      key: `state.${state.id}`,
      label: `「${state.label}」を必須にする`,
      help: '「はい」にすると、この段階の記録がないと承認できません。',
      write: (s: Settings) => (s.states.find((one) => one.id === state.id)?.required === true ? yes : no),
    })),
  ...thresholdNames.map((name) => ({
    key: `thresholds.${name}`,
    label: `特定商工業者: ${thresholdLabels[name]}`,
    help: `この数以上を特定商工業者とします。法律の ${actThresholds[name]} より小さくはできません（商工会議所法7条2項）。`,
    write: (s: Settings) => String(s.thresholds[name]),
  })),
  {
    key: 'judgedAt',
    label: '最後の判定',
    help: '特定商工業者を最後に判定した日時です。会議所キットが書きます。',
    write: (s) => s.judgedAt,
  },
  {
    key: 'prefill',
    label: 'リンクに入れてよい項目',
    help: '照会のリンクを開いたときに入っている項目のキーを、1行に1つ書きます（例 name）。代表者や連絡先は入れられません。',
    write: (s) => list(s.prefill),
  },
  {
    key: 'mailsPerDay',
    label: '1日に送る照会のメール',
    help: '1つのアカウントから1日に送る数の上限です。Google の上限（有料の Workspace でおよそ1,500通）より多くは送れません。ほかのメールのために減らせます。',
    write: (s) => String(s.mailsPerDay),
  },
  {
    key: 'levyConsent',
    label: '負担金の同意を数える',
    help: 'ふつうは「いいえ」です。負担金の許可の申請に、フォームでの同意で足りるかどうかは定まっていません。許可を出す行政庁に確かめてから「はい」にしてください（商工会議所法12条2項）。',
    write: (s) => (s.levyConsent ? yes : no),
  },
  {
    key: 'substitutes',
    label: '代わりの文字',
    help: '基幹システムが扱えない文字の置きかえです。1行に1つ「鷗=鴎」のように書きます。CSVだけに使われます。',
    write: (s) => list(Object.entries(s.substitutes).map(([from, to]) => `${from}=${to}`)),
  },
  {
    key: 'roles',
    label: '担当者の役割',
    help: '会議所キットが書きます。ここに書きかえても役割は変わりません。空欄なら、このブックを編集できる人は全員、すべての操作ができます。',
    write: (s) => s.roles,
  },
  {
    key: 'retention',
    label: '回答の保存期間',
    help: '1行に1つ「seminar-registration 締切から180日」のように書きます。空欄なら何も廃棄しません。',
    write: (s) => s.retention,
  },
];

const lines = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A whole number that is not below `least`, else `otherwise`. */
function count(text: string, least: number, otherwise: number): number {
  const value = Number(text.normalize('NFKC').replace(/[,\s]/g, ''));
  return text !== '' && Number.isSafeInteger(value) && value >= least ? value : otherwise;
}

/** Settings from the rows of 設定. */
export function readSettings(read: readonly Row[]): Settings {
  const values = new Map(read.map((row) => [row.cells.キー ?? '', row.cells.値 ?? '']));
  const text = (key: string, otherwise = ''): string => {
    const found = values.get(key)?.trim() ?? '';
    return found === '' ? otherwise : found;
  };
  const threshold = (name: ThresholdName): number =>
    count(text(`thresholds.${name}`), actThresholds[name], actThresholds[name]);
  const start = text('fiscalYearStart', defaultSettings.fiscalYearStart);
  return {
    version: Number(text('version', '1')),
    chamber: {
      name: text('chamber.name'),
      phone: text('chamber.phone'),
      email: text('chamber.email'),
      address: text('chamber.address'),
      privacyUrl: text('chamber.privacyUrl'),
      articlesUrl: text('chamber.articlesUrl'),
    },
    divisions: lines(text('divisions')),
    districts: lines(text('districts')),
    feeTable: lines(text('feeTable')),
    profileId: text('profileId', defaultSettings.profileId),
    fiscalYearStart: /^\d\d-\d\d$/.test(start) ? start : defaultSettings.fiscalYearStart,
    states: defaultStates.map((state) => {
      const set = text(`state.${state.id}`);
      return fixedStates.includes(state.id) || set === '' ? state : { ...state, required: set === yes };
    }),
    // Whether the file can hold a substitute shows when the file is written: the layout may change after the table.
    substitutes: readSubstituteTable(values.get('substitutes') ?? '', () => true).substitutes,
    thresholds: {
      employees: threshold('employees'),
      employeesCommerceService: threshold('employeesCommerceService'),
      capital: threshold('capital'),
    },
    levyConsent: text('levyConsent') === yes,
    judgedAt: text('judgedAt'),
    prefill: values.has('prefill') ? lines(text('prefill')) : defaultSettings.prefill,
    mailsPerDay: count(text('mailsPerDay'), 1, defaultSettings.mailsPerDay),
    roles: text('roles'),
    retention: text('retention'),
  };
}

/** Rows of 設定 for these settings, in the order in which a clerk reads them. */
export function settingCells(settings: Settings): readonly Cells[] {
  return rows.map((row) => ({ 項目: row.label, 値: row.write(settings), 説明: row.help, キー: row.key }));
}

/** What forms and mails are filled with. */
export function chamberValues(settings: Settings): ChamberValues {
  return {
    chamber: settings.chamber,
    divisions: settings.divisions.map((label) => ({ code: label, label })),
    districts: settings.districts,
    feeTable: settings.feeTable,
  };
}
