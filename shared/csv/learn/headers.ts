/** Header of a core system's file → field keys it may mean, by label, key, synonym or likeness. */
import type { Catalogue, KindId } from '../../fields/catalogue.ts';
import { nearest } from '../../text/distance.ts';
import { comparisonKey } from '../../text/width.ts';

/** How a header met its key, the surest first. */
export type HeaderMatchBy = 'label' | 'synonym' | 'model' | 'likeness';

export interface HeaderMatch {
  readonly key: string;
  readonly by: HeaderMatchBy;
  /** 0–1. */
  readonly score: number;
}

const scores: Readonly<Record<HeaderMatchBy, number>> = {
  label: 1,
  synonym: 0.95,
  model: 0.85,
  likeness: 0.5,
};
/** A header that had a unit or a remark behind it. */
const decorated = 0.95;
/** Likeness alone says too little where any value would pass. */
const likenessOfFreeText = 0.4;

/** Kinds that take any text: their values neither confirm nor contradict a header. */
export const freeKinds: ReadonlySet<KindId> = new Set<KindId>([
  'code',
  'name',
  'person-name',
  'text',
  'building',
  'address',
  'token',
]);

const marks = /[・･()[\]「」『』【】<>_\-‐−―./:：*※#'"]/g;

/** A header as compared: width, case, blanks, marks and the usual ways of writing フリガナ, No., 年月日 do not matter. */
export function headerKey(text: string): string {
  return comparisonKey(text.replace(/^\ufeff/, ''))
    .replace(/フリガナ|ふりがな|よみがな|ヨミガナ|かな|よみ|ヨミ|読み/g, 'カナ')
    .replace(marks, '')
    .replace(/(?:no|コード)$/, '番号')
    .replace(/年月日$/, '日');
}

/** Units and remarks behind a header that leave its meaning alone. 千円 and the like do not: see `unitOf`. */
const remark =
  /[ \u3000]*[（([［【](?:円|人|名|口|月|年|半角|全角|半角数字|全角カナ|必須|任意|西暦|税込|数字)[)）\]］】]\s*$|^[\s\d]+[._:：)）]\s*|^[※*]+|[※*]+$/g;

/** 千円, 万円, 百万円 in a header: the figures are not yen, and a layout has no way to say so. '' when there is none. */
export function unitOf(header: string): string {
  return /[（([［【 \u3000](百万円|千円|万円)/.exec(header)?.[1] ?? '';
}

/** Makes the matcher of a catalogue: all keys that a header may mean, the surest first; none for an unknown header. */
export function createHeaderMatcher(catalogue: Catalogue): (header: string) => readonly HeaderMatch[] {
  const exact = new Map<string, HeaderMatch[]>();
  const kindOf = new Map(catalogue.fields.map((field) => [field.key, field.kind]));
  const add = (spelling: string, key: string, by: HeaderMatchBy): void => {
    const folded = headerKey(spelling);
    const known = exact.get(folded) ?? [];
    if (folded === '' || known.some((match) => match.key === key)) return;
    exact.set(folded, [...known, { key, by, score: scores[by] }]);
  };
  const ownersOfModel = new Map<string, number>();
  for (const { gif } of catalogue.fields)
    if (gif !== undefined) ownersOfModel.set(gif, (ownersOfModel.get(gif) ?? 0) + 1);
  for (const { key, label } of catalogue.fields) {
    add(label, key, 'label');
    add(key, key, 'label');
  }
  for (const { key, synonyms } of catalogue.fields)
    for (const synonym of synonyms ?? []) add(synonym, key, 'synonym');
  for (const { key, gif } of catalogue.fields)
    if (gif !== undefined && ownersOfModel.get(gif) === 1) add(gif, key, 'model');
  const spellings = [...exact.keys()];

  return (header) => {
    const found = exact.get(headerKey(header));
    if (found !== undefined) return found;
    const bare = header.replace(remark, '');
    const undecorated = bare === header ? undefined : exact.get(headerKey(bare));
    if (undecorated !== undefined)
      return undecorated.map((match) => ({ ...match, score: match.score * decorated }));
    const near = nearest(headerKey(bare), spellings);
    return (exact.get(near ?? '') ?? []).map(({ key }): HeaderMatch => {
      const kind = kindOf.get(key);
      const score = kind !== undefined && freeKinds.has(kind) ? likenessOfFreeText : scores.likeness;
      return { key, by: 'likeness', score };
    });
  };
}
