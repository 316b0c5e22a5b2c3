/** Random forms, and random edits as a chamber and as JCCI make them, for properties of the merge. */
import * as fc from 'fast-check';
import type { FormPlan, Owned, PlannedItem, PlannedOption, PlannedSection } from '../../form/plan.ts';
import type { ItemType } from '../../template/template.ts';

const types: readonly ItemType[] = [
  'short',
  'choice',
  'list',
  'checkbox',
  'description',
  'scale',
  'grid',
  'date',
];
const withOptions: ReadonlySet<string> = new Set(['choice', 'list', 'checkbox', 'grid']);
const leading: ReadonlySet<string> = new Set(['choice', 'list']);
const owners = ['mandated', 'recommended', 'own'] as const;

/** Numbers that an edit draws on; each takes what it needs. */
export interface Edit {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const number = fc.nat({ max: 30 });
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ kind: fc.nat({ max: 99 }), a: number, b: number, c: number }),
  { maxLength: 7 },
);

const owned = (names: readonly string[]): fc.Arbitrary<Owned | undefined> =>
  fc.option(fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...owners), { maxKeys: 3 }), {
    nil: undefined,
    freq: 2,
  });

const optional = <T, K extends string>(name: K, value: T | undefined) =>
  value === undefined ? {} : { [name]: value };

const optionArb: fc.Arbitrary<Omit<PlannedOption, 'code'> & { lead: number }> = fc.record({
  label: fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己'),
  lead: fc.nat({ max: 9 }),
});

const itemArb = fc.record({
  type: fc.constantFrom(...types),
  title: fc.constantFrom('名称', '電話', '住所', '資本金'),
  help: fc.constantFrom('', '例', '説明'),
  required: fc.boolean(),
  options: fc.uniqueArray(optionArb, { maxLength: 5, selector: ({ label }) => label }),
  branching: fc.boolean(),
  ownership: owned(['presence', 'title', 'help', 'required', 'options', 'validation', 'position', 'scale']),
});

