/** A chamber that carries out a survey: a list of those asked, their links, answers by the form and by hand. */
import type { Input } from '../../addon/view/protocol.ts';
import { makeUpdateKey } from '../../shared/register/update-key.ts';
import { dayNumber, dayOf } from '../../shared/text/days.ts';
import type { Built } from './built.ts';
import {
  ask,
  type Chamber,
  chamberFrom,
  newChamber,
  records,
  setupInput,
  sheetRows,
  snapshot,
} from './chamber.ts';
import { successor } from './round.ts';

export const wave = '2026-11';
export const roundId = `lobo-${wave}`;
export const deadline = '2026-12-10';
export const industries = ['建設業', '製造業', '卸売業', '小売業', 'サービス業'] as const;
export const mainChamber = '見本商工会議所';
export const otherChamber = '見本北商工会議所';

export interface Firm {
  readonly number: string;
  readonly name: string;
  readonly email: string;
  readonly chamber: string;
  readonly industry: string;
  readonly size: string;
  readonly sending: string;
}

/** Firms of two chambers; every fifth of the other. */
export function firms(count: number, change: (at: number) => Partial<Firm> = () => ({})): readonly Firm[] {
  return Array.from({ length: count }, (_unused, at) => ({
    number: String(at + 1).padStart(5, '0'),
    name: `見本商店${at + 1}`,
    email: `firm${at + 1}@example.jp`,
    chamber: at % 5 === 4 ? otherChamber : mainChamber,
    industry: industries[at % 4 === 3 ? 4 : at % 4] ?? '',
    size: at % 3 === 0 ? '5人以下' : '6〜20人',
    sending: '',
    ...change(at),
  }));
}

export const listOf = (all: readonly Firm[]): string =>
  [
    '番号,事業所名,メールアドレス,商工会議所,都道府県,業種,規模,送付の可否',
    ...all.map(
      ({ number, name, email, chamber, industry, size, sending }) =>
        `${number},${name},${email},${chamber},新潟県,${industry},${size},${sending}`,
    ),
  ].join('\n');

export const startInput = (all: readonly Firm[]): Input<'startSurvey'> => ({
  surveyId: 'lobo',
  wave,
  deadline,
  by: 'industry,chamber',
  minN: 3,
  keepDays: 30,
  source: { kind: 'text', text: listOf(all) },
});

const ready = new WeakMap<Built, Chamber>();

/** A chamber set up, with a second clerk, no survey yet. */
export function surveyChamber(built: Built): Chamber {
  let base = ready.get(built);
  if (base === undefined) {
    base = newChamber(built);
    base.workspace.addUser({ email: successor, name: '後任 職員', role: 'staff' });
    ask(base, 'setup', setupInput);
    ready.set(built, base);
  }
  return chamberFrom(built, snapshot(base), base.bookId);
}

/** The key of a firm's link, as the script makes it. */
export function keyOf(chamber: Chamber, number: string, ofRound = roundId, until = deadline): string {
  const stored = chamber.workspace.state.properties.script[`cci.secrets.${chamber.bookId}`] ?? '';
  const { secrets } = JSON.parse(stored) as {
    readonly secrets: readonly { readonly generation: number; readonly text: string }[];
  };
  const [{ generation, text } = { generation: 0, text: '' }] = secrets;
  return makeUpdateKey(
    { businessNumber: number, roundId: ofRound, expiresOn: dayOf(dayNumber(until) + 31) },
    chamber.bookId,
    { generation, secret: Uint8Array.from(Buffer.from(text, 'hex')) },
  ).token;
}

const items = [
  'conditions',
  'sales',
  'profit',
  'funds',
  'cost',
  'price',
  'staff',
  'conditionsOutlook',
] as const;
const words: Readonly<Record<(typeof items)[number], readonly string[]>> = {
  conditions: ['好転', '不変', '悪化'],
  sales: ['増加', '不変', '減少'],
  profit: ['好転', '不変', '悪化'],
  funds: ['好転', '不変', '悪化'],
  cost: ['上昇', '不変', '下落'],
  price: ['上昇', '不変', '下落'],
  staff: ['不足', '適正', '過剰'],
  conditionsOutlook: ['好転', '不変', '悪化'],
};

/** What a firm answers: the same for the same number, by key of the question. */
export function answersOf({ number, industry, size }: Firm): Readonly<Record<string, string>> {
  const n = Number(number);
  const texts = items.map((key, at): [string, string] => [
    key,
    words[key][(n * 7 + at * 3 + (n % 4)) % 3] ?? '',
  ]);
  return { ...Object.fromEntries(texts), industry, size };
}

export const surveyFormId = (chamber: Chamber, ofRound = roundId): string =>
  records(chamber, '_forms').find(({ templateId }) => templateId === `survey-${ofRound}`)?.formId ?? '';

/** Item ids of a form by key; read once for many answers. */
export function itemsOf(chamber: Chamber, formId: string): ReadonlyMap<string, string> {
  const rows = (sheetRows(chamber, '_items') ?? []).slice(1).filter((row) => row[0] === formId);
  return new Map(rows.map((row) => [row[2] ?? '', row[1] ?? '']));
}

function byItem(
  itemIds: ReadonlyMap<string, string>,
  key: string,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  const answers: Record<string, string> = {};
  const put = (name: string, text: string): void => {
    const id = itemIds.get(name);
    if (id !== undefined && text !== '') answers[id] = text;
  };
  put('updateKey', key);
  for (const [name, text] of Object.entries(texts)) put(`local.${name}`, text);
  return answers;
}

/** A firm answers on its link; the submit trigger runs. */
export function answerSurvey(
  chamber: Chamber,
  firm: Firm,
  key = keyOf(chamber, firm.number),
  texts = answersOf(firm),
): void {
  const result = chamber.runtime.submitAnswer(
    surveyFormId(chamber),
    byItem(itemsOf(chamber, surveyFormId(chamber)), key, texts),
  );
  if (result.refused !== '' || result.errors.length > 0)
    throw new Error(`refused: ${result.refused} ${JSON.stringify(result.errors)}`);
}

/** Puts many answers into the form at once, a second apart, without any trigger: the next collecting takes them in. */
export function putSurveyAnswers(chamber: Chamber, all: readonly Firm[], ofRound = roundId): void {
  const formId = surveyFormId(chamber, ofRound);
  const itemIds = itemsOf(chamber, formId);
  const form = chamber.workspace.state.forms[formId];
  if (form === undefined) throw new Error('no form');
  for (const firm of all) {
    chamber.workspace.advance(1000);
    const at = chamber.workspace.now();
    form.responses.push({
      id: chamber.workspace.newId('response'),
      createdAt: at,
      updatedAt: at,
      email: '',
      answers: byItem(itemIds, keyOf(chamber, firm.number, ofRound), answersOf(firm)),
    });
  }
}

/** Counts until sheet and document stand. */
export function tabulate(chamber: Chamber, ofRound = roundId): void {
  for (let step = 0; step < 5; step += 1)
    if (ask(chamber, 'tabulateSurvey', { roundId: ofRound }).phase === 'done') return;
  throw new Error('no end');
}

export const people = (chamber: Chamber) => records(chamber, '調査先');
