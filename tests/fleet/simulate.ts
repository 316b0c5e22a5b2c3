/** `npm run simulate:fleet`: runs of the whole fleet, side by side, each in a process of its own. 1 when anything that must hold did not. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { templateIds } from '../../scripts/library.ts';
import { todayInJapan } from '../../scripts/today.ts';
import { loadSimulation } from './bundle.ts';
import { type Told, timelineSvg, toldLines, toldOf } from './report.ts';

process.env.TZ = 'Asia/Tokyo';

const { values: given } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    chambers: { type: 'string', default: '515' },
    /** Share of calls that fail. */
    faults: { type: 'string', default: '0.05' },
    out: { type: 'string' },
    /** Keeps what was found in docs/fleet.md. */
    docs: { type: 'boolean', default: false },
    /** One run in this process; its result goes out as JSON. */
    one: { type: 'string' },
  },
});

/** Three seeds on two processors are through sooner than two and then one; a run takes about a gigabyte. */
const mostAtOnce = 3;

/** Fourteen forms: one of each template, and seminar after seminar. */
function fourteen(): readonly string[] {
  const ids = templateIds();
  return [...ids, ...Array<string>(Math.max(0, 14 - ids.length)).fill('seminar-registration')].slice(0, 14);
}

async function one(seed: number): Promise<void> {
  const { run, corrections, faultsOf, simulatedReleases } = await loadSimulation();
  const began = Date.now();
  const result = run(
    {
      seed,
      chambers: Number(given.chambers),
      templates: fourteen(),
      releases: simulatedReleases(),
      faults: Number(given.faults),
    },
    (line) => process.stderr.write(`種 ${seed}　${line}\n`),
  );
  const told = toldOf(result, corrections(result), faultsOf(result), (Date.now() - began) / 1000);
  process.stdout.write(JSON.stringify(told));
}

/** Runs a seed in a child; what it says on the way goes to stderr. */
function inChild(seed: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const self = fileURLToPath(import.meta.url);
    const words = [
      '--max-semi-space-size=64',
      '--import',
      'tsx',
      self,
      '--one',
      seed,
      '--chambers',
      given.chambers,
      '--faults',
      given.faults,
    ];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Told);
      else reject(new Error(`種 ${seed} の実行が、終了コード ${code} で終わりました。`));
    });
  });
}

const docs = (path: string): string => fileURLToPath(new URL(`../../docs/${path}`, import.meta.url));

/** What stands in the documentation: the lines as printed, and the first run as a graph. */
async function keep(told: readonly Told[], seconds: number): Promise<void> {
  const [first] = told;
  if (first !== undefined) writeFileSync(docs('pictures/fleet-timeline.svg'), await timelineSvg(first));
  const machine = `${cpus().length} コア、メモリー ${Math.round(totalmem() / 2 ** 30)} GiB、Node.js ${process.version}`;
  writeFileSync(
    docs('fleet.md'),
    [
      '# 全国への配布の実験',
      '',
      '`npm run simulate:fleet -- --docs` が書き出しました。製品の処理そのものを、515 会議所の分、仮想の時計で動かします。三つの版を順に配り、二つ目は悪い版です。',
      `その間に職員がフォームを直し、担当者が辞め、呼び出しの ${Number(given.faults) * 100}% が失敗し、偽の報告が届きます。守るべきことが一つでも破れると、終了コードは 1 です。`,
      '',
      `測定日：${todayInJapan()}　機械：${machine}　全部で ${seconds.toFixed(0)} 秒（目標 300 秒以下）`,
      '',
      '```text',
      ...told.flatMap(toldLines),
      '```',
      '',
      '![版ごとの会議所の数の移り変わり](pictures/fleet-timeline.svg)',
      '',
    ].join('\n'),
  );
}

async function all(): Promise<number> {
  const seeds = given.seeds.split(',').filter((seed) => /^\d+$/.test(seed));
  const told: Told[] = [];
  const began = Date.now();
  const next = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) told.push(await inChild(seed));
  };
  await Promise.all(Array.from({ length: mostAtOnce }, next));
  told.sort((a, b) => a.seed - b.seed);
  for (const line of told.flatMap(toldLines)) console.log(line);
  const seconds = (Date.now() - began) / 1000;
  console.log(`全部で ${seconds.toFixed(0)} 秒`);
  if (given.docs) await keep(told, seconds);
  if (given.out !== undefined) {
    mkdirSync(given.out, { recursive: true });
    for (const one_ of told) {
      writeFileSync(join(given.out, `timeline-${one_.seed}.svg`), await timelineSvg(one_));
    }
    writeFileSync(join(given.out, 'fleet.json'), `${JSON.stringify(told, null, 1)}\n`);
    console.log(`図と記録を書きました：${given.out}`);
  }
  return told.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

if (given.one === undefined) process.exitCode = await all();
else await one(Number(given.one));
