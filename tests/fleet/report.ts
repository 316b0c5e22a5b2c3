/** What a run is told as: figures, faults, and the way of the versions through the country as a graph. */
import { parse, type Spec, View } from 'vega';
import type { Line, RunResult } from './run.ts';

/** All that is told of a run, as plain data: runs come from processes of their own. */
export interface Told {
  readonly seed: number;
  readonly seconds: number;
  readonly chambers: number;
  readonly forms: number;
  readonly hours: number;
  readonly edits: number;
  readonly leavers: number;
  readonly faults: readonly string[];
  readonly reached: number;
  readonly slowest: number;
  readonly left: number;
  readonly open: number;
  readonly touched: readonly string[];
  readonly attacks: number;
  readonly refused: readonly (readonly [string, number])[];
  readonly messages: number;
  readonly callsPerRun: number;
  readonly struck: number;
  readonly mostFetches: number;
  readonly timeline: readonly Line[];
}

export function toldOf(
  { options, members, jcci, timeline, bad, attacks, hours }: RunResult,
  { reached, slowest, left, open }: Pick<Told, 'reached' | 'slowest' | 'left' | 'open'>,
  faults: readonly string[],
  seconds: number,
): Told {
  const sum = (of: (member: (typeof members)[number]) => number): number =>
    members.reduce((total, member) => total + of(member), 0);
  const runs = sum(({ chamber }) => chamber.agentRuns);
  return {
    seed: options.seed,
    seconds,
    chambers: members.length,
    forms: options.templates.length,
    hours,
    edits: sum(({ edits }) => edits.length),
    leavers: sum(({ chamber }) => chamber.left.size),
    faults,
    reached,
    slowest,
    left,
    open,
    touched: bad?.touched ?? [],
    attacks,
    refused: [...jcci.refused],
    messages: jcci.taken,
    callsPerRun: sum(({ chamber }) => chamber.agentCalls) / Math.max(1, runs),
    struck: sum(({ chamber }) => chamber.weather.struck),
    mostFetches: Math.max(...members.map(({ chamber }) => chamber.mostFetches)),
    timeline,
  };
}

export const toldLines = (told: Told): readonly string[] => [
  `種 ${told.seed}：${told.chambers} 会議所 × ${told.forms} フォーム、${told.hours} 時間を ${told.seconds.toFixed(0)} 秒で`,
  `　人による変更 ${told.edits}、担当者の退職 ${told.leavers}、失敗させた呼び出し ${told.struck}`,
  `　必須の訂正　届いた ${told.reached}（いちばん遅いところ ${told.slowest} 時間）、届かなくてよいところ ${told.left}（見送り、手動、担当者不在、設問の削除）、まだ 48 時間たたないところ ${told.open}`,
  `　悪い配布　${told.touched.length} 会議所で止まり、元へ戻した`,
  `　日商への報告 ${told.messages}、偽の報告 ${told.attacks}（受け入れ 0、断った理由 ${told.refused.map(([why, count]) => `${why} ${count}`).join('、')}）`,
  `　1 回の見回りの呼び出し ${told.callsPerRun.toFixed(1)}、1 日の取得は多くて ${told.mostFetches}（上限 20,000）`,
  ...(told.faults.length === 0
    ? ['　守るべきことは、すべて守られました']
    : told.faults.slice(0, 20).map((fault) => `　✗ ${fault}`)),
];

/** Colours that are told apart by the colour-blind and in grey (Okabe and Ito), from light to dark. */
const colours = ['#d9d9d9', '#56b4e9', '#d55e00', '#003f5c'];

/** How many chambers have which version, hour by hour. */
export async function timelineSvg({ timeline, chambers, seed }: Told): Promise<string> {
  const versions = [...new Set(timeline.map(({ version }) => version))].sort();
  const hours = [...new Set(timeline.map(({ hour }) => hour))];
  const counts = new Map(timeline.map(({ hour, version, count }) => [`${hour} ${version}`, count]));
  const values = hours.flatMap((hour) =>
    versions.map((version) => ({
      hour,
      version: version === '' ? '同梱の版' : version,
      count: counts.get(`${hour} ${version}`) ?? 0,
    })),
  );
  const spec: Spec = {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    width: 760,
    height: 300,
    padding: 8,
    background: 'white',
    title: {
      text: `版ごとの会議所の数（${chambers} 会議所、種 ${seed}）`,
      font: 'Noto Sans CJK JP',
      fontSize: 15,
      anchor: 'start',
    },
    data: [
      {
        name: 'table',
        values,
        transform: [{ type: 'stack', groupby: ['hour'], sort: { field: 'version' }, field: 'count' }],
      },
    ],
    scales: [
      {
        name: 'x',
        type: 'linear',
        range: 'width',
        domain: { data: 'table', field: 'hour' },
        nice: false,
        zero: true,
      },
      { name: 'y', type: 'linear', range: 'height', domain: [0, chambers], nice: false },
      {
        name: 'colour',
        type: 'ordinal',
        range: colours,
        domain: { data: 'table', field: 'version', sort: true },
      },
    ],
    axes: [
      {
        orient: 'bottom',
        scale: 'x',
        title: '最初の配布からの時間',
        titleFont: 'Noto Sans CJK JP',
        tickCount: 12,
      },
      { orient: 'left', scale: 'y', title: '会議所の数', titleFont: 'Noto Sans CJK JP' },
    ],
    legends: [{ fill: 'colour', orient: 'top', labelFont: 'Noto Sans CJK JP' }],
    marks: [
      {
        type: 'group',
        from: { facet: { name: 'series', data: 'table', groupby: 'version' } },
        marks: [
          {
            type: 'area',
            from: { data: 'series' },
            encode: {
              enter: {
                interpolate: { value: 'step-after' },
                x: { scale: 'x', field: 'hour' },
                y: { scale: 'y', field: 'y0' },
                y2: { scale: 'y', field: 'y1' },
                fill: { scale: 'colour', field: 'version' },
              },
            },
          },
        ],
      },
    ],
  };
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
}
