/**
 * Who gets a release when: rings, from JCCI's own office to the whole country. A ring names its chambers; a chamber belongs to one
 * ring at most, and one that stands in none is offered nothing.
 */
import * as z from 'zod/mini';
import { type Issue, issue } from '../issue/issue.ts';
import { chamberCode, moment, sha256Text, versionText } from './codes.ts';

/** A chamber on JCCI's list. */
export interface ListedChamber {
  readonly code: string;
  readonly name: string;
  /** 01 … 47 (JIS X 0401). */
  readonly prefecture: string;
}

/** Chambers of the working group (商工会議所のデジタル化の作業部会), by place: JCCI's action plan of 2025-04-17, list of members. */
export const workingGroup: readonly string[] = [
  '新潟',
  '燕',
  '高崎',
  '飯能',
  '横須賀',
  '三島',
  '京都',
  '高松',
];

/** Most chambers that may be waited for at once before a ring has shown that the release is good. */
export const mostUnproved = 5;

export const pointerSchema = () =>
  z.strictObject({
    version: versionText(),
    /** Of the whole release (`release.ts`). */
    sha256: sha256Text(),
    /** Where the file is read: `https://…` or `drive:<file id>`. */
    address: z.string().check(z.maxLength(500), z.regex(/^(https:\/\/|drive:)[\x21-\x7e]+$/)),
  });
export type ReleasePointer = Readonly<z.infer<ReturnType<typeof pointerSchema>>>;

export const ringSchema = () =>
  z.strictObject({
    id: z.string().check(z.regex(/^[a-z0-9-]{1,30}$/)),
    name: z.string().check(z.minLength(1), z.maxLength(60)),
    startsAt: moment(),
    chambers: z.array(chamberCode()).check(z.maxLength(1000)),
  });
export type Ring = Readonly<z.infer<ReturnType<typeof ringSchema>>>;

export const rulesSchema = () =>
  z.strictObject({
    /** Chambers of a ring that are offered the release first, and as long as not enough have succeeded. */
    firstBatch: z.number().check(z.int(), z.minimum(1), z.maximum(mostUnproved)),
    /** Successes of a ring after which batches grow. */
    enough: z.number().check(z.int(), z.minimum(1), z.maximum(50)),
    /** A batch is as many times what has succeeded so far. */
    growth: z.number().check(z.int(), z.minimum(1), z.maximum(10)),
    /** Milliseconds after which a chamber that says nothing is waited for no more. */
    patience: z.number().check(z.int(), z.positive()),
  });
export type Rules = Readonly<z.infer<ReturnType<typeof rulesSchema>>>;

const hour = 3_600_000;

/**
 * Agents look once an hour and report in the same run; a look that breaks three times is reported as a failure, so four hours of silence are no
 * failure on its way. A ring of 500 is through in four batches, so that its last chamber has more than a day of the 48 hours in which a
 * required correction has to arrive (`npm run simulate:fleet`).
 */
export const defaultRules: Rules = { firstBatch: 5, enough: 5, growth: 6, patience: 4 * hour };

export const planSchema = () =>
  z.strictObject({
    release: pointerSchema(),
    /** What a roll-back leads to; null: what the add-on ships. */
    back: z.nullable(pointerSchema()),
    rings: z.array(ringSchema()).check(z.minLength(1), z.maxLength(60)),
    rules: rulesSchema(),
  });
export type RolloutPlan = Readonly<z.infer<ReturnType<typeof planSchema>>>;

export interface StandardRings {
  /** Codes of JCCI's own ring. */
  readonly home: readonly string[];
  /** Codes of the second ring; default: the working group, by the places in the names of the list. */
  readonly pilot?: readonly string[];
  /** Prefectures (01 … 47) that get a ring of their own before everybody else, in this order. */
  readonly prefectures: readonly string[];
  readonly prefectureNames?: Readonly<Record<string, string>>;
  readonly startsAt: number;
  /** Milliseconds from the start of one ring to that of the next. */
  readonly step: number;
}

const isOfWorkingGroup = ({ name }: ListedChamber): boolean =>
  workingGroup.some((place) => name === place || name === `${place}商工会議所`);

/** 日商内 → 作業部会 → 県ごと → 全国. Rings without chambers are left out; what stands in an earlier ring is not in a later one. */
export function standardRings(list: readonly ListedChamber[], given: StandardRings): readonly Ring[] {
  const pilot = given.pilot ?? list.filter(isOfWorkingGroup).map(({ code }) => code);
  const wanted: readonly (readonly [id: string, name: string, codes: readonly string[]])[] = [
    ['jcci', '日商内', given.home],
    ['pilot', '作業部会の商工会議所', pilot],
    ...given.prefectures.map((number) => {
      const codes = list.filter(({ prefecture }) => prefecture === number).map(({ code }) => code);
      return [`pref-${number}`, given.prefectureNames?.[number] ?? `都道府県 ${number}`, codes] as const;
    }),
    ['all', '全国', list.map(({ code }) => code)],
  ];
  const taken = new Set<string>();
  const rings: Ring[] = [];
  for (const [id, name, codes] of wanted) {
    const chambers = [...new Set(codes)].filter((code) => !taken.has(code));
    for (const code of chambers) taken.add(code);
    if (chambers.length === 0) continue;
    rings.push({ id, name, chambers, startsAt: given.startsAt + rings.length * given.step });
  }
  return rings;
}

/**
 * What makes a plan unusable: `rollout.ring-twice` (id), `rollout.ring-order` (starts before the one before it),
 * `rollout.chamber-twice`, `rollout.chamber-unknown` (not on the list, where one is given), `rollout.back-same`.
 */
export function planIssues(
  { rings, release, back }: RolloutPlan,
  list?: readonly Pick<ListedChamber, 'code'>[],
): readonly Issue[] {
  const found: Issue[] = [];
  const say = (code: string, params: Readonly<Record<string, string>>): void => {
    found.push(issue(code, 'error', '', { params }));
  };
  const known = list === undefined ? null : new Set(list.map(({ code }) => code));
  const ids = new Set<string>();
  const chambers = new Set<string>();
  let last = 0;
  for (const { id, name, startsAt, chambers: codes } of rings) {
    if (ids.has(id)) say('rollout.ring-twice', { ring: name });
    ids.add(id);
    if (startsAt < last) say('rollout.ring-order', { ring: name });
    last = Math.max(last, startsAt);
    for (const chamber of codes) {
      if (chambers.has(chamber)) say('rollout.chamber-twice', { chamber, ring: name });
      if (known !== null && !known.has(chamber)) say('rollout.chamber-unknown', { chamber, ring: name });
      chambers.add(chamber);
    }
  }
  if (back !== null && back.version === release.version)
    say('rollout.back-same', { version: release.version });
  return found;
}
