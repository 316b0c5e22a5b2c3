/**
 * The plan of an update in plain Japanese: groups that a clerk reads, one sentence each, and what a conflict asks. The same
 * words stand in the add-on, in 変更履歴 and on the command line.
 */
import type { Conflict, Kept, Operation, Refused, UpdatePlan } from './model.ts';
import { ownershipWords, partOf, typeWords, valueWords } from './value-words.ts';

export const planGroups = ['added', 'changed', 'kept', 'left-out', 'refused'] as const;
export type PlanGroup = (typeof planGroups)[number];

export const groupWords: Readonly<Record<PlanGroup | 'conflicts', readonly [string, string]>> = {
  added: ['追加', '新しく加わるところ'],
  changed: ['変更', '日商の新しい内容になるところ'],
  kept: ['残す', '自所で直したまま残るところ'],
  'left-out': ['外したまま', '自所で外したので、加えないところ'],
  conflicts: ['要判断', 'どちらにするか、選ぶところ'],
  refused: ['できないこと', 'いまのフォームでは、更新できないところ'],
};

/** One thing that an update does or leaves. */
export interface EntryWords {
  readonly group: PlanGroup;
  readonly element: string;
  readonly property: string;
  readonly title: string;
  readonly part: string;
  /** What will happen, one sentence. */
  readonly what: string;
  /** The same when it has happened; '' for what changes nothing. */
  readonly done: string;
  readonly before: string;
  readonly after: string;
  readonly ownership: string;
}

type Titles = UpdatePlan['titles'];

function titleOf(element: string, titles: Titles): string {
  if (element === 'form') return 'フォーム全体';
  const title = titles[element] ?? '';
  return title === ''
    ? element.startsWith('section.')
      ? '（見出しのないページ）'
      : '（題のない項目）'
    : title;
}

const thing = (element: string): string => (element.startsWith('section.') ? 'ページ' : '設問');
const where = (place: string | null, titles: Titles): string =>
  place === null ? '最初' : `「${titleOf(place, titles)}」の次`;

/** `will` and `did` of a verb: 「加えます」「加えました」. */
const both = (words: string, verb: readonly [string, string]): readonly [string, string] => [
  `${words}${verb[0]}`,
  `${words}${verb[1]}`,
];
const adds = ['加えます。', '加えました。'] as const;
const moves = ['移します。', '移しました。'] as const;
const makes = ['直します。', '直しました。'] as const;

function lines(value: string): readonly string[] {
  return value.split('\n').filter((line) => line !== '');
}

/** 「業種」の選択肢を2つ加え、1つ外します。 */
function listWords(title: string, part: string, before: string, after: string): readonly [string, string] {
  const [old, now] = [lines(before), lines(after)];
  const more = now.filter((line) => !old.includes(line)).length;
  const less = old.filter((line) => !now.includes(line)).length;
  if (more > 0 && less > 0)
    return both(`「${title}」の${part}を、${more}つ加え、${less}つ外`, ['します。', 'しました。']);
  if (more > 0) return both(`「${title}」の${part}を${more}つ`, adds);
  if (less > 0) return both(`「${title}」の${part}を${less}つ外`, ['します。', 'しました。']);
  return both(`「${title}」の${part}の順番を`, makes);
}

function setWords(
  { element, property }: { readonly element: string; readonly property: string },
  title: string,
  before: string,
  after: string,
): readonly [string, string] {
  const part = partOf(element, property);
  if (property === 'options' || property === 'grid') return listWords(title, part, before, after);
  if (after === '') return both(`「${title}」の${part}を外`, ['します。', 'しました。']);
  const short = !before.includes('\n') && !after.includes('\n') && after.length <= 20 && before.length <= 20;
  const to = short ? `「${after}」に` : '日商の新しい内容に';
  return both(`「${title}」の${part}を、${to}`, makes);
}

