/**
 * The short notation of the golden cases. One line an element:
 *
 *     題 入会申込フォーム
 *     設定 confirmation=ありがとうございます
 *     [office] 事業所 // 案内 → next
 *     name short* 事業所名 // 説明 << 製造業 | s:サービス業>detail <= old !必須 {"other": true}
 *
 * `*` required, `//` help, `<<` options (`code:label>page`; the label alone is its own code), `<=` replaces, `!` ownership (`!必須`,
 * `!title:必須,options:自所`), a last `{…}` more properties as JSON. Lines that begin with `#` are remarks.
 */
import { formProperties, itemProperties, sectionProperties } from '../../form/make.ts';
import type {
  FormPlan,
  Owned,
  Ownership,
  PlannedItem,
  PlannedOption,
  PlannedSection,
} from '../../form/plan.ts';

const owners: Readonly<Record<string, Ownership>> = { 必須: 'mandated', 推奨: 'recommended', 自所: 'own' };

function ownedOf(text: string | undefined, all: readonly string[]): { readonly ownership?: Owned } {
  if (text === undefined) return {};
  const pairs = text.split(',').flatMap((part): (readonly [string, Ownership])[] => {
    const [name = '', who] = part.trim().split(':');
    if (who === undefined) return all.map((property) => [property, owners[name] ?? 'recommended']);
    return [[name, owners[who] ?? 'recommended']];
  });
  return { ownership: Object.fromEntries(pairs) };
}

/** Cuts what follows a mark off a line; undefined where the mark is not there. */
function cut(line: string, mark: string): readonly [string, string | undefined] {
  const at = line.lastIndexOf(mark);
  return at < 0 ? [line.trim(), undefined] : [line.slice(0, at).trim(), line.slice(at + mark.length).trim()];
}

function optionOf(text: string): PlannedOption {
  const [rest, goTo] = cut(text, '>');
  const [first = '', second] = rest.split(':');
  return {
    code: first.trim(),
    label: (second ?? first).trim(),
    ...(goTo === undefined ? {} : { goTo }),
  };
}

function itemOf(line: string): PlannedItem {
  const at = line.endsWith('}') ? line.indexOf(' {') : -1;
  const [withoutMore, more] = at < 0 ? [line, undefined] : [line.slice(0, at), line.slice(at)];
  const [withoutOwner, owner] = cut(withoutMore, ' !');
  const [withoutOld, old] = cut(withoutOwner, ' <= ');
  const [withoutOptions, options] = cut(withoutOld, ' << ');
  const [head, help] = cut(withoutOptions, ' // ');
  const [, key = '', type = '', star, title = ''] = /^(\S+) ([a-z-]+)(\*?) ?(.*)$/.exec(head) ?? [];
  return {
    key,
    type: type as PlannedItem['type'],
    title,
    help: help ?? '',
    required: star === '*',
    options: options === undefined ? [] : options.split('|').map(optionOf),
    other: false,
    ...(old === undefined ? {} : { replaces: old }),
    ...ownedOf(owner, itemProperties),
    ...(more === undefined ? {} : JSON.parse(more)),
  };
}

function sectionOf(line: string): PlannedSection {
  const [withoutOwner, owner] = cut(line, ' !');
  const [withoutNext, next] = cut(withoutOwner, ' → ');
  const [head, help] = cut(withoutNext, ' // ');
  const [, key = '', title = ''] = /^\[([^\]]+)\] ?(.*)$/.exec(head) ?? [];
  return {
    key,
    title,
    help: help ?? '',
    ...(next === undefined ? {} : { next }),
    items: [],
    ...ownedOf(owner, sectionProperties),
  };
}

const settings = {
  collectEmail: false,
  progressBar: false,
  limitOneResponse: false,
  allowEdit: false,
  shuffleQuestions: false,
  confirmation: '',
  closedMessage: '',
  closesOn: '',
};

/** Reads a form. Without a page line all items stand on one page without a title. */
export function formOf(text: string, version = '1.0.0'): FormPlan {
  let form: FormPlan = {
    templateId: 'sample',
    templateVersion: version,
    title: '見本',
    description: '',
    settings,
    sections: [],
    retired: [],
  };
  const sections: PlannedSection[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('題 ')) {
      const [title, owner] = cut(line.slice(2), ' !');
      form = { ...form, title, ...ownedOf(owner, formProperties) };
    } else if (line.startsWith('設定 ')) {
      const [rest, owner] = cut(line.slice(3), ' !');
      const [name = '', value = ''] = rest.split('=');
      const given = value === 'true' ? true : value === 'false' ? false : value;
      form = { ...form, settings: { ...form.settings, [name]: given }, ...ownedOf(owner, [name]) };
    } else if (line.startsWith('閉鎖 ')) form = { ...form, retired: line.slice(3).split(' ') };
    else if (line.startsWith('[')) sections.push(sectionOf(line));
    else {
      const last = sections.pop() ?? { key: 'first', title: '', help: '', items: [] };
      sections.push({ ...last, items: [...last.items, itemOf(line)] });
    }
  }
  return { ...form, sections };
}

const listed = (options: readonly PlannedOption[]): string =>
  options
    .map(
      ({ code, label, goTo }) =>
        `${code === label ? '' : `${code}:`}${label}${goTo === undefined ? '' : `>${goTo}`}`,
    )
    .join(' | ');

/** Writes a form's pages and items; who decides over them is left out. */
export function notationOf(form: FormPlan): readonly string[] {
  return form.sections.flatMap(({ key, title, help, next, items }) => [
    [
      `[${key}]`,
      title === '' ? '' : ` ${title}`,
      help === '' ? '' : ` // ${help}`,
      next === undefined ? '' : ` → ${next}`,
    ].join(''),
    ...items.map((item) =>
      [
        `${item.key} ${item.type}${item.required ? '*' : ''} ${item.title}`,
        item.help === '' ? '' : ` // ${item.help}`,
        item.options.length === 0 ? '' : ` << ${listed(item.options)}`,
      ]
        .join('')
        .trim(),
    ),
  ]);
}
