/**
 * Weights that make the answers stand for all businesses: by cells where one margin is given, by raking over several (iterative
 * proportional fitting; W. E. Deming, F. F. Stephan, "On a Least Squares Adjustment of a Sampled Frequency Table When the Expected
 * Marginal Totals are Known", Annals of Mathematical Statistics 11, 1940, 427–444). Where that cannot be done honestly, it is not done
 * and the reason is said: results stay unweighted.
 */
import { type Issue, issue } from '../../issue/issue.ts';
import type { SurveyColumns } from '../columns.ts';
import { type Cube, cubeOf, leavesOf } from '../count/cube.ts';
import { defaultWeightSettings, type Margin, type WeightSettings } from './population.ts';
import { cutHigh } from './trim.ts';

export type { Margin, WeightSettings } from './population.ts';

export interface Weights {
  /** One a row, mean 1 over the answers that could be placed; 1 for those that lack a dimension. */
  readonly weights: Float64Array;
  /** Answers that lack a dimension and keep the weight 1. */
  readonly unplaced: number;
  /** Answers whose weight was cut; where there are any, the margins are reproduced no more than nearly. */
  readonly cut: number;
  /** Largest relative distance of a weighted margin from the given one. */
  readonly distance: number;
}

export type Weighting =
  | ({ readonly on: true } & Weights)
  | { readonly on: false; readonly reasons: readonly Issue[] };

const rounds = 500;
const closeEnough = 1e-10;

/** One margin over the groups of the cube: the margin's group of each, the answers and the aim of each margin group. */
interface Fit {
  readonly margin: Margin;
  readonly groupOf: Int32Array;
  readonly aims: Float64Array;
}

/** Weights for the answers of a wave, or why there are none. */
export function postStratify(
  columns: SurveyColumns,
  margins: readonly Margin[],
  settings: WeightSettings = defaultWeightSettings,
): Weighting {
  const keys = [...new Set(margins.flatMap(({ by }) => by))];
  const cube = cubeOf(columns, keys);
  const leaves = leavesOf(cube, columns.rows);
  const placed = placedLeaves(cube);
  const n = new Float64Array(cube.size);
  let unplaced = 0;
  for (const leaf of leaves)
    if (placed[leaf] === 1) n[leaf] = (n[leaf] ?? 0) + 1;
    else unplaced++;

  const answers = columns.rows - unplaced;
  const fits = margins.map((margin) => fitOf(cube, placed, margin, answers));
  const reasons = [
    ...(margins.length === 0 ? [issue('survey.weight.no-population', 'warning', '')] : []),
    ...totalsDiffer(margins),
    ...fits.flatMap((fit) => unfit(cube, fit, n, settings)),
  ];
  if (reasons.length > 0) return { on: false, reasons };

  const ofLeaf = new Float64Array(cube.size).fill(1);
  if (!rake(fits, n, ofLeaf))
    return { on: false, reasons: [issue('survey.weight.no-fit', 'warning', '', { params: { rounds } })] };
  const cut = cutHigh(ofLeaf, n, settings.most);
  const weights = Float64Array.from(leaves, (leaf) => (placed[leaf] === 1 ? (ofLeaf[leaf] ?? 1) : 1));
  const distance = Math.max(0, ...fits.map((fit) => distanceOf(fit, n, ofLeaf)));
  return { on: true, weights, unplaced, cut, distance };
}

/** 1 for groups that fix every dimension: the slot of a total holds answers without the dimension. */
function placedLeaves({ size, sizes, strides }: Cube): Uint8Array {
  return Uint8Array.from({ length: size }, (_, leaf) =>
    sizes.every((slots, at) => Math.floor(leaf / (strides[at] ?? 1)) % slots > 0) ? 1 : 0,
  );
}

