/** What people of a chamber do to their forms, by hand, while releases come; and what the simulation remembers of it. */
import type { CopyItem } from '../../shared/form/copy.ts';
import type { Chamber } from './world/chamber.ts';
import type { FormData } from './world/memory-forms.ts';
import { pick, type Random } from './world/weather.ts';

export type Edit =
  | { readonly kind: 'renamed'; readonly formId: string; readonly itemId: string; readonly title: string }
  | { readonly kind: 'removed'; readonly formId: string; readonly itemId: string }
  | { readonly kind: 'added'; readonly formId: string; readonly itemId: string; readonly title: string }
  | { readonly kind: 'option'; readonly formId: string; readonly itemId: string; readonly label: string };

const isPlain = ({ type, options, required }: CopyItem): boolean =>
  !['page', 'description', 'unknown', 'image', 'video'].includes(type) &&
  !required &&
  options.every(({ goTo }) => goTo === undefined);

function replaceItem(form: FormData, itemId: string, change: Partial<CopyItem>): void {
  form.items = form.items.map((item) => (item.itemId === itemId ? { ...item, ...change } : item));
}

/** One edit of somebody; null where the form has nothing for it. */
export function editForm(chamber: Chamber, random: Random, serial: number): Edit | null {
  const form = pick(random, chamber.forms.all);
  const formId = form.id;
  const questions = form.items.filter(isPlain);
  const kind = pick(random, ['renamed', 'renamed', 'removed', 'added', 'option'] as const);
  if (kind === 'added') {
    chamber.forms.next += 1;
    const itemId = String(5_000_000 + chamber.forms.next);
    const title = `自所の質問${serial}`;
    const item: CopyItem = {
      itemId,
      type: 'short',
      title,
      help: '',
      required: false,
      options: [],
      other: false,
    };
    form.items.splice(Math.floor(random() * (form.items.length + 1)), 0, item);
    return { kind, formId, itemId, title };
  }
  if (questions.length === 0) return null;
  const { itemId, title, options } = pick(random, questions);
  if (kind === 'renamed') {
    const renamed = `${title}（自所${serial}）`;
    replaceItem(form, itemId, { title: renamed });
    return { kind, formId, itemId, title: renamed };
  }
  if (kind === 'removed') {
    form.items = form.items.filter((item) => item.itemId !== itemId);
    form.answered = form.answered.filter((one) => one !== itemId);
    return { kind, formId, itemId };
  }
  if (options.length === 0) return null;
  const label = `自所の選択肢${serial}`;
  replaceItem(form, itemId, { options: [...options, { label }] });
  return { kind, formId, itemId, label };
}

/** Edits that are lost, in words: what the chamber did and the form does not show any more. Later edits of the same thing count. */
export function lostEdits(chamber: Chamber, edits: readonly Edit[]): readonly string[] {
  const lost: string[] = [];
  const last = new Map<string, Edit>();
  const removed = new Set<string>();
  for (const edit of edits) {
    if (edit.kind === 'removed') removed.add(`${edit.formId} ${edit.itemId}`);
    const part = edit.kind === 'option' ? edit.label : edit.kind;
    last.set(`${edit.formId} ${edit.itemId} ${part === 'added' ? 'renamed' : part}`, edit);
  }
  for (const edit of last.values()) {
    const form = chamber.forms.all.find(({ id }) => id === edit.formId);
    const item = form?.items.find(({ itemId }) => itemId === edit.itemId);
    const isRemoved = removed.has(`${edit.formId} ${edit.itemId}`);
    const stands =
      edit.kind === 'removed'
        ? item === undefined
        : isRemoved ||
          (edit.kind === 'option'
            ? item?.options.some(({ label }) => label === edit.label)
            : item?.title === edit.title);
    if (stands !== true) lost.push(`${chamber.listed.code}: ${JSON.stringify(edit)}`);
  }
  return lost;
}
