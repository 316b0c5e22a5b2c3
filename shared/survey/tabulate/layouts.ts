/** By what a report breaks answers down: `industry,size` is two tables, `industry*size` crosses the two. */
import { issue, UnusableInput } from '../../issue/issue.ts';
import type { SurveyDefinition } from '../definition/schema.ts';

const mostCrossed = 2;

/** Dimensions of each table. Throws `UnusableInput` for a dimension that the survey has not. */
export function readLayouts(definition: SurveyDefinition, typed: string): readonly (readonly string[])[] {
  const byName = new Map(
    definition.dimensions.flatMap(({ key, label }): [string, string][] => [
      [key.toLowerCase(), key],
      [label, key],
    ]),
  );
  const layouts = typed
    .normalize('NFKC')
    .split(/[,、]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const keys = one.split(/[*×]/).map((name) => {
        const key = byName.get(name.trim().toLowerCase());
        if (key === undefined)
          throw new UnusableInput([
            issue('survey.by-unknown', 'error', '', {
              params: {
                name: name.trim(),
                survey: definition.id,
                known: definition.dimensions
                  .map((dimension) => `${dimension.key}（${dimension.label}）`)
                  .join('、'),
              },
            }),
          ]);
        return key;
      });
      if (keys.length > mostCrossed || new Set(keys).size < keys.length)
        throw new UnusableInput([issue('survey.by-many', 'error', '', { params: { name: one } })]);
      return keys;
    });
  // What is crossed has margins: each dimension by itself stands before the two together.
  const seen = new Set<string>();
  return layouts
    .flatMap((keys) => (keys.length > 1 ? [...keys.map((key) => [key]), keys] : [keys]))
    .filter((keys) => {
      const name = keys.join('*');
      const isNew = !seen.has(name);
      seen.add(name);
      return isNew;
    });
}