function operationWords(operation: Operation, { titles }: UpdatePlan): Omit<EntryWords, 'ownership'> {
  const { element } = operation;
  const title = titleOf(element, titles);
  const common = { element, title, part: '', property: 'presence', before: '', after: '' };
  switch (operation.op) {
    case 'set': {
      const { property } = operation;
      const before = valueWords(property, operation.before, titles);
      const after = valueWords(property, operation.after, titles);
      const [what, done] = setWords(operation, title, before, after);
      return {
        ...common,
        group: 'changed',
        property,
        part: partOf(element, property),
        what,
        done,
        before,
        after,
      };
    }
    case 'add-section': {
      const [what, done] = both(`ページ「${title}」を${where(operation.place, titles)}に`, adds);
      return { ...common, group: 'added', what, done };
    }
    case 'add-item': {
      const { item, place } = operation;
      const kind = item.required ? `${typeWords[item.type]}・必須` : typeWords[item.type];
      const [what, done] = both(`設問「${title}」（${kind}）を、${where(place, titles)}に`, adds);
      return { ...common, group: 'added', what, done };
    }
    case 'move': {
      const [what, done] = both(
        `${thing(element)}「${title}」を、${where(operation.place, titles)}に`,
        moves,
      );
      return {
        ...common,
        group: 'changed',
        property: 'position',
        part: partOf(element, 'position'),
        what,
        done,
      };
    }
    case 'retire':
      return {
        ...common,
        group: 'changed',
        what: `設問「${title}」を閉じます。これまでの回答と列は残ります。`,
        done: `設問「${title}」を閉じました。`,
      };
    case 'remove':
      return {
        ...common,
        group: 'changed',
        what: `「${title}」を外します。回答のない、文や画像です。`,
        done: `「${title}」を外しました。`,
      };
  }
}

const or = (value: string): string => (value === '' ? '（空）' : value);

/** 「青年部」: the one option or row that is meant, else the title. */
function named(one: Kept | Refused, value: unknown, titles: Titles): string {
  return valueWords(one.property, value, titles);
}

const keptWords: Readonly<Record<Kept['reason'], (kept: Kept, part: string, titles: Titles) => string>> = {
  'chamber-changed': (kept, part, titles) => {
    const [ours, theirs] = [named(kept, kept.ours, titles), named(kept, kept.theirs, titles)];
    const short = ours.length <= 40 && theirs.length <= 40 && !`${ours}${theirs}`.includes('\n');
    const what =
      part === '' ? `自所で直した「${kept.title}」を残します。` : `自所で直した${part}を残します。`;
    return short && part !== '' ? `${what}自所は「${or(ours)}」、日商は「${or(theirs)}」です。` : what;
  },
  'chamber-removed': (kept, part, titles) =>
    part === ''
      ? '自所で外したので、加えません。'
      : `自所で外した${part}「${named(kept, kept.theirs, titles)}」は、加えません。`,
  'chamber-added': (kept, part, titles) =>
    part === ''
      ? '自所で加えたものです。そのまま残します。'
      : `自所で加えた${part}「${named(kept, kept.ours, titles)}」を残します。`,
  own: (_kept, part) => `自所が決める${part === '' ? 'ところ' : part}なので、そのままにします。`,
  'decided-before': (_kept, part) =>
    `前に選んだとおり、自所の${part === '' ? 'まま' : `${part}を残す`}にします。`,
};

const refusedWords: Readonly<Record<Refused['reason'], string>> = {
  'type-changed':
    '設問の種類が変わっています。回答が読めなくなるので、この設問はいまのままにします。日商に知らせてください。',
  'structure-while-open':
    '回答を受け付けている調査なので、ここは変えません。受付を止めてから、もう一度更新してください。',
  'retired-key-used': '一度閉じた設問と同じ印が使われています。いまのままにします。日商に知らせてください。',
  'first-page': '最初のページより前には加えられません。いまのままにします。',
  'no-such-page': '進む先のページがこのフォームにありません。行き先はいまのままにします。',
};

function keptEntry(kept: Kept, { titles }: UpdatePlan): EntryWords {
  const part = partOf(kept.element, kept.property);
  return {
    group: kept.reason === 'chamber-removed' ? 'left-out' : 'kept',
    element: kept.element,
    property: kept.property,
    title: titleOf(kept.element, { ...titles, [kept.element]: kept.title }),
    part,
    what: keptWords[kept.reason](kept, part, titles),
    done: '',
    before: '',
    after: '',
    ownership: kept.reason === 'own' ? ownershipWords.own : '',
  };
}

function refusedEntry(refused: Refused, { titles }: UpdatePlan): EntryWords {
  const { element, property } = refused;
  return {
    group: 'refused',
    element,
    property,
    title: titleOf(element, { ...titles, [element]: refused.title }),
    part: partOf(element, property),
    what: refusedWords[refused.reason],
    done: '',
    before: '',
    after: '',
    ownership: '',
  };
}

