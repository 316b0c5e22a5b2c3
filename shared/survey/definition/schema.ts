/** The language of a survey's definition: what is asked, what the answers mean in figures, by what they are broken down. */
import * as z from 'zod/mini';
import { lazy } from '../../lazy.ts';
import { indexKindIds } from '../index/kinds.ts';
import { factIds } from './facts.ts';
import { questionTypeIds } from './question-types.ts';

const text = () => z.string().check(z.minLength(1));
const key = () => z.string().check(z.regex(/^[a-z][A-Za-z0-9-]*$/));
const month = () => z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const count = () => z.number().check(z.int(), z.minimum(1));

const optionSchema = lazy(() =>
  z.strictObject({
    code: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/)),
    label: text(),
    /** Other ways in which answers name it: numbers on the paper form, words of earlier years. */
    aliases: z._default(z.array(text()), []),
  }),
);
export type SurveyOption = z.infer<ReturnType<typeof optionSchema>>;

/** An index of the answers: its kind, and what the kind needs (see `index/kinds.ts`). */
const indexSchema = lazy(() =>
  z.strictObject({
    kind: z.enum(indexKindIds),
    favourable: z._default(z.array(z.string()), []),
    unfavourable: z._default(z.array(z.string()), []),
    weights: z.optional(z.record(z.string(), z.number())),
    /** What a rise and a fall of the index mean, as sentences end (改善した・悪化した). */
    rise: z._default(text(), '上昇した'),
    fall: z._default(text(), '低下した'),
    /** False: the direction has no source (未検証); the report says so. */
    verified: z._default(z.boolean(), false),
  }),
);
export type IndexRule = z.infer<ReturnType<typeof indexSchema>>;

/** Options that several questions share, and what they mean. */
const scaleSchema = lazy(() =>
  z.strictObject({
    options: z.array(optionSchema()).check(z.minLength(2)),
    index: z.optional(indexSchema()),
  }),
);

const rangeSchema = lazy(() => z.strictObject({ low: z.number(), high: z.number() }));

const questionSchema = lazy(() =>
  z.strictObject({
    key: key(),
    /** Short name in tables and graphs. */
    label: text(),
    /** The question as the form asks it. */
    title: text(),
    help: z.optional(text()),
    section: key(),
    type: z.enum(questionTypeIds),
    /** Name of a scale, or options of its own. */
    scale: z.optional(z.string()),
    options: z.optional(z.array(optionSchema()).check(z.minLength(2))),
    /** Index of a question with options of its own. */
    index: z.optional(indexSchema()),
    /** This question asks the outlook of that one: its index stands beside it with the difference (今月比). */
    outlookOf: z.optional(z.string()),
    required: z._default(z.boolean(), false),
    /** Of several options, at most so many may be chosen. */
    most: z.optional(count()),
    /** Numbers outside are impossible. */
    range: z.optional(rangeSchema()),
    /** Published numbers are rounded to a multiple of this, so that a median is nobody's own figure. */
    roundTo: z._default(z.number().check(z.positive()), 1),
    /** What the ledger says of it, filled in by the link (see `facts.ts`). */
    prefill: z.optional(z.enum(factIds)),
  }),
);
export type SurveyQuestion = z.infer<ReturnType<typeof questionSchema>>;

/** Where the values of a dimension come from. */
const dimensionSchema = lazy(() =>
  z.strictObject({
    key: key(),
    label: text(),
    /** As the form asks it; absent: not asked, it stands in the key of the link. */
    title: z.optional(text()),
    options: z.optional(z.array(optionSchema()).check(z.minLength(2))),
    /** A code list (`survey-block`) whose options have members, and the dimension that names the members. */
    groups: z.optional(z.strictObject({ list: text(), of: key() })),
    /** `prefectures`: the 47 by name; `open`: whatever the answers name. */
    values: z.optional(z.enum(['prefectures', 'open'])),
    /** Place in 会議所 ⊂ 県 ⊂ ブロック; absent: no region. */
    region: z.optional(z.enum(['chamber', 'prefecture', 'block'])),
  }),
);
export type SurveyDimension = z.infer<ReturnType<typeof dimensionSchema>>;

/** Questions that are asked in some months only (付帯調査). */
const topicSchema = lazy(() =>
  z.strictObject({
    title: text(),
    waves: z.array(month()).check(z.minLength(1)),
    questions: z.array(questionSchema()).check(z.minLength(1)),
  }),
);
export type SurveyTopic = z.infer<ReturnType<typeof topicSchema>>;

export const waveKinds = ['monthly', 'yearly', 'once'] as const;
export type WaveKind = (typeof waveKinds)[number];

const part = () => z.number().check(z.gt(0), z.lt(1));

const dominanceSchema = lazy(() =>
  z.discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('largest'), count: count(), share: part() }),
    z.strictObject({ rule: z.literal('second'), within: part() }),
  ]),
);

export const definitionSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
    version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
    title: text(),
    /** Short name for headings (LOBO). */
    short: text(),
    summary: text(),
    wave: z.enum(waveKinds),
    /** Who answers. */
    respondent: z.enum(['business', 'chamber']),
    /** Introduction on the form. */
    description: text(),
    /** What is not known for certain (未検証) and what is our own; the method note of every report repeats it. */
    notes: z.array(text()),
    dimensions: z.array(dimensionSchema()),
    scales: z._default(z.record(z.string(), scaleSchema()), {}),
    sections: z.array(z.strictObject({ key: key(), title: text(), help: z.optional(text()) })),
    questions: z.array(questionSchema()).check(z.minLength(1)),
    topics: z._default(z.array(topicSchema()), []),
    /** Answers that make a result usable, by dimension (regions) or `total`. Targets of the project, no facts of the field. */
    targets: z._default(z.record(z.string(), count()), {}),
    /** Cells with fewer answers are hidden. */
    minN: z._default(count(), 3),
    /** Groups with fewer answers than this that all answered alike are hidden: such a figure tells what each of them said. 1: never. */
    unanimousBelow: z._default(count(), 10),
    /**
     * When amounts of a group stand for one business, and are hidden (`protect/dominance.ts`): the `count` largest make more than `share` of
     * the sum, or the second largest can tell the largest to `within` of its value. Absent: never.
     */
    dominance: z.optional(dominanceSchema()),
    /** `published`: an index is the difference of rounded shares; `exact`: it is worked out from the counts. */
    rounding: z._default(z.enum(['published', 'exact']), 'published'),
    /** Dimensions by which answers are weighted when population counts are given; empty: never. */
    weights: z._default(z.array(z.string()), []),
    /** Whether results of a region may be published; `internal`: 商工会議所内限り unless decided otherwise. */
    regional: z._default(z.enum(['internal', 'public']), 'internal'),
    /** Anonymised records may be handed over within a regional pack. */
    records: z._default(z.boolean(), false),
  }),
);
export type SurveyDefinition = z.infer<ReturnType<typeof definitionSchema>>;
