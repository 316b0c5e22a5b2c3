/** Learns the layout of a core system from a real export: a proposal with confidence and examples, for a person to confirm. */
import type { Catalogue, Field } from '../../fields/catalogue.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import { createNormaliser } from '../../record/normalise.ts';
import { defaultSettings, type Settings } from '../../settings/settings.ts';
import type { Profile, ProfileColumn } from '../profile.ts';
import { findStyle, styleId } from '../styles.ts';
import { assign } from './assign.ts';
import {
  bestStyle,
  type LearnedStyle,
  type Normalise,
  readable,
  type SampleColumn,
  sampleColumn,
  shapely,
} from './column.ts';
import { createHeaderMatcher, freeKinds, type HeaderMatchBy, unitOf } from './headers.ts';
import { readLayout } from './layout.ts';
import { doubtOfSeveral, shapes } from './shapes.ts';

export interface LearnInput {
  /** Name of the sample, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Id of the profile: small letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly catalogue: Catalogue;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  readonly settings?: Pick<Settings, 'divisions' | 'districts'>;
}

export interface Candidate {
  readonly key: string;
  readonly by: HeaderMatchBy | 'shape';
  /** 0–1. */
  readonly confidence: number;
}

export interface LearnedColumn {
  readonly header: string;
  /** What the column was taken for; null where a person has to say. */
  readonly chosen: Candidate | null;
  /** Other keys it may be, the likeliest first, at most three. */
  readonly others: readonly Candidate[];
  /** Two or three values as they stand in the sample. */
  readonly examples: readonly string[];
  /** Different values, where they are few enough to be codes of the system. */
  readonly codes: readonly string[];
  /**
   * `learn.unmapped`, `learn.empty`, `learn.codes`, `learn.values`, `learn.unit`, `learn.not-kept`,
   * `learn.blanks-not-kept`.
   */
  readonly issues: readonly Issue[];
}

export interface Learned {
  readonly profile: Profile;
  readonly columns: readonly LearnedColumn[];
  readonly rows: number;
  /** Of the whole file: `learn.no-number`, `learn.no-rows`, and those of the layout. */
  readonly issues: readonly Issue[];
}

/** From here on a key is put into the draft; below it is named as a candidate. */
const enough = 0.5;
const shownExamples = 3;
const mostCodes = 12;

/**
 * Learns a profile. Headers decide first, then the values; a column that stays open is in the profile without a key.
 * Throws `UnusableInput` when the sample is damaged or no text (see `readLayout`).
 */
export function learnProfile(input: LearnInput): Learned {
  const { catalogue } = input;
  const match = createHeaderMatcher(catalogue);
  const isKnown = (header: string) => match(header).some(({ by }) => by !== 'likeness');
  const layout = readLayout(input.file, input.bytes, isKnown);
  const settings = input.settings ?? defaultSettings;
  const normalise = createNormaliser({ catalogue, today: input.today, settings });
  const samples = layout.headers.map((header, index) => sampleColumn(header, layout.rows, index));
  const refused = samples.map((): Issue[] => []);
  const candidates = samples.map((sample, index) =>
    layout.header && sample.header.trim() === ''
      ? []
      : candidatesOf(
          sample,
          layout.header ? match(sample.header) : [],
          catalogue,
          normalise,
          refused[index] ?? [],
        ),
  );
  const chosen = choose(candidates, catalogue);

  const separator = separatorOf(samples, chosen, catalogue);
  const base: Profile = {
    schema: 1,
    id: input.id,
    name: input.name,
    verified: false,
    note: input.note,
    encoding: layout.encoding,
    newline: layout.newline,
    quoting: layout.quoting,
    header: layout.header,
    dates: 'slash',
    postal: 'hyphen',
    choices: 'label',
    separator,
    lineBreaks: samples.some((s, i) => chosen[i] !== null && s.distinct.some((v) => /[\r\n]/.test(v)))
      ? 'keep'
      : 'space',
    columns: [{ header: '' }],
  };
  const styles = samples.map((sample, index): LearnedStyle | null => {
    const field = catalogue.byKey.get(chosen[index]?.key ?? '');
    return field === undefined ? null : bestStyle(field, sample, base, catalogue, normalise);
  });
  const whole = wholeFileStyles(base, samples, chosen, styles, catalogue);
  const columns = samples.map((sample, index) =>
    profileColumn(whole, sample, chosen[index] ?? null, styles[index] ?? null, catalogue),
  );
  const learned = samples.map((sample, index) =>
    describeColumn(
      sample,
      chosen[index] ?? null,
      candidates[index] ?? [],
      styles[index] ?? null,
      refused[index] ?? [],
    ),
  );
  const issues: Issue[] = [...layout.issues];
  if (layout.rows.length === 0) issues.push(issue('learn.no-rows', 'warning', ''));
  if (!chosen.some((c) => c?.key === 'businessNumber'))
    issues.push(issue('learn.no-number', 'warning', 'businessNumber'));
  return { profile: { ...whole, columns }, columns: learned, rows: layout.rows.length, issues };
}