function fitOf(cube: Cube, placed: Uint8Array, margin: Margin, answers: number): Fit {
  const places = margin.by.map((key) => cube.by.indexOf(key));
  const steps: number[] = [];
  let size = 1;
  for (const place of [...places].reverse()) {
    steps.unshift(size);
    size *= (cube.sizes[place] ?? 1) - 1;
  }
  const groupOf = Int32Array.from(placed, (one, leaf) => {
    if (one === 0) return -1;
    return places.reduce((sum, place, at) => {
      const slot = Math.floor(leaf / (cube.strides[place] ?? 1)) % (cube.sizes[place] ?? 1);
      return sum + (slot - 1) * (steps[at] ?? 0);
    }, 0);
  });
  const total = margin.groups.reduce((sum, { count }) => sum + count, 0);
  const aims = new Float64Array(size);
  for (const { group, count } of margin.groups) {
    const at = group.reduce((sum, option, place) => sum + option * (steps[place] ?? 0), 0);
    aims[at] = (aims[at] ?? 0) + (total > 0 ? (count / total) * answers : 0);
  }
  return { margin, groupOf, aims };
}

/** Sums a value of the leaves by the groups of a margin. */
function sumsOf({ groupOf, aims }: Fit, value: (leaf: number) => number): Float64Array {
  const sums = new Float64Array(aims.length);
  for (let leaf = 0; leaf < groupOf.length; leaf++) {
    const group = groupOf[leaf] ?? -1;
    if (group >= 0) sums[group] = (sums[group] ?? 0) + value(leaf);
  }
  return sums;
}

function totalsDiffer(margins: readonly Margin[]): readonly Issue[] {
  const totals = margins.map(({ groups }) => groups.reduce((sum, { count }) => sum + count, 0));
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  // One per cent: counts of two censuses; more is a table of something else.
  return totals.length > 1 && most > least * 1.01
    ? [issue('survey.weight.totals-differ', 'warning', '', { params: { least, most } })]
    : [];
}

/** Groups that cannot carry weights. */
function unfit(cube: Cube, fit: Fit, n: Float64Array, { leastAnswers }: WeightSettings): readonly Issue[] {
  const answers = sumsOf(fit, (leaf) => n[leaf] ?? 0);
  const found: Issue[] = [];
  answers.forEach((count, group) => {
    const aim = fit.aims[group] ?? 0;
    const params = { group: nameOf(cube, fit, group), answers: count };
    if (aim > 0 && count === 0) found.push(issue('survey.weight.empty', 'warning', '', { params }));
    else if (aim > 0 && count < leastAnswers)
      found.push(issue('survey.weight.thin', 'warning', '', { params: { ...params, least: leastAnswers } }));
    else if (!(aim > 0) && count > 0)
      found.push(issue('survey.weight.no-businesses', 'warning', '', { params }));
  });
  return found;
}

function nameOf(cube: Cube, { margin }: Fit, group: number): string {
  let left = group;
  const names: string[] = [];
  for (const key of [...margin.by].reverse()) {
    const options = cube.dimensions[cube.by.indexOf(key)]?.options ?? [];
    names.unshift(options[left % options.length] ?? '');
    left = Math.floor(left / options.length);
  }
  return names.join('・');
}

/** Fits every margin in turn until none moves any more; false where they contradict one another. */
function rake(fits: readonly Fit[], n: Float64Array, weights: Float64Array): boolean {
  for (let round = 0; round < rounds; round++) {
    for (const fit of fits) {
      const sums = sumsOf(fit, (leaf) => (weights[leaf] ?? 0) * (n[leaf] ?? 0));
      for (let leaf = 0; leaf < weights.length; leaf++) {
        const group = fit.groupOf[leaf] ?? -1;
        const sum = sums[group] ?? 0;
        if (group >= 0 && sum > 0) weights[leaf] = ((weights[leaf] ?? 0) * (fit.aims[group] ?? 0)) / sum;
      }
    }
    if (fits.every((fit) => distanceOf(fit, n, weights) < closeEnough)) return true;
  }
  return false;
}

function distanceOf(fit: Fit, n: Float64Array, weights: Float64Array): number {
  const sums = sumsOf(fit, (leaf) => (weights[leaf] ?? 0) * (n[leaf] ?? 0));
  return fit.aims.reduce(
    (most, aim, group) => (aim > 0 ? Math.max(most, Math.abs((sums[group] ?? 0) / aim - 1)) : most),
    0,
  );
}
