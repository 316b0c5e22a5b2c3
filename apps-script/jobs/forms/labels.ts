/**
 * Answers name options by the words that stood in the form. A chamber may have reworded an option, and a form may be older than
 * the program: what was chosen is told by the option's code and put in the words of the newest template.
 */
import type { FormPlan, PlannedItem, PlannedOption } from '../../../shared/form/plan.ts';
import { formOfCopy } from '../../../shared/merge/form-of-copy.ts';
import type { Book } from '../book/book.ts';
import { readBase } from '../book/form-base.ts';
import type { FormRow } from '../book/forms.ts';
import type { RawResponse, Services } from '../port.ts';
import { newestPlan } from './sides.ts';

type Items = ReadonlyMap<string, PlannedItem>;

const itemsOf = ({ sections }: FormPlan): Items =>
  new Map(sections.flatMap(({ items }) => items.map((item) => [item.key, item])));

const has = (options: readonly PlannedOption[], text: string): boolean =>
  options.some(({ label }) => label === text);

/**
 * The answers with the words of the newest template. The form is read only when a word is known to neither the template nor the
 * form's base; what no option stands for (その他) stays as it was typed.
 */
export function inNewestWords(
  services: Services,
  book: Book,
  row: FormRow,
  raws: readonly RawResponse[],
): readonly RawResponse[] {
  const newest = newestPlan(book, row.templateId, row.values);
  const base = readBase(book, row.formId, newest);
  const keys = new Map(base.links.map(({ itemId, key }) => [itemId, key]));
  const [now, then] = [itemsOf(newest), itemsOf(base.plan)];
  let standing: Items | null = null;
  const ours = (): Items => {
    const copy = standing === null ? services.forms.read(row.formId) : null;
    standing ??= copy === null ? new Map() : itemsOf(formOfCopy(copy, base.links, base.plan));
    return standing;
  };
  const worded = (key: string, text: string): string => {
    const options = now.get(key)?.options ?? [];
    if (text === '' || options.length === 0 || has(options, text)) return text;
    const before = then.get(key)?.options ?? [];
    const from = has(before, text) ? before : (ours().get(key)?.options ?? []);
    const code = from.find(({ label }) => label === text)?.code;
    return options.find((option) => option.code === code)?.label ?? text;
  };
  return raws.map((raw) => ({
    ...raw,
    answers: Object.fromEntries(
      Object.entries(raw.answers).map(([itemId, texts]) => {
        const key = keys.get(itemId);
        return [itemId, key === undefined ? texts : texts.map((text) => worded(key, text))];
      }),
    ),
  }));
}
