/**
 * Bench: plans of updates. A form of 60 questions, and a plan for every shipped template in each of 515 chambers, every copy
 * customised in its own way, one process. The chambers are drawn from a fixed seed.
 */

import { planForm } from '../../shared/form/make.ts';
import type { FormPlan, PlannedItem, PlannedSection } from '../../shared/form/plan.ts';
import { mergeForms } from '../../shared/merge/merge.ts';
import type { ChamberValues } from '../../shared/template/template.ts';
import { loadCatalogue, loadTemplate, templateIds } from '../library.ts';
import type { BenchRow } from './row.ts';

const chambers = 515;
const formsEach = 14;

/** Numbers from 0 up to but not including 1, the same at every run (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Change = (item: PlannedItem, draw: () => number) => PlannedItem;

const option = (label: string) => ({ code: label, label });

/** What a person does to a question; each kind about as often as the next. */
const changes: readonly Change[] = [
  (item) => ({ ...item, title: `${item.title}（変更）` }),
  (item) => ({ ...item, help: `${item.help}分からないときは空欄で構いません。` }),
  (item) => ({ ...item, required: !item.required }),
  (item) =>
    item.options.length === 0 || item.options.some((one) => one.goTo !== undefined)
      ? item
      : { ...item, options: [...item.options, option('青年部')] },
];

const mapItems = (
  form: FormPlan,
  map: (items: readonly PlannedItem[]) => readonly PlannedItem[],
): FormPlan => ({
  ...form,
  sections: form.sections.map((section): PlannedSection => ({ ...section, items: map(section.items) })),
});

/** A form after somebody's changes: one question in six changed, one in thirty dropped, one in ten pages with a new one. */
function changed(form: FormPlan, draw: () => number, mark: string): FormPlan {
  let made = 0;
  return mapItems(form, (items) => {
    const kept = items.flatMap((item) => {
      const luck = draw();
      if (luck < 1 / 30 && !item.required && item.options.every((one) => one.goTo === undefined)) return [];
      const change = luck < 1 / 5 ? changes[Math.floor(draw() * changes.length)] : undefined;
      return [change === undefined ? item : change(item, draw)];
    });
    if (draw() > 1 / 10) return kept;
    made++;
    const key = mark === 'own' ? `own.${made}` : `local.${mark}-${made}`;
    const added: PlannedItem = {
      key,
      type: 'short',
      title: `加えた設問 ${mark} ${made}`,
      help: '',
      required: false,
      options: [],
      other: false,
    };
    return [...kept, added];
  });
}

/** A form of `count` questions on pages of ten, of all kinds that answers are made of. */
function formOf(count: number): FormPlan {
  const types = ['short', 'choice', 'paragraph', 'list', 'checkbox', 'date'] as const;
  const item = (at: number): PlannedItem => {
    const type = types[at % types.length] ?? 'short';
    const chooses = type === 'choice' || type === 'list' || type === 'checkbox';
    return {
      key: `local.q${at}`,
      type,
      title: `設問 ${at}`,
      help: `設問 ${at} の説明です。`,
      required: at % 5 === 0,
      options: chooses ? Array.from({ length: 8 }, (_, one) => option(`選択肢 ${one + 1}`)) : [],
      other: false,
    };
  };
  return {
    templateId: 'sixty',
    templateVersion: '1.0.0',
    title: '設問の多いフォーム',
    description: '',
    settings: {
      collectEmail: false,
      progressBar: true,
      limitOneResponse: false,
      allowEdit: false,
      shuffleQuestions: false,
      confirmation: '',
      closedMessage: '',
      closesOn: '',
    },
    sections: Array.from({ length: Math.ceil(count / 10) }, (_, page) => ({
      key: `page-${page + 1}`,
      title: `ページ ${page + 1}`,
      help: '',
      items: Array.from({ length: 10 }, (_one, at) => item(page * 10 + at)),
    })),
    retired: [],
  };
}

function valuesOf(chamber: number): ChamberValues {
  return {
    chamber: {
      name: `見本${chamber}商工会議所`,
      phone: '0000-00-0000',
      email: `info@mihon${chamber}.example.jp`,
      address: '見本県見本市',
      privacyUrl: 'https://example.jp/privacy',
      articlesUrl: 'https://example.jp/articles',
    },
    divisions: [{ code: 'commerce', label: '商業部会' }],
    districts: ['中央', '東'],
    feeTable: ['法人　年額 12,000 円', '個人　年額 6,000 円'],
  };
}

export async function run(): Promise<readonly BenchRow[]> {
  const sixty = formOf(60);
  const theirs = { ...changed(sixty, drawn(1), 'jcci'), templateVersion: '1.1.0' };
  const ours = changed(sixty, drawn(2), 'own');
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round < 41; round++) {
    const started = performance.now();
    size = mergeForms(sixty, theirs, ours, []).plan.operations.length;
    times.push(performance.now() - started);
  }
  const first = times[0] ?? 0;
  const middle = [...times].sort((a, b) => a - b)[20] ?? 0;

  const catalogue = loadCatalogue();
  const templates = templateIds().map((id) => loadTemplate(id, catalogue));
  const started = performance.now();
  let plans = 0;
  let operations = 0;
  let conflicts = 0;
  for (let chamber = 1; chamber <= chambers; chamber++) {
    const values = valuesOf(chamber);
    const bases = templates.map((template) => planForm(template, catalogue, values));
    while (bases.length < formsEach) bases.push(sixty);
    bases.slice(0, formsEach).forEach((base, at) => {
      const next = { ...changed(base, drawn(at + 1), 'jcci'), templateVersion: '9.0.0' };
      const { plan } = mergeForms(base, next, changed(base, drawn(chamber * 100 + at), 'own'), []);
      plans++;
      operations += plan.operations.length;
      conflicts += plan.conflicts.length;
    });
  }
  const seconds = (performance.now() - started) / 1000;
  return [
    {
      name: `60 問のフォームの更新の計画（操作 ${size} 件。中央値。最初の一回は ${first.toFixed(1)} ms）`,
      value: `${middle.toFixed(1)} ms`,
      target: '20 ms 以下',
      ok: middle <= 20,
    },
    {
      name: `${chambers} 会議所 × ${formsEach} 種の更新の計画（一つのプロセスで ${plans.toLocaleString('en')} 件。操作 ${operations.toLocaleString('en')} 件、要判断 ${conflicts.toLocaleString('en')} 件）`,
      value: `${seconds.toFixed(1)} 秒`,
      target: '60 秒以下',
      ok: seconds <= 60 && plans === chambers * formsEach,
    },
  ];
}
