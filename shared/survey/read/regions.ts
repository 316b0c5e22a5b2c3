/**
 * Regions within regions: an answer that names its chamber and no prefecture is placed where all others of the chamber are.
 * Regions that are not nested cannot be protected against one another (protect/apart.ts), so that what is left open is told.
 */
import { type Issue, issue } from '../../issue/issue.ts';
import type { ReportAnswer } from './answer-cells.ts';

/** What a file says about one level of regions and the one around it. Values are options, −1 for none. */
export interface RegionLevels {
  readonly inner: { readonly label: string; readonly values: readonly string[] };
  readonly outer: {
    readonly key: string;
    readonly label: string;
    readonly labels: readonly string[];
    readonly values: readonly number[];
  };
}

const inTwo = ({ inner, outer }: RegionLevels, name: string, two: readonly number[]): Issue =>
  issue('survey.region-in-two', 'warning', outer.key, {
    value: name,
    params: {
      inner: inner.label,
      name,
      outer: outer.label,
      place: outer.labels[two[0] ?? -1] ?? '',
      otherPlace: outer.labels[two[1] ?? -1] ?? '',
    },
  });

/**
 * The outer region of each answer, filled in where the inner one says it without doubt. Tells of inner regions in two outer ones, and
 * of those that no answer places though others are placed.
 */
export function fillOuter(levels: RegionLevels, report: ReportAnswer): readonly number[] {
  const { inner, outer } = levels;
  const around = new Map<string, number[]>();
  inner.values.forEach((name, at) => {
    const value = outer.values[at] ?? -1;
    if (name === '') return;
    const known = around.get(name) ?? [];
    if (value >= 0 && !known.includes(value)) known.push(value);
    around.set(name, known);
  });
  if (![...around.values()].some((known) => known.length > 0)) return outer.values;
  const told = new Set<string>();
  return outer.values.map((value, at) => {
    const name = inner.values[at] ?? '';
    const known = around.get(name);
    if (known === undefined) return value;
    if (known.length === 1) return value < 0 ? (known[0] ?? -1) : value;
    if (!told.has(name)) {
      told.add(name);
      report(
        at,
        known.length > 1
          ? inTwo(levels, name, known)
          : issue('survey.region-nowhere', 'warning', outer.key, {
              value: name,
              params: { inner: inner.label, name, outer: outer.label },
            }),
      );
    }
    return value;
  });
}