function candidatesOf(
  sample: SampleColumn,
  matches: readonly { readonly key: string; readonly by: HeaderMatchBy; readonly score: number }[],
  catalogue: Catalogue,
  normalise: Normalise,
  refused: Issue[],
): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { key, by, score } of matches) {
    const field = catalogue.byKey.get(key);
    if (field === undefined) continue;
    const unit = field.kind === 'yen' ? unitOf(sample.header) : '';
    if (unit !== '') {
      refused.push(issue('learn.unit', 'warning', key, { params: { header: sample.header, unit } }));
      continue;
    }
    const share = freeKinds.has(field.kind) ? null : readable(field, sample, normalise);
    if (share !== null && share < enough) {
      if (by !== 'likeness') refused.push(contradiction(sample, field));
      continue;
    }
    const confidence = score * (share === null ? (freeKinds.has(field.kind) ? 1 : 0.9) : 0.5 + share / 2);
    found.set(key, { key, by, confidence });
  }
  if (refused.length === 0 && !matches.some((m) => m.by !== 'likeness')) {
    for (const candidate of byShape(sample, catalogue, normalise))
      if ((found.get(candidate.key)?.confidence ?? 0) < candidate.confidence)
        found.set(candidate.key, candidate);
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

/** The header names a field whose kind cannot read the values: codes of the system's own, or something else. */
function contradiction(sample: SampleColumn, field: Field): Issue {
  const isCodes =
    (field.kind === 'choice' || field.kind === 'choices' || field.kind === 'consent') &&
    sample.distinct.length <= mostCodes;
  const params = { header: sample.header, example: sample.distinct[0] ?? '' };
  return issue(isCodes ? 'learn.codes' : 'learn.values', 'warning', field.key, { params });
}

function byShape(sample: SampleColumn, catalogue: Catalogue, normalise: Normalise): readonly Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set<string>();
  for (const field of catalogue.fields) {
    const shape = shapes[field.kind];
    if (shape === undefined) continue;
    const isFirst = field.kind === 'choice' || !seen.has(field.kind);
    seen.add(field.kind);
    const looks = shapely(field, sample);
    if (looks < 0.9) continue;
    if (field.kind === 'choice' && sample.distinct.length < 2) continue;
    const share = readable(field, sample, normalise) ?? 0;
    if (share < 0.9) continue;
    const strength = isFirst ? shape.strength : shape.strength - doubtOfSeveral;
    if (strength > 0) found.push({ key: field.key, by: 'shape', confidence: strength * looks * share });
  }
  return found;
}

/** The choice by which the sum of confidences is greatest; what is below `enough` stays open. */
function choose(
  candidates: readonly (readonly Candidate[])[],
  catalogue: Catalogue,
): readonly (Candidate | null)[] {
  const keys = catalogue.fields.map((field) => field.key);
  const scores = candidates.map((list) => {
    const byKey = new Map(list.map((c) => [c.key, c.confidence]));
    return keys.map((key) => {
      const confidence = byKey.get(key) ?? 0;
      return confidence >= enough ? confidence : 0;
    });
  });
  return assign(scores).map((at, index) => candidates[index]?.find((c) => c.key === keys[at]) ?? null);
}

