/** A form designed in Google Forms as a template draft: what can be read, in the language of templates. */
import type { Catalogue, Field } from '../fields/catalogue.ts';
import type { CopyItem, FormCopy } from '../form/copy.ts';
import type { ItemType } from '../template/template.ts';
import { typesOfKind } from '../template/types-of-kinds.ts';
import { comparisonKey } from '../text/width.ts';

export interface CaptureAs {
  readonly id: string;
  readonly version: string;
  /** One sentence for the gallery. */
  readonly summary?: string;
  /** Keys by item id (the first page: '') that an earlier draft of this form gave: they are kept, whatever the titles have become. */
  readonly keys?: ReadonlyMap<string, string>;
}

type Known = CopyItem & { readonly type: ItemType | 'page' };

/** FNV-1a of a title: the same title gives the same key on every day. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(36).padStart(7, '0');
}

/** A key of a title: its Latin words, else its hash; numbered where another has it already. */
function keyFor(title: string, place: number, taken: Set<string>): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  const isLatin = /^[\x20-\x7e]+$/.test(title) && words.length >= 2;
  const name = isLatin ? words.slice(0, 40) : title.trim() === '' ? `n${place}` : `n${hash(title)}`;
  let key = name;
  for (let number = 2; taken.has(key); number++) key = `${name}-${number}`;
  taken.add(key);
  return key;
}

/** Field of the catalogue that a question with this title asks for, if its type can. */
function fieldOf(item: Known, catalogue: Catalogue): Field | undefined {
  const title = comparisonKey(item.title);
  const field = catalogue.fields.find(({ label }) => comparisonKey(label) === title);
  if (field === undefined || item.type === 'page') return undefined;
  const types = typesOfKind[field.kind];
  return types === undefined || types.includes(item.type) ? field : undefined;
}

interface Capturing {
  readonly catalogue: Catalogue;
  readonly taken: Set<string>;
  readonly pages: ReadonlyMap<string, string>;
  readonly fillIns: Record<string, unknown>[];
  /** Keys by item id that an earlier draft gave. */
  readonly known: ReadonlyMap<string, string>;
}

const blocks: ReadonlySet<string> = new Set(['description', 'image', 'video']);
const withOptions: ReadonlySet<string> = new Set(['choice', 'checkbox', 'list', 'grid', 'checkbox-grid']);
const withOther: ReadonlySet<string> = new Set(['choice', 'checkbox']);

function optionsOf(
  item: Known,
  field: Field | undefined,
  next: string,
  { catalogue, pages }: Capturing,
): readonly Record<string, unknown>[] {
  const codes = new Map(
    (catalogue.codeLists.get(field?.codeList ?? '')?.options ?? []).map(({ code, label }) => [label, code]),
  );
  const leads = item.options.some(({ goTo }) => goTo !== undefined);
  return item.options.map(({ label, goTo }) => ({
    code: codes.get(label) ?? label,
    label,
    // Where one option leads somewhere all do: the others lead on.
    ...(leads ? { goTo: goTo === undefined ? next : (pages.get(goTo) ?? next) } : {}),
  }));
}

/** A picture or film cannot be read: who makes the form gives it. */
function mediaOf(item: Known, { fillIns }: Capturing): Record<string, unknown> {
  const key = `media${fillIns.length + 1}`;
  const kind = item.type === 'image' ? '画像' : '動画';
  const hint = item.type === 'image' ? 'Google ドライブのファイルの ID' : '動画のアドレス';
  fillIns.push({
    key,
    label: `${kind}${fillIns.length + 1}${item.title === '' ? '' : `（${item.title}）`}`,
    hint,
    type: 'text',
  });
  return { source: `{{form.${key}}}`, width: item.media?.width ?? 0, align: item.media?.align ?? 'center' };
}

