/** Invented answers of invented chambers, large and small: what the page is shown with in tests. */

import type { Viewer } from '../../../apps-script/jobs/dashboard/door.ts';
import { type Edition, editionOf, type ShownRound } from '../../../apps-script/jobs/dashboard/edition.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition/schema.ts';
import { testDefinition, testLists } from '../../../shared/survey/testing/definitions.ts';
import { dashboardView } from '../../view/dashboard.ts';
import type { DashboardChoice, DashboardView } from '../../view/dashboard-protocol.ts';

const items = [
  ['conditions', '業況'],
  ['sales', '売上'],
  ['profit', '採算'],
  ['funds', '資金繰り'],
  ['cost', '仕入単価'],
  ['price', '販売単価'],
  ['staff', '従業員'],
] as const;

const option = (code: string, label: string) => ({ code, label });

/** @param count how many of the items are asked */
export function sampleDefinition(count: number = items.length): SurveyDefinition {
  return testDefinition((document) => {
    document.id = 'lobo';
    document.title = '見本景気観測';
    document.short = '見本観測';
    document.topics = [];
    const [industry, ...regions] = document.dimensions as readonly object[];
    document.dimensions = [
      {
        ...industry,
        options: ['建設業', '製造業', '卸売業', '小売業', 'サービス業'].map((label, at) =>
          option(`i${at}`, label),
        ),
      },
      ...regions,
    ];
    const question = (key: string, label: string) => ({
      key,
      label,
      title: `${label}は、前の年の同じ月と比べてどうですか`,
      section: 'main',
      type: 'choice',
      scale: 'better',
    });
    document.questions = [
      ...items.slice(0, count).map(([key, label]) => question(key, label)),
      ...items.slice(0, count).map(([key, label]) => ({
        ...question(`${key}Outlook`, `${label}（先行き）`),
        outlookOf: key,
      })),
      {
        key: 'problems',
        label: '経営上の問題',
        title: '経営上の問題は何ですか（いくつでも）',
        section: 'main',
        type: 'choices',
        options: ['需要の停滞', '仕入・燃料の上昇', '人手不足', '人件費の増加', '後継者がいない'].map(
          (label, at) => option(`p${at}`, label),
        ),
      },
    ];
  });
}

export interface SampleChamber {
  readonly name: string;
  readonly prefecture: string;
  readonly firms: number;
}

/** 見本小浜 has two firms: nobody else may learn of them. */
export const sampleChambers: readonly SampleChamber[] = [
  { name: '見本青森商工会議所', prefecture: '青森県', firms: 34 },
  { name: '見本弘前商工会議所', prefecture: '青森県', firms: 18 },
  { name: '見本小浜商工会議所', prefecture: '岩手県', firms: 2 },
  { name: '見本盛岡商工会議所', prefecture: '岩手県', firms: 21 },
  { name: '見本大阪商工会議所', prefecture: '大阪府', firms: 61 },
  { name: '見本堺商工会議所', prefecture: '大阪府', firms: 27 },
  { name: '見本京都商工会議所', prefecture: '京都府', firms: 40 },
];

const answers = ['好転', '不変', '悪化'] as const;
const industries = ['建設業', '製造業', '卸売業', '小売業', 'サービス業'] as const;
const problems = ['需要の停滞', '仕入・燃料の上昇', '人手不足', '人件費の増加', '後継者がいない'] as const;

/** A number between 0 and 99 that looks like chance and is the same each time. */
function chance(...from: readonly number[]): number {
  let state = 7;
  for (const one of from) state = (Math.imul(state ^ (one + 1), 2654435761) >>> 0) ^ (state >>> 13);
  return (Math.imul(state, 1597334677) >>> 8) % 100;
}

function answerOf(question: number, firm: number, wave: number): string {
  const better = 14 + ((question * 11 + wave * 3) % 25);
  const worse = 18 + ((question * 17 + wave * 5) % 30);
  const at = chance(question, firm, wave);
  return at < better ? answers[0] : at < better + worse ? answers[2] : answers[1];
}

function rowsOf(wave: string, at: number, chambers: readonly SampleChamber[]): readonly string[] {
  let firm = 0;
  return chambers.flatMap(({ name, prefecture, firms }) =>
    Array.from({ length: firms }, (_unused, own) => {
      firm += 1;
      const figures = items.flatMap((_item, question) => answerOf(question, firm, at));
      const ahead = items.flatMap((_item, question) => answerOf(question + 20, firm, at));
      const named = problems.filter((_problem, place) => chance(place + 50, firm, at) < 62 - place * 11);
      return [
        `k${firm}`,
        wave,
        industries[own % industries.length] ?? '',
        prefecture,
        name,
        ...figures,
        ...ahead,
        named.join(';'),
      ].join(',');
    }),
  );
}

const waves: readonly string[] = ['2026-10', '2026-09', '2025-10'];

export const sampleRounds = (definition: SurveyDefinition): readonly ShownRound[] =>
  waves.map((wave) => ({ roundId: `lobo-${wave}`, surveyId: 'lobo', definition, wave, minN: 3 }));

const header = [
  'respondent',
  'wave',
  'industry',
  'prefecture',
  'chamber',
  ...items.map(([key]) => key),
  ...items.map(([key]) => `${key}Outlook`),
  'problems',
].join(',');

const bytesOf = (lines: readonly string[]): Uint8Array => encodeUtf8(`${[header, ...lines].join('\n')}\n`);

const made = new Map<string, Edition>();

/** Counted once for a reader, a wave and chambers. */
function sampleEdition(viewer: Viewer, round: ShownRound, chambers: readonly SampleChamber[]): Edition {
  const key = JSON.stringify([viewer, round.wave, chambers, round.definition.questions.length]);
  const edition = made.get(key) ?? countedEdition(viewer, round, chambers);
  made.set(key, edition);
  return edition;
}

function countedEdition(viewer: Viewer, round: ShownRound, chambers: readonly SampleChamber[]): Edition {
  const at = waves.indexOf(round.wave);
  const previous = at === 0 ? [rowsOf('2026-09', 1, chambers), rowsOf('2025-10', 2, chambers)].flat() : [];
  return editionOf(
    {
      round,
      lists: testLists,
      answers: { file: '回答', bytes: bytesOf(rowsOf(round.wave, at, chambers)) },
      previous: previous.length === 0 ? [] : [{ file: '前の回の回答', bytes: bytesOf(previous) }],
      shown: [],
    },
    viewer,
  );
}

export const sampleChoice: DashboardChoice = {
  roundId: '',
  level: 'nation',
  name: '',
  industry: '',
  question: '',
};

/** What the server would answer. */
export function sampleView(
  viewer: Viewer,
  choice: DashboardChoice = sampleChoice,
  chambers = sampleChambers,
  count: number = items.length,
): DashboardView {
  const rounds = sampleRounds(sampleDefinition(count));
  const round = rounds.find(({ roundId }) => roundId === choice.roundId) ?? rounds[0];
  if (round === undefined) throw new Error('no round');
  return dashboardView(viewer, rounds, sampleEdition(viewer, round, chambers), choice);
}