/** A form of JCCI's: keys `q…`, sections `s…`; leads go to pages that are there. */
export const forms: fc.Arbitrary<FormPlan> = fc
  .record({
    sections: fc.array(
      fc.record({
        title: fc.constantFrom('基本', '連絡先', '確認'),
        help: fc.constantFrom('', '続き'),
        lead: fc.nat({ max: 9 }),
        items: fc.array(itemArb, { maxLength: 5 }),
        ownership: owned(['presence', 'title', 'help', 'next']),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    progressBar: fc.boolean(),
    confirmation: fc.constantFrom('受け付けました', 'ありがとうございます'),
    ownership: owned(['title', 'confirmation', 'progressBar']),
  })
  .map(({ sections, progressBar, confirmation, ownership }) => {
    let count = 0;
    const lead = (n: number): string | undefined =>
      n > 6 ? 'submit' : n > 0 && n < sections.length ? `s${n}` : undefined;
    return tidy({
      templateId: 'sample',
      templateVersion: '1.0.0',
      title: '見本',
      description: '',
      settings: {
        collectEmail: false,
        progressBar,
        limitOneResponse: false,
        allowEdit: false,
        shuffleQuestions: false,
        confirmation,
        closedMessage: '',
        closesOn: '',
      },
      sections: sections.map(({ lead: next, items, ownership: who, ...head }, at) => ({
        key: `s${at}`,
        ...head,
        ...optional('next', lead(next)),
        ...optional('ownership', who),
        items: items.map((item) => newItem(`q${count++}`, item, lead)),
      })),
      retired: [],
      ...optional('ownership', ownership),
    });
  });

interface ItemSeed {
  readonly type: ItemType;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly options: readonly { readonly label: string; readonly lead: number }[];
  readonly branching: boolean;
  readonly ownership: Owned | undefined;
}

function newItem(key: string, seed: ItemSeed, lead: (n: number) => string | undefined): PlannedItem {
  const { type, title, help, required, options, branching, ownership } = seed;
  const answered = type !== 'description';
  return {
    key,
    type,
    title,
    help,
    required: answered && required,
    other: false,
    options: withOptions.has(type)
      ? options.map(({ label, lead: n }, at) => ({
          code: `c${at}`,
          label,
          ...(branching && leading.has(type) ? optional('goTo', lead(n)) : {}),
        }))
      : [],
    ...(type === 'short' && help !== '' ? { validation: { rule: 'email' as const, message: help } } : {}),
    ...(type === 'scale' ? { scale: { low: 1, high: 5, lowLabel: '', highLabel: help } } : {}),
    ...(type === 'grid'
      ? {
          grid: {
            rows: options.map(({ label }, at) => ({ code: `r${at}`, label: `${label}行` })),
            onePerColumn: branching,
          },
        }
      : {}),
    ...(type === 'date' ? { date: { year: branching } } : {}),
    ...optional('ownership', ownership),
  };
}

/** Takes away leads to pages that are gone, and options that read the same. */
export function tidy(form: FormPlan): FormPlan {
  const there = new Set(['submit', ...form.sections.map(({ key }) => key)]);
  const alive = (target: string | undefined) => target !== undefined && there.has(target);
  return {
    ...form,
    sections: form.sections.map(({ next, ...section }, at) => ({
      ...section,
      // Where the last page leads cannot be kept in a form: it ends there.
      ...(alive(next) && (at < form.sections.length - 1 || next === 'submit') ? optional('next', next) : {}),
      items: section.items.map((item) => {
        const labels = new Set<string>();
        const options = item.options.flatMap(({ goTo, ...option }) => {
          if (labels.has(option.label)) return [];
          labels.add(option.label);
          return [{ ...option, ...(alive(goTo) ? optional('goTo', goTo) : {}) }];
        });
        return { ...item, options };
      }),
    })),
  };
}

type Draft = { -readonly [K in keyof FormPlan]: FormPlan[K] } & { sections: PlannedSection[] };

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

function everyItem(form: FormPlan) {
  return form.sections.flatMap((section, s) => section.items.map((item, i) => ({ item, s, i })));
}

function putItem(draft: Draft, s: number, change: (items: PlannedItem[]) => void): void {
  const section = draft.sections[s];
  if (section === undefined) return;
  const items = [...section.items];
  change(items);
  draft.sections[s] = { ...section, items };
}

function changeItem(draft: Draft, at: number, change: (item: PlannedItem) => PlannedItem): void {
  const found = pick(everyItem(draft), at);
  if (found === undefined) return;
  putItem(draft, found.s, (items) => {
    items[found.i] = change(found.item);
  });
}

function changeOptions(draft: Draft, at: number, change: (options: PlannedOption[]) => void): void {
  const choices = everyItem(draft).filter(({ item }) => withOptions.has(item.type));
  const found = pick(choices, at);
  if (found === undefined) return;
  const options = [...found.item.options];
  change(options);
  putItem(draft, found.s, (items) => {
    items[found.i] = { ...found.item, options };
  });
}

function changeSection(draft: Draft, at: number, change: (section: PlannedSection) => PlannedSection): void {
  const index = at % draft.sections.length;
  const section = draft.sections[index];
  if (section !== undefined) draft.sections[index] = change(section);
}

const word = (n: number, who: string): string => `${who}${n % 4}`;

/** Who edits: keys of what is new, and whether JCCI's rules for closing a question apply. */
export interface Editor {
  readonly name: string;
  readonly jcci: boolean;
}

function addItem(
  draft: Draft,
  { name, jcci }: Editor,
  { a, b, c }: Edit,
  more: Partial<PlannedItem> = {},
): void {
  const s = a % draft.sections.length;
  const type = pick(types, c) ?? 'short';
  const key = jcci ? `${name}${a}-${b}-${c}` : `own.${name}${a}-${b}-${c}`;
  if (everyItem(draft).some(({ item }) => item.key === key) || draft.retired.includes(key)) return;
  const seed: ItemSeed = {
    type,
    title: word(b, name),
    help: '',
    required: c % 2 === 0,
    options: ['甲', `${name}乙`].map((label) => ({ label, lead: b % 9 })),
    branching: b % 3 === 0,
    ownership: jcci && c % 5 === 0 ? { presence: 'mandated', title: 'mandated' } : undefined,
  };
  const lead = (n: number) => pick(draft.sections.slice(1), n)?.key;
  putItem(draft, s, (items) =>
    items.splice(b % (items.length + 1), 0, { ...newItem(key, seed, lead), ...more }),
  );
}

function dropItem(draft: Draft, { jcci }: Editor, at: number): PlannedItem | undefined {
  const found = pick(everyItem(draft), at);
  if (found === undefined) return undefined;
  putItem(draft, found.s, (items) => items.splice(found.i, 1));
  if (jcci && found.item.type !== 'description') draft.retired = [...draft.retired, found.item.key];
  return found.item;
}

function moveItem(draft: Draft, { a, b, c }: Edit): void {
  const found = pick(everyItem(draft), a);
  if (found === undefined) return;
  putItem(draft, found.s, (items) => items.splice(found.i, 1));
  putItem(draft, b % draft.sections.length, (items) => items.splice(c % (items.length + 1), 0, found.item));
}

function splitPage(draft: Draft, { name, jcci }: Editor, { a, b, c }: Edit): void {
  const at = a % draft.sections.length;
  const section = draft.sections[at];
  const key = jcci ? `${name}-${a}-${b}` : `own.${name}-${a}-${b}`;
  if (section === undefined || draft.sections.some((one) => one.key === key)) return;
  const cut = b % (section.items.length + 1);
  const { next, ...rest } = section;
  draft.sections.splice(
    at,
    1,
    { ...rest, items: section.items.slice(0, cut) },
    {
      key,
      title: word(c, name),
      help: '',
      items: section.items.slice(cut),
      ...optional('next', next),
    },
  );
}

/** Takes a page break away: what stood on the page stands on the one before. */
function joinPage(draft: Draft, { a }: Edit): void {
  const at = 1 + (a % Math.max(1, draft.sections.length - 1));
  const [before, section] = [draft.sections[at - 1], draft.sections[at]];
  if (before === undefined || section === undefined) return;
  draft.sections.splice(at - 1, 2, { ...before, items: [...before.items, ...section.items] });
}

function movePage(draft: Draft, { a, b }: Edit): void {
  if (draft.sections.length < 3) return;
  const from = 1 + (a % (draft.sections.length - 1));
  const [section] = draft.sections.splice(from, 1);
  if (section !== undefined) draft.sections.splice(1 + (b % draft.sections.length), 0, section);
}

function own(draft: Draft, { a, b, c }: Edit): void {
  const name = pick(['title', 'help', 'required', 'options', 'presence', 'position'], b) ?? 'title';
  changeItem(draft, a, (item) => ({
    ...item,
    ownership: { ...item.ownership, [name]: pick(owners, c) ?? 'recommended' },
  }));
}

type Change = (draft: Draft, editor: Editor, edit: Edit) => void;

const setSettings: Change = (draft, { name }, { a, b }) => {
  if (a % 3 === 0) draft.title = word(b, name);
  else draft.settings = { ...draft.settings, confirmation: word(b, name), progressBar: a % 2 === 0 };
};
const replace: Change = (draft, editor, edit) => {
  const old = editor.jcci ? dropItem(draft, editor, edit.a) : undefined;
  const closed = old !== undefined && old.type !== 'description';
  if (editor.jcci) addItem(draft, editor, edit, closed ? { replaces: old.key } : {});
};

/** Rows of kinds: the chamber can make all but the last four. */
const changes: readonly Change[] = [
  (draft, { name }, { a, b }) => changeItem(draft, a, (item) => ({ ...item, title: word(b, name) })),
  (draft, { name }, { a, b }) => changeItem(draft, a, (item) => ({ ...item, help: word(b, name) })),
  (draft, _who, { a }) =>
    changeItem(draft, a, (item) => ({ ...item, required: item.type !== 'description' && !item.required })),
  (draft, { name }, { a, b }) => changeSection(draft, a, (section) => ({ ...section, title: word(b, name) })),
  (draft, _who, { a, b }) =>
    changeSection(draft, a, ({ next: _next, ...section }) => ({
      ...section,
      ...optional('next', pick([undefined, 'submit', ...draft.sections.slice(1).map(({ key }) => key)], b)),
    })),
  setSettings,
  (draft, { name }, { a, b, c }) =>
    changeOptions(draft, a, (options) => {
      const code = `${name}${c}`;
      if (options.some((option) => option.code === code)) return;
      options.splice(b % (options.length + 1), 0, { code, label: word(c, name) });
    }),
  (draft, _who, { a, b }) =>
    changeOptions(draft, a, (options) => options.splice(b % Math.max(1, options.length), 1)),
  (draft, { name }, { a, b, c }) =>
    changeOptions(draft, a, (options) => {
      const option = pick(options, b);
      if (option !== undefined) options[b % options.length] = { ...option, label: word(c, name) };
    }),
  (draft, _who, { a, b, c }) =>
    changeOptions(draft, a, (options) => {
      const [option] = options.splice(b % Math.max(1, options.length), 1);
      if (option !== undefined) options.splice(c % (options.length + 1), 0, option);
    }),
  (draft, _who, { a, b, c }) => {
    const choice = pick(
      everyItem(draft).filter(({ item }) => leading.has(item.type)),
      a,
    );
    const option = pick(choice?.item.options ?? [], b);
    if (choice === undefined || option === undefined) return;
    const goTo = pick(['submit', ...draft.sections.slice(1).map(({ key }) => key)], c);
    const options = choice.item.options.map((one) =>
      one === option ? { ...one, ...optional('goTo', goTo) } : one,
    );
    putItem(draft, choice.s, (items) => {
      items[choice.i] = { ...choice.item, options };
    });
  },
  (draft, who, edit) => addItem(draft, who, edit),
  (draft, who, { a }) => {
    dropItem(draft, who, a);
  },
  (draft, _who, edit) => moveItem(draft, edit),
  (draft, who, edit) => splitPage(draft, who, edit),
  (draft, _who, edit) => joinPage(draft, edit),
  (draft, _who, edit) => movePage(draft, edit),
  (draft, { name }, { a, b }) =>
    changeItem(draft, a, (item) =>
      item.scale === undefined ? item : { ...item, scale: { ...item.scale, lowLabel: word(b, name) } },
    ),
  (draft, _who, { a }) =>
    changeItem(draft, a, (item) => (item.type === 'short' ? { ...item, type: 'paragraph' } : item)),
  (draft, { jcci }, edit) => (jcci ? own(draft, edit) : undefined),
  replace,
];

/** The form after some edits. */
export function edited(form: FormPlan, editor: Editor, list: readonly Edit[]): FormPlan {
  const draft: Draft = { ...form, sections: [...form.sections] };
  for (const edit of list) pick(changes, edit.kind)?.(draft, editor, edit);
  return tidy(draft);
}

export const chamber: Editor = { name: '自', jcci: false };
export const jcci: Editor = { name: 'jcci', jcci: true };
/** The next version of a form. */
export const released = (form: FormPlan, list: readonly Edit[], version = '1.1.0'): FormPlan => ({
  ...edited(form, jcci, list),
  templateVersion: version,
});
