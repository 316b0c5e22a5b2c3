/** One answer → the option it names, and in which way it names it. */
import { foldAscii } from '../../text/width.ts';
import type { SurveyOption } from '../definition/schema.ts';

/** How an option was named. Several ways in one column are two codings in one wave. */
export type Coding = 'label' | 'code' | 'number' | 'alias';

export interface OptionReader {
  /** Index of the option, −1 where the text names none. */
  find(text: string): number;
  /** The way of the text found last. */
  coding(): Coding;
}

/** As compared: width, case and spaces do not matter, nor which of the two wave dashes a file in CP932 came back with. */
const fold = (text: string): string =>
  foldAscii(text.normalize('NFKC'))
    .replace(/\s+/g, '')
    .replace(/[〜～]/g, '~')
    .toLowerCase();

/** A reader of answers to one question; remembers what it has seen. */
export function optionReader(options: readonly SurveyOption[]): OptionReader {
  const known = new Map<string, { readonly at: number; readonly coding: Coding }>();
  const put = (name: string, at: number, coding: Coding): void => {
    const folded = fold(name);
    if (!known.has(folded)) known.set(folded, { at, coding });
  };
  options.forEach(({ label }, at) => {
    put(label, at, 'label');
  });
  options.forEach(({ code, aliases }, at) => {
    put(code, at, /^\d+$/.test(code) ? 'number' : 'code');
    for (const alias of aliases) put(alias, at, /^\d+$/.test(fold(alias)) ? 'number' : 'alias');
  });
  const seen = new Map<string, { readonly at: number; readonly coding: Coding }>();
  const none = { at: -1, coding: 'label' } as const;
  let last: Coding = 'label';
  return {
    find(text) {
      let found = seen.get(text);
      if (found === undefined) {
        // 「1 増加」「① 増加」 as paper forms are typed in: a number before a label that is known.
        found =
          known.get(fold(text)) ?? known.get(fold(text).replace(/^\(?\d{1,2}(?!\d)[.)、．:：]?/, '')) ?? none;
        if (seen.size < 10_000) seen.set(text, found);
      }
      last = found.coding;
      return found.at;
    },
    coding: () => last,
  };
}
