/**
 * The chamber's settings (sheet 設定): one row a setting, found by its hidden key, so that a clerk may reword what
 * is shown. One reader; a row that is missing has its default.
 */
import { defaultStates, type StateDefinition } from '../../../shared/change/states.ts';
import type { ChamberValues } from '../../../shared/template/template.ts';
import type { Cells, Row } from '../port.ts';

export interface Settings {
  /** Layout of the stored settings; raised when a reader has to upgrade. */
  readonly version: number;
  readonly chamber: ChamberValues['chamber'];
  readonly divisions: readonly string[];
  readonly districts: readonly string[];
  readonly profileId: string;
  /** `MM-DD`. */
  readonly fiscalYearStart: string;
  readonly states: readonly StateDefinition[];
  /** Characters that the core system cannot take → what this chamber writes instead. */
  readonly substitutes: Readonly<Record<string, string>>;
}

export const settingsVersion = 1;

export const defaultSettings: Settings = {
  version: settingsVersion,
  chamber: { name: '', phone: '', email: '', address: '', privacyUrl: '', articlesUrl: '' },
  divisions: [],
  districts: [],
  profileId: 'toas-provisional',
  fiscalYearStart: '04-01',
  states: defaultStates,
  substitutes: {},
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
  {
    key: 'substitutes',
    label: '代わりの文字',
    help: '基幹システムが扱えない文字の置きかえです。1行に1つ「鷗=鴎」のように書きます。CSVだけに使われます。',
    write: (s) => list(Object.entries(s.substitutes).map(([from, to]) => `${from}=${to}`)),
  },
];

const lines = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function readSubstitutes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of lines(text)) {
    const at = line.search(/[=＝]/);
    if (at > 0) found[line.slice(0, at).trim()] = line.slice(at + 1).trim();
  }
  return found;
}

/** Settings from the rows of 設定. */
export function readSettings(read: readonly Row[]): Settings {
  const values = new Map(read.map((row) => [row.cells.キー ?? '', row.cells.値 ?? '']));
  const text = (key: string, otherwise = ''): string => {
    const found = values.get(key)?.trim() ?? '';
    return found === '' ? otherwise : found;
  };
  const start = text('fiscalYearStart', defaultSettings.fiscalYearStart);
  return {
    version: Number(text('version', String(settingsVersion))),
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
    profileId: text('profileId', defaultSettings.profileId),
    fiscalYearStart: /^\d\d-\d\d$/.test(start) ? start : defaultSettings.fiscalYearStart,
    states: defaultStates.map((state) => {
      const set = text(`state.${state.id}`);
      return fixedStates.includes(state.id) || set === '' ? state : { ...state, required: set === yes };
    }),
    substitutes: readSubstitutes(values.get('substitutes') ?? ''),
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
  };
}
