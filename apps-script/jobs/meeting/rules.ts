/** What the bylaws say about votes of those who do not come, and what kind a meeting is: rows of 設定. */
import { type MeetingKind, meetingKinds } from '../../../shared/change/quorum.ts';
import type { Book } from '../book/book.ts';
import type { FormRow } from '../book/forms.ts';
import { settingsTable } from '../book/tables.ts';
import { settingText } from '../book/write-setting.ts';
import type { Cells } from '../port.ts';

export interface MeetingRules {
  /** 議員総会: proxies and votes in writing count as present (商工会議所法50条; by the bylaws, 17条2項). */
  readonly assembly: boolean;
  /** 常議員会: the same; not said by the Act (53条), so only by the bylaws. */
  readonly board: boolean;
  /** The bylaws let an answer by form stand for the paper (電磁的方法, 17条4項). */
  readonly electronic: boolean;
}

const yes = 'はい';
const no = 'いいえ';

const rows: readonly {
  readonly name: keyof MeetingRules;
  readonly otherwise: boolean;
  readonly label: string;
  readonly help: string;
}[] = [
  {
    name: 'assembly',
    otherwise: true,
    label: '議員総会で委任・書面を出席に数える',
    help: '定款に定めがあれば、委任・書面で議決した議員は出席とみなされます（商工会議所法50条）。',
  },
  {
    name: 'board',
    otherwise: false,
    label: '常議員会で委任・書面を出席に数える',
    help: '商工会議所法53条は、委任・書面の決まりを常議員会に当てはめていません。定款に定めがあるときだけ「はい」にしてください（未検証）。',
  },
  {
    name: 'electronic',
    otherwise: false,
    label: 'フォームの回答を委任状・議決書の代わりにする',
    help: '定款に電磁的方法の定めがあるときだけ「はい」にしてください。「いいえ」のあいだは、書面が届いたことを1件ずつ記録します。',
  },
];

export const kindLabels: Readonly<Record<MeetingKind, string>> = {
  assembly: '議員総会',
  board: '常議員会',
  other: '委員会・部会など（定足数を数えない）',
};

const keyOf = (name: keyof MeetingRules): string => `meeting.${name}`;
const kindKey = (formId: string): string => `meeting.kind.${formId}`;

export function readRules(book: Book): MeetingRules {
  const read = rows.map(({ name, otherwise }) => {
    const text = settingText(book, keyOf(name)).trim();
    return [name, text === '' ? otherwise : text === yes] as const;
  });
  const [assembly, board, electronic] = read.map(([, on]) => on);
  return { assembly: assembly === true, board: board === true, electronic: electronic === true };
}

/** As staff said, else by the meeting's name: a form for 議員総会 serves the 常議員会 too. */
export function kindOf(book: Book, form: FormRow): MeetingKind {
  const said = settingText(book, kindKey(form.formId)).trim();
  const known = meetingKinds.find((kind) => kindLabels[kind] === said);
  if (known !== undefined) return known;
  const name = form.values.meetingName ?? '';
  if (/常議員会/.test(name)) return 'board';
  return form.templateId === 'meeting-attendance' || /議員総会/.test(name) ? 'assembly' : 'other';
}

/** Whether votes of those who do not come count at this kind of meeting. */
export const countsVotes = (kind: MeetingKind, rules: MeetingRules): boolean =>
  kind === 'assembly' ? rules.assembly : kind === 'board' && rules.board;

/** Writes what differs; rows that are missing are added with their words. */
export function writeRules(book: Book, form: FormRow, kind: MeetingKind, rules: MeetingRules): void {
  const texts: readonly Cells[] = [
    ...rows.map(({ name, label, help }) => ({
      項目: label,
      値: rules[name] ? yes : no,
      説明: help,
      キー: keyOf(name),
    })),
    {
      項目: `会議の種類（${form.values.meetingName ?? ''}）`,
      値: kindLabels[kind],
      説明: '会議の出欠で、定足数の数え方を決めます。「会議の出欠」の画面で変えられます。',
      キー: kindKey(form.formId),
    },
  ];
  const standing = new Map(book.rows(settingsTable).map((row) => [row.cells.キー ?? '', row]));
  const changed = new Map<number, Cells>();
  const added: Cells[] = [];
  for (const cells of texts) {
    const row = standing.get(cells.キー ?? '');
    if (row === undefined) added.push(cells);
    else if (row.cells.値 !== cells.値) changed.set(row.at, { ...row.cells, 値: cells.値 ?? '' });
  }
  book.update(settingsTable, changed);
  book.append(settingsTable, added);
}