function itemOf(item: Known, place: number, next: string, capturing: Capturing) {
  const { catalogue, taken, known } = capturing;
  const isBlock = blocks.has(item.type);
  const found = isBlock ? undefined : fieldOf(item, catalogue);
  const before = known.get(item.itemId);
  const isFree = found !== undefined && (before === undefined ? !taken.has(found.key) : before === found.key);
  const field = isFree ? found : undefined;
  const key = before ?? field?.key ?? `local.${keyFor(item.title, place, taken)}`;
  if (field !== undefined) taken.add(field.key);
  return {
    key,
    type: item.type,
    title: item.title,
    ...(item.help === '' ? {} : { help: item.help }),
    ...(item.required ? { required: true } : {}),
    ...(withOptions.has(item.type) ? { options: optionsOf(item, field, next, capturing) } : {}),
    ...(item.other && withOther.has(item.type) ? { other: true } : {}),
    ...(item.scale === undefined ? {} : { scale: item.scale }),
    ...(item.rating === undefined ? {} : { rating: item.rating }),
    ...(item.rows === undefined
      ? {}
      : { grid: { rows: item.rows.map((label) => ({ code: label, label })), onePerColumn: false } }),
    ...(item.date === undefined ? {} : { date: item.date }),
    ...(item.type === 'image' || item.type === 'video' ? { media: mediaOf(item, capturing) } : {}),
  };
}

interface Page {
  readonly head: Pick<CopyItem, 'itemId' | 'title' | 'help'>;
  readonly items: Known[];
  before: string | undefined;
}

function isKnown(item: CopyItem): item is Known {
  return item.type !== 'unknown';
}

function pagesOf(copy: FormCopy): readonly Page[] {
  const pages: Page[] = [{ head: { itemId: '', title: '', help: '' }, items: [], before: undefined }];
  for (const item of copy.items.filter(isKnown)) {
    if (item.type === 'page') pages.push({ head: item, items: [], before: item.before });
    else pages[pages.length - 1]?.items.push(item);
  }
  return pages;
}

/** Titles of the questions that no template can make (a file upload): the draft lacks them. */
export function notCaptured(copy: FormCopy): readonly string[] {
  return copy.items.flatMap((item) => (isKnown(item) ? [] : [item.title]));
}

/**
 * A template draft (schema 2) of a form. A question whose title is a label of the catalogue gets that field's key; others get a `local.` key
 * made from the title, the same at every capture. Input checks cannot be read and are missing; a picture becomes a fill-in.
 *
 * @returns a document for `readTemplate`, which says what a template must not have (a title twice, a page nobody reaches)
 */
export const captureTemplate = (copy: FormCopy, as: CaptureAs, catalogue: Catalogue): unknown =>
  captureWithKeys(copy, as, catalogue).draft;

export interface Captured {
  readonly draft: Readonly<Record<string, unknown>>;
  /** Key by item id; that of the first page, which is no item, under ''. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The same, with the keys that were given, so that a later draft of the same form can have them again (`as.keys`). */
export function captureWithKeys(copy: FormCopy, as: CaptureAs, catalogue: Catalogue): Captured {
  const pages = pagesOf(copy);
  const known = as.keys ?? new Map<string, string>();
  const names = new Set<string>(['submit', 'restart', 'closed-questions', ...known.values()]);
  const keys = pages.map(
    ({ head }, at) => known.get(head.itemId) ?? `page-${keyFor(head.title, at + 1, names)}`,
  );
  const targets = new Map<string, string>([
    ['submit', 'submit'],
    ['restart', keys[0] ?? 'submit'],
  ]);
  pages.forEach(({ head }, at) => {
    targets.set(head.itemId, keys[at] ?? 'submit');
  });
  const taken = new Set([...known.values()].map((key) => key.replace(/^local\./, '')));
  const capturing: Capturing = { catalogue, taken, pages: targets, fillIns: [], known };
  const given = new Map(pages.map(({ head }, at) => [head.itemId, keys[at] ?? ''] as const));
  let place = 0;
  const sections = pages.map(({ head, items }, at) => {
    const following = pages[at + 1];
    const lead = following?.before === undefined ? undefined : targets.get(following.before);
    return {
      key: keys[at],
      title: head.title,
      ...(head.help === '' ? {} : { help: head.help }),
      ...(lead === undefined ? {} : { next: lead }),
      items: items.map((item) => {
        const made = itemOf(item, ++place, lead ?? keys[at + 1] ?? 'submit', capturing);
        given.set(item.itemId, made.key);
        return made;
      }),
    };
  });
  const { title, description, settings } = copy;
  const draft = {
    schema: 2,
    id: as.id,
    version: as.version,
    title,
    summary: as.summary ?? '',
    category: 'survey',
    description,
    flow: 'answers',
    settings: { ...settings, closesOn: '' },
    fillIns: capturing.fillIns,
    sections,
    record: { required: [], requiredAny: [] },
    mails: {},
  };
  return { draft, keys: given };
}
