/** Lines that open what stands behind the articles: 附則, 別表, 様式, 別紙. */
import { trimLine, unbracketed } from './labels.ts';
import { foldCountedNumbers, numeralPattern, readNumeral } from './numerals.ts';

export interface SupplementLabel {
  /** Act and date in brackets as written, '' where there are none. */
  readonly act: string;
  readonly excerpt: boolean;
  readonly rest: string;
}

const supplementLine =
  /^附[\s\u3000]*則(?:[\s\u3000]*[（(]([^（）()]*)[）)])?(?:[\s\u3000]*(抄))?(?:[\s\u3000]+(.*))?$/;

export function supplementLabel(text: string): SupplementLabel | null {
  const found = supplementLine.exec(text);
  if (found === null) return null;
  return { act: trimLine(found[1] ?? ''), excerpt: found[2] !== undefined, rest: found[3] ?? '' };
}

/** `平成一一年一二月二二日法律第一六〇号` → `平成11年法律第160号`; a date alone stays a date. */
export function actOf(written: string): string {
  const folded = foldCountedNumbers(written).replace(/[\s\u3000]+/g, '');
  return /(?:法律|政令|省令|府令|条例|規則|告示)第/.test(folded)
    ? folded.replace(/年[0-9]+月[0-9]+日(?=[^0-9])/, '年')
    : folded;
}

/** True where an address holds all that the brackets of a 附則 say: 令和六年三月二十六日改正, and not 法律 with its day. */
export function saysAll(act: string): boolean {
  return actOf(act) === foldCountedNumbers(act).replace(/[\s\u3000]+/g, '');
}

/** True where a supplement belongs to another act that amends this one: its bare article numbers are that act's. */
export function isAmendingAct(act: string): boolean {
  return /(?:法律|政令|省令|府令|条例)第/.test(act);
}

export interface AppendixLabel {
  readonly kind: 'appendix' | 'form';
  /** 別表第1, 様式第2号, 別紙1. */
  readonly shown: string;
  readonly heading: string;
}

const appendixLine = new RegExp(
  `^[（(【［\\[]?(?:(別表)[\\s\\u3000]*(?:第?(${numeralPattern})(?:の(${numeralPattern}))?)?|(?:別記)?(様式)[\\s\\u3000]*(?:第?(${numeralPattern})号?(?:の(${numeralPattern}))?)?|(?:別記)?第(${numeralPattern})号(様式)|(別紙|別添|別図|別記)[\\s\\u3000]*(?:第?(${numeralPattern})号?)?)[）)】］\\]]?(.*)$`,
);

/** （第八条関係）　会費の額 and 会費の額（第八条関係）, both as 会費の額　第八条関係: brackets stand around a heading, not in it. */
function about(heading: string): string {
  const [, first, behind] = /^[（(]([^（）()]*関係)[）)][\s\u3000]*(.+)$/.exec(heading) ?? [];
  const [, before, last] = /^([^（(].*?)[\s\u3000]*[（(]([^（）()]*関係)[）)]$/.exec(heading) ?? [];
  const words = behind ?? before;
  return words === undefined ? heading : `${words}\u3000${first ?? last}`;
}

export function appendixLabel(text: string): AppendixLabel | null {
  const found = appendixLine.exec(text);
  if (found === null || text.length > 60) return null;
  const [, table, tableNumber, tableBranch, form, formNumber, formBranch, formFirst, , other, otherNumber] =
    found;
  const rest = found[11] ?? '';
  // （第9条、第10条関係） names articles; outside of brackets 、 belongs to a sentence.
  if (/[。、]/.test(rest.replace(/[（(][^（）()]*[）)]/g, '')) || /^[のにをはがへもやと中各から]/.test(rest))
    return null;
  const heading = about(unbracketed(trimLine(rest)));
  const number = (written: string | undefined) => (written === undefined ? null : readNumeral(written));
  const branch = (written: string | undefined) =>
    written === undefined ? '' : `の${number(written) ?? written}`;
  if (table !== undefined) {
    const value = number(tableNumber);
    return {
      kind: 'appendix',
      shown: `別表${value === null ? '' : `第${value}`}${branch(tableBranch)}`,
      heading,
    };
  }
  if (form !== undefined || formFirst !== undefined) {
    const value = number(formNumber ?? formFirst);
    return {
      kind: 'form',
      shown: `様式${value === null ? '' : `第${value}号`}${branch(formBranch)}`,
      heading,
    };
  }
  const value = number(otherNumber);
  return { kind: 'form', shown: `${other ?? '別紙'}${value === null ? '' : `第${value}`}`, heading };
}
