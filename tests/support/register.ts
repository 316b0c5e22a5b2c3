/** A chamber with a ledger, a round of the register and its links, for job tests: rows written as the jobs would. */
import { askedId, baseCells, roundCells } from '../../apps-script/jobs/book/round.ts';
import type { Cells } from '../../apps-script/jobs/port.ts';
import { makeUpdateKey } from '../../shared/register/update-key.ts';
import type { Built } from './built.ts';
import {
  ask,
  type Chamber,
  chamberFrom,
  newChamber,
  setupInput,
  sheetRows,
  snapshot,
  theForm,
} from './chamber.ts';

export const deadline = '2026-12-31';
const secretText = '0123456789abcdef'.repeat(4);

export interface Business {
  readonly 事業所番号: string;
  readonly 事業所名: string;
  readonly [label: string]: string;
}

export const businesses: readonly Business[] = [
  {
    事業所番号: '000101',
    事業所名: '株式会社見本製作所',
    電話番号: '03-1111-6789',
    住所: '見本県見本市北町1-2-3',
    メールアドレス: 'works@example.jp',
  },
  { 事業所番号: '000102', 事業所名: '見本商店', 電話番号: '03-1111-1111', 住所: '見本県見本市東2-1' },
  { 事業所番号: '000103', 事業所名: '見本食堂', 電話番号: '03-1111-2222', 住所: '見本県見本市西3-1' },
];

/** What the link of each business was made with. */
const base = (one: Business) => ({
  name: one.事業所名,
  phone: one.電話番号 ?? '',
  address: one.住所 ?? '',
});

/** Adds rows below those that stand, as text. */
export function putRows(chamber: Chamber, sheetName: string, rows: readonly Cells[]): void {
  const header = sheetRows(chamber, sheetName)?.[0] ?? [];
  const sheet = chamber.workspace.state.spreadsheets[chamber.bookId]?.sheets.find(
    (one) => one.name === sheetName,
  );
  if (sheet === undefined) throw new Error(`no sheet ${sheetName}`);
  const first = Math.max(0, ...Object.keys(sheet.cells).map(Number)) + 1;
  rows.forEach((cells, index) => {
    for (const label of Object.keys(cells)) if (!header.includes(label)) throw new Error(`no ${label}`);
    sheet.cells[first + index] = Object.fromEntries(
      header.flatMap((label, column) => {
        const v = cells[label] ?? '';
        return v === '' ? [] : [[column, { t: 'text', v }]];
      }),
    );
  });
}

export function tokenOf(
  chamber: Chamber,
  businessNumber: string,
  more: { roundId?: string; chamberId?: string; expiresOn?: string } = {},
) {
  return makeUpdateKey(
    { businessNumber, roundId: more.roundId ?? 'R8', expiresOn: more.expiresOn ?? deadline },
    more.chamberId ?? chamber.bookId,
    { generation: 0, secret: Uint8Array.from(Buffer.from(secretText, 'hex')) },
  );
}

function round(roundId: string, last: string, formId: string, state: 'open' | 'closed'): Cells {
  return roundCells({
    version: 1,
    roundId,
    formId,
    startedAt: '2026-11-24T10:00:00+09:00',
    startedBy: '',
    deadline: last,
    generation: 0,
    prefill: [],
    linkPattern: '',
    filter: { tokusho: false, member: '', divisions: [] },
    asked: businesses.length,
    sendingBy: '',
    letters: [],
    rekeyed: 0,
    sending: { hash: '', done: true },
    state,
  });
}

const askedCells = (chamber: Chamber, roundId: string, one: Business): Cells => ({
  回: roundId,
  事業所番号: one.事業所番号,
  事業所名: one.事業所名,
  回答: '未回答',
  照会ID: askedId(roundId, one.事業所番号),
  ref: tokenOf(chamber, one.事業所番号, { roundId }).ref,
  ...baseCells(base(one)),
});