/** Everything but the conflicts, in the order of the plan. `owners`: whose each property is, where it is not 推奨. */
export function planWords(
  plan: UpdatePlan,
  ownerOf: (element: string, property: string) => string = () => '',
): readonly EntryWords[] {
  const own = plan.own
    .filter((element) => !plan.kept.some((kept) => kept.element === element))
    .map((element): EntryWords => {
      const title = titleOf(element, plan.titles);
      const what = `自所で加えた${thing(element)}です。そのまま残します。`;
      const plain = { part: '', done: '', before: '', after: '', ownership: '' };
      return { group: 'kept', element, property: 'presence', title, what, ...plain };
    });
  return [
    ...plan.operations.map((operation) => {
      const words = operationWords(operation, plan);
      return { ...words, ownership: ownerOf(words.element, words.property) };
    }),
    ...plan.kept.map((kept) => keptEntry(kept, plan)),
    ...own,
    ...plan.refused.map((refused) => refusedEntry(refused, plan)),
  ];
}

/** What an update did, a line each. */
export function doneLines(plan: UpdatePlan): readonly string[] {
  return plan.operations.map((operation) => operationWords(operation, plan).done);
}

/** A conflict as it is asked. */
export interface ConflictWords {
  readonly title: string;
  readonly part: string;
  readonly reason: string;
  readonly ownership: string;
  readonly base: string;
  readonly theirs: string;
  readonly ours: string;
  readonly theirsLabel: string;
  readonly oursLabel: string;
  readonly theirsWords: string;
  readonly oursWords: string;
  /** The three are texts that can be compared word by word. */
  readonly isText: boolean;
}

const notAskedAgain = '日商がもう一度ここを直すまで、たずねません。';

type Asked = Pick<ConflictWords, 'reason' | 'theirsLabel' | 'oursLabel' | 'theirsWords' | 'oursWords'>;

const asked: Readonly<Record<Conflict['reason'], (part: string) => Asked>> = {
  'both-changed': (part) => ({
    reason: `日商も自所も、${part === '' ? 'ここ' : `この${part}`}を直しました。どちらにするか選んでください。`,
    theirsLabel: '日商の新しい内容にする',
    oursLabel: '自所の内容を残す',
    theirsWords: '自所で直した内容は、履歴に残ります。',
    oursWords: notAskedAgain,
  }),
  'mandated-missing': () => ({
    reason: '必須（日商）のところですが、このフォームにはありません。戻すかどうかを選んでください。',
    theirsLabel: 'フォームに戻す',
    oursLabel: '外したままにする',
    theirsWords: '元の場所に戻します。',
    oursWords: '日商の定めと違うことが、記録に残ります。',
  }),
  'removed-by-jcci': () => ({
    reason: '日商はここを外しましたが、自所で直してあります。どちらにするか選んでください。',
    theirsLabel: '日商に合わせて外す',
    oursLabel: '自所の内容を残す',
    theirsWords: '設問は閉じるだけです。これまでの回答と列は残ります。',
    oursWords: notAskedAgain,
  }),
  order: (part) => ({
    reason: `日商も自所も、${part}を変えました。どちらの順にするか選んでください。`,
    theirsLabel: '日商の新しい順にする',
    oursLabel: '自所の順のままにする',
    theirsWords: '自所で加えたものは、近くに残ります。',
    oursWords: notAskedAgain,
  }),
};

const absent = '（ありません）';

export function conflictWords(conflict: Conflict, titles: Titles): ConflictWords {
  const { element, property } = conflict;
  const part = partOf(element, property);
  const isPresence =
    property === 'presence' ||
    conflict.reason === 'mandated-missing' ||
    conflict.reason === 'removed-by-jcci';
  const words = (value: unknown): string => {
    const shown = valueWords(property, value, titles);
    return isPresence && shown === '' ? absent : shown;
  };
  return {
    title: titleOf(element, { ...titles, [element]: conflict.title }),
    part,
    ownership: ownershipWords[conflict.ownership],
    base: words(conflict.base),
    theirs: words(conflict.theirs),
    ours: words(conflict.ours),
    isText: !isPresence,
    ...asked[conflict.reason](part),
  };
}

/** What will happen, in numbers, one sentence. */
export function headline(plan: UpdatePlan): string {
  const entries = planWords(plan);
  const count = (group: PlanGroup): number => entries.filter((one) => one.group === group).length;
  const [added, changed, kept, conflicts] = [
    count('added'),
    count('changed'),
    count('kept') + count('left-out'),
    plan.conflicts.filter(({ choice }) => choice === null).length,
  ];
  const does = [
    added > 0 ? `${added}か所を加え` : '',
    changed > 0 ? `${changed}か所を新しい内容に直し` : '',
  ].filter((words) => words !== '');
  const sentences = [
    does.length === 0 ? '自動で変わるところはありません。' : `${does.join('、')}ます。`,
    kept > 0 ? `自所で直した${kept}か所は、そのまま残ります。` : '',
    conflicts > 0 ? `${conflicts}か所は、どちらにするか選んでください。` : '',
  ];
  return sentences.join('');
}
