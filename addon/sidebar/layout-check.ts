/** What a learned layout still lacks before it can be saved. */
import type { LearnView } from '../view/ledger-protocol.ts';

/** Keys that two columns or more would fill. */
export function doubleKeys(choices: Readonly<Record<number, string>>): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of Object.values(choices)) {
    if (key === '') continue;
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}

/** The proposals as they are taken at first. */
export function proposedChoices(view: LearnView): Readonly<Record<number, string>> {
  return Object.fromEntries(view.columns.map((column) => [column.index, column.key]));
}

/** Why the layout cannot be saved, '' when it can. */
export function layoutFault(
  choices: Readonly<Record<number, string>>,
  name: string,
): { readonly fault: string; readonly at: 'columns' | 'name' | '' } {
  if (doubleKeys(choices).size > 0)
    return { fault: '同じ項目を2つの列に当てています。印の付いた列を直してください。', at: 'columns' };
  if (!Object.values(choices).includes('businessNumber'))
    return { fault: '「事業所番号」の列がありません。どの列か選んでください。', at: 'columns' };
  if (name.trim() === '') return { fault: '配置の名前を入れてください。', at: 'name' };
  return { fault: '', at: '' };
}