/** Adds businesses to the ledger that are asked in R8; gives their numbers. */
export function moreBusinesses(chamber: Chamber, count: number): readonly string[] {
  const made = Array.from({ length: count }, (_unused, index) => ({
    事業所番号: String(200_001 + index),
    事業所名: `見本商会${index}`,
    電話番号: `03-3333-${1000 + index}`,
  }));
  putRows(chamber, '台帳', made);
  putRows(
    chamber,
    '照会',
    made.map((one) => askedCells(chamber, 'R8', one)),
  );
  return made.map((one) => one.事業所番号);
}

const readyStates = new WeakMap<Built, Chamber>();

/** Businesses asked in R8, which runs, and in R7, which is over; each call a copy of its own. */
export function registerChamber(built: Built): Chamber {
  const ready = readyStates.get(built) ?? prepared(built);
  readyStates.set(built, ready);
  return chamberFrom(built, snapshot(ready), ready.bookId);
}

function prepared(built: Built): Chamber {
  const chamber = newChamber(built);
  ask(chamber, 'setup', setupInput);
  ask(chamber, 'createForm', { templateId: 'register-update' });
  const { formId } = { formId: theForm(chamber).id };
  const secrets = { version: 1, secrets: [{ generation: 0, text: secretText }] };
  chamber.workspace.state.properties.script[`cci.secrets.${chamber.bookId}`] = JSON.stringify(secrets);
  putRows(chamber, '台帳', businesses);
  putRows(chamber, '_rounds', [
    round('R7', '2025-12-31', formId, 'closed'),
    round('R8', deadline, formId, 'open'),
  ]);
  const asked = ['R7', 'R8'].flatMap((roundId) => businesses.map((one) => askedCells(chamber, roundId, one)));
  putRows(chamber, '照会', asked);
  return chamber;
}

/** Answers by item id; only what is given is answered. */
function answersOf(chamber: Chamber, texts: Readonly<Record<string, string>>): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const row of (sheetRows(chamber, '_items') ?? []).slice(1)) {
    const text = texts[row[2] ?? ''];
    if (text !== undefined) answers[row[1] ?? ''] = text;
  }
  return answers;
}

/** A business answers on its link; submit triggers run. */
export function answerRegister(chamber: Chamber, texts: Readonly<Record<string, string>>): void {
  const result = chamber.runtime.submitAnswer(theForm(chamber).id, answersOf(chamber, texts));
  if (result.refused !== '' || result.errors.length > 0) {
    throw new Error(`refused: ${result.refused} ${JSON.stringify(result.errors)}`);
  }
}

/** Puts answers into the form without any trigger, as if the triggers had failed. */
export function putRegisterAnswers(chamber: Chamber, all: readonly Readonly<Record<string, string>>[]): void {
  for (const texts of all) {
    chamber.workspace.advance(1000);
    const at = chamber.workspace.now();
    const id = chamber.workspace.newId('response');
    theForm(chamber).responses.push({
      id,
      createdAt: at,
      updatedAt: at,
      email: '',
      answers: answersOf(chamber, texts),
    });
  }
}

export const unchanged = { changeStatus: '変更なし', respondentName: '見本 花子' };
export const changed = { changeStatus: '変更あり', respondentName: '見本 花子', operatingStatus: '営業中' };

/** A telephone answer typed in by the clerk and approved as it is. */
export function approveChange(chamber: Chamber, businessNumber: string, typed: Record<string, string>): void {
  const answer = ask(chamber, 'enterAnswer', {
    businessNumber,
    ground: '電話',
    typed: { changeStatus: '変更あり', respondentName: '見本 花子', ...typed },
  });
  const takes = Object.fromEntries(answer.differences.map(({ key }) => [key, 'answer']));
  const { answerId, version } = answer;
  ask(chamber, 'decideAnswer', {
    answerId,
    version,
    action: 'approve',
    takes,
    businessNumber: '',
    reason: '電話で確認',
  });
}