const separators = [';', '、', ',', '，', '；', '/', '／', '|', '・'];

/** What stands between several options: the sign most used in columns of that kind. */
function separatorOf(
  samples: readonly SampleColumn[],
  chosen: readonly (Candidate | null)[],
  catalogue: Catalogue,
): string {
  const values = samples.flatMap((sample, index) =>
    catalogue.byKey.get(chosen[index]?.key ?? '')?.kind === 'choices' ? sample.distinct : [],
  );
  let best = ';';
  let most = 0;
  for (const sign of separators) {
    const count = values.filter((value) => value.includes(sign)).length;
    if (count > most) {
      best = sign;
      most = count;
    }
  }
  return best;
}

/** Puts what most columns do into the profile: dates, postal codes, choices. */
function wholeFileStyles(
  base: Profile,
  samples: readonly SampleColumn[],
  chosen: readonly (Candidate | null)[],
  styles: readonly (LearnedStyle | null)[],
  catalogue: Catalogue,
): Profile {
  const most = <T extends string>(kindsOfStyle: readonly string[], known: readonly T[], usual: T): T => {
    const counts = new Map<string, number>();
    samples.forEach((sample, index) => {
      const kind = catalogue.byKey.get(chosen[index]?.key ?? '')?.kind ?? '';
      const style = styles[index]?.style;
      if (style === undefined || sample.filled === 0 || !kindsOfStyle.includes(kind)) return;
      counts.set(style, (counts.get(style) ?? 0) + sample.filled);
    });
    return known.reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a), usual);
  };
  return {
    ...base,
    dates: most(['date', 'month'], ['slash', 'iso', 'compact'], base.dates),
    postal: most(['postal-code'], ['hyphen', 'digits'], base.postal),
    choices: most(['choice', 'choices', 'consent'], ['label', 'code'], base.choices),
  };
}

function profileColumn(
  profile: Profile,
  sample: SampleColumn,
  chosen: Candidate | null,
  learned: LearnedStyle | null,
  catalogue: Catalogue,
): ProfileColumn {
  const field = catalogue.byKey.get(chosen?.key ?? '');
  if (field === undefined || learned === null) return { header: sample.header };
  const differs =
    sample.filled > 0 &&
    learned.style !== styleId(profile, field.kind, undefined) &&
    findStyle(profile, field.kind, learned.style) !== undefined;
  return {
    header: sample.header,
    key: field.key,
    ...(differs ? { style: learned.style } : {}),
    ...(Object.keys(learned.codes).length > 0 ? { codes: { ...learned.codes } } : {}),
  };
}

function describeColumn(
  sample: SampleColumn,
  chosen: Candidate | null,
  candidates: readonly Candidate[],
  style: LearnedStyle | null,
  refused: readonly Issue[],
): LearnedColumn {
  const { header, distinct } = sample;
  const issues: Issue[] = chosen === null ? [...refused] : [];
  if (chosen === null && issues.length === 0) {
    const code = distinct.length === 0 ? 'learn.empty' : 'learn.unmapped';
    issues.push(issue(code, 'warning', '', { params: { header } }));
  }
  if (chosen !== null && style !== null && style.kept < 1) {
    const params = { header, example: style.example, written: style.written };
    const isBlank = style.example.replace(/\s+/g, '') === style.written.replace(/\s+/g, '');
    const code = isBlank ? 'learn.blanks-not-kept' : 'learn.not-kept';
    issues.push(issue(code, 'info', chosen.key, { params }));
  }
  const isFew =
    chosen === null && distinct.length > 0 && distinct.length <= mostCodes && sample.filled > distinct.length;
  return {
    header,
    chosen,
    others: candidates.filter((c) => c !== chosen).slice(0, 3),
    examples: distinct.slice(0, shownExamples),
    codes: isFew || issues.some((i) => i.code === 'learn.codes') ? distinct : [],
    issues,
  };
}
