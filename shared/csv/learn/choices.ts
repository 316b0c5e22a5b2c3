/** What was learned as a person looks at it, and the layout that comes of the person's choices. */
import type { Catalogue } from '../../fields/catalogue.ts';
import { type Issue, isHeld, issue } from '../../issue/issue.ts';
import { createNormaliser } from '../../record/normalise.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Profile, ProfileColumn } from '../profile.ts';
import { readProfileDocument } from '../read-profile.ts';
import { styleId } from '../styles.ts';
import { bestStyle, type Normalise } from './column.ts';
import type { Candidate, Learned, LearnedColumn } from './learn.ts';

export interface CandidateModel {
  readonly key: string;
  readonly by: Candidate['by'];
  /** 0–100. */
  readonly confidence: number;
}

/** One column, ready for JSON. */
export interface LearnedColumnModel {
  readonly index: number;
  readonly header: string;
  /** At most 3 values of the sample. */
  readonly examples: readonly string[];
  readonly proposed: CandidateModel | null;
  /** Other keys it may be, the likeliest first. */
  readonly others: readonly CandidateModel[];
  /** Style by which values are read and written, '' without a key. */
  readonly style: string;
  /** Option code → text in the file, where the sample has spellings of its own. */
  readonly codes: Readonly<Record<string, string>>;
  /** Different values of the sample, where they are few enough to be a code table that a person has to fill. */
  readonly values: readonly string[];
  readonly issues: readonly Issue[];
}

const modelOf = ({ key, by, confidence }: Candidate): CandidateModel => ({
  key,
  by,
  confidence: Math.round(confidence * 100),
});

/** Columns of the sample in its order. */
export function learnedColumns(learned: Learned, catalogue: Catalogue): readonly LearnedColumnModel[] {
  return learned.columns.map((column, index) => {
    const made = learned.profile.columns[index];
    const field = catalogue.byKey.get(made?.key ?? '');
    return {
      index,
      header: column.header,
      examples: column.examples.slice(0, 3),
      proposed: column.chosen === null ? null : modelOf(column.chosen),
      others: column.others.map(modelOf),
      style: field === undefined ? '' : styleId(learned.profile, field.kind, made?.style),
      codes: { ...made?.codes },
      values: [...column.codes],
      issues: column.issues,
    };
  });
}

/** What a person says about a column; columns without a choice stay as they were learned. */
export interface ColumnChoice {
  readonly index: number;
  /** Null: no field takes the column. */
  readonly key: string | null;
  /** Absent: the style by which most of the examples are written back as they stand. */
  readonly style?: string;
  readonly codes?: Readonly<Record<string, string>>;
}

export interface ChoiceOptions {
  readonly id: string;
  readonly name: string;
  readonly catalogue: Catalogue;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  readonly settings: Pick<Settings, 'divisions' | 'districts'>;
}

/**
 * The layout by a person's choices, never verified. The profile is null when an issue is an error: `learn.column-unknown`,
 * or those of `readProfileDocument` (a key twice, an unknown key or style). Warning: `learn.no-number`.
 */
export function applyChoices(
  learned: Learned,
  choices: readonly ColumnChoice[],
  options: ChoiceOptions,
): { readonly profile: Profile | null; readonly issues: readonly Issue[] } {
  const { catalogue } = options;
  const issues: Issue[] = [];
  const columns: ProfileColumn[] = learned.profile.columns.map((column) => ({ ...column }));
  const normalise = createNormaliser(options);
  for (const choice of choices) {
    const before = learned.profile.columns[choice.index];
    const described = learned.columns[choice.index];
    if (before === undefined || described === undefined) {
      issues.push(issue('learn.column-unknown', 'error', '', { params: { column: choice.index + 1 } }));
      continue;
    }
    columns[choice.index] = chosenColumn(choice, before, described, learned.profile, catalogue, normalise);
  }
  const { id, name } = options;
  const read = readProfileDocument({ ...learned.profile, id, name, verified: false, columns }, catalogue);
  issues.push(...read.issues);
  if (!columns.some((c) => c.key === 'businessNumber'))
    issues.push(issue('learn.no-number', 'warning', 'businessNumber'));
  return { profile: isHeld(issues) ? null : read.profile, issues };
}

function chosenColumn(
  { key, style, codes }: ColumnChoice,
  before: ProfileColumn,
  described: LearnedColumn,
  profile: Profile,
  catalogue: Catalogue,
  normalise: Normalise,
): ProfileColumn {
  const { header } = before;
  if (key === null) return { header };
  const own = {
    ...(style === undefined ? {} : { style }),
    ...(codes === undefined || Object.keys(codes).length === 0 ? {} : { codes: { ...codes } }),
  };
  if (key === before.key) return codes === undefined ? { ...before, ...own } : { header, key, ...own };
  const field = catalogue.byKey.get(key);
  if (style !== undefined || field === undefined) return { header, key, ...own };
  const distinct = described.codes.length > 0 ? described.codes : described.examples;
  if (distinct.length === 0) return { header, key, ...own };
  const found = bestStyle(
    field,
    { header, filled: distinct.length, distinct },
    profile,
    catalogue,
    normalise,
  );
  const differs = found.kept > 0 && found.style !== styleId(profile, field.kind, undefined);
  const spelled = Object.keys(found.codes).length > 0 ? { codes: { ...found.codes } } : {};
  return { header, key, ...(differs ? { style: found.style } : {}), ...spelled, ...own };
}
