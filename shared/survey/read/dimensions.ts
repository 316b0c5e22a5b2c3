/** Dimensions of an answer: options as defined, prefectures by name, blocks from their prefectures, or whatever is named. */
import type { CodeList } from '../../fields/catalogue.ts';
import type { SurveyDimension, SurveyOption } from '../definition/schema.ts';
import { prefectureNames } from '../definition/to-template.ts';

const plain = (code: string, label: string, aliases: readonly string[] = []): SurveyOption => ({
  code,
  label,
  aliases: [...aliases],
});

/** Options of the 47 prefectures; 「神奈川」 means 神奈川県. */
function prefectureOptions(): readonly SurveyOption[] {
  return prefectureNames().map((name, at) => {
    const short = name === '北海道' ? name : name.slice(0, -1);
    return plain(name, name, short === name ? [] : [short, String(at + 1).padStart(2, '0')]);
  });
}

/** Options of a dimension; null where they are whatever the answers name. */
export function dimensionOptions(
  dimension: SurveyDimension,
  lists: ReadonlyMap<string, CodeList>,
): readonly SurveyOption[] | null {
  if (dimension.options !== undefined) return dimension.options;
  if (dimension.values === 'prefectures') return prefectureOptions();
  if (dimension.groups === undefined) return null;
  const list = lists.get(dimension.groups.list);
  return (list?.options ?? []).map(({ code, label, aliases }) => plain(code, label, aliases));
}

/** Member → code of the group that holds it (青森県 → tohoku). */
export function groupOfMember(
  dimension: SurveyDimension,
  lists: ReadonlyMap<string, CodeList>,
): ReadonlyMap<string, string> {
  const list = dimension.groups === undefined ? undefined : lists.get(dimension.groups.list);
  return new Map(
    (list?.options ?? []).flatMap(({ code, members = [] }) =>
      members.map((member): [string, string] => [member, code]),
    ),
  );
}
