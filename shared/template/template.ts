/** The language of `template.yaml`: what a form asks, in keys; titles and helps are words that may change. */
import * as z from 'zod/mini';
import { kindIds } from '../fields/catalogue.ts';
import { lazy } from '../lazy.ts';
import { sourceSchema } from './source.ts';

const text = () => z.string();
/** Of the vocabulary, `local.<slug>` of a template, or `own.<item id>` of what a chamber added to its form. */
const key = () => z.string().check(z.regex(/^(?:(?:local\.)?[a-z][A-Za-z0-9-]*|own\.[A-Za-z0-9-]+)$/));
const sectionKey = () => z.string().check(z.regex(/^[a-z][a-z0-9-]*$/));

/** Item kinds of Google Forms that a template may use; `description` is a text block without an answer. */
export const itemTypes = [
  'short',
  'paragraph',
  'choice',
  'checkbox',
  'list',
  'scale',
  'rating',
  'grid',
  'checkbox-grid',
  'date',
  'datetime',
  'time',
  'duration',
  'description',
  'image',
  'video',
] as const;
export type ItemType = (typeof itemTypes)[number];

/** In-form checks that FormApp can express; `message` is what the respondent reads. */
const validationSchema = lazy(() =>
  z.strictObject({
    rule: z.enum([
      'matches',
      'matches-not',
      'contains',
      'contains-not',
      'email',
      'url',
      'length-at-least',
      'length-at-most',
      'number',
      'whole-number',
      'number-between',
      'number-not-between',
      'number-equal',
      'number-not-equal',
      'number-above',
      'number-at-least',
      'number-below',
      'number-at-most',
      'select-at-least',
      'select-at-most',
      'select-exactly',
    ]),
    /** RE2 pattern for `matches` and `contains`. */
    pattern: z.optional(text()),
    /** Numbers the rule needs: `[limit]` or `[low, high]`. */
    numbers: z.optional(z.array(z.number())),
    message: text(),
  }),
);
export type Validation = z.infer<ReturnType<typeof validationSchema>>;

/** Who decides over something: 必須（日商） / 推奨 / 自所; see `Ownership` in `shared/form/plan.ts`. */
const ownership = () => z.enum(['mandated', 'recommended', 'own']);
/** One word for all properties of an element, or a word for each that differs from 推奨. */
const owned = () => z.union([ownership(), z.record(z.string(), ownership())]);

const optionSchema = lazy(() =>
  z.strictObject({
    code: z.string(),
    label: z.string(),
    /** Section that follows when this option is chosen, or `submit`. All options of an item have it or none. */
    goTo: z.optional(z.string()),
    ownership: z.optional(ownership()),
  }),
);
export type TemplateOption = z.infer<ReturnType<typeof optionSchema>>;

/** Whose answer counts where a closed question and the one in its place were both answered. */
export const mergeRules = ['new-else-old', 'old-else-new', 'new-only'] as const;
export type MergeRule = (typeof mergeRules)[number];
const replaces = () => z.strictObject({ key: text(), merge: z.enum(mergeRules) });

const itemSchema = lazy(() =>
  z.strictObject({
    key: z.optional(key()),
    type: z.enum(itemTypes),
    /** Field of the catalogue that the answer belongs to; absent: the one of this key. Two questions share one when the newer replaces the older. */
    field: z.optional(text()),
    /** Kind of the answer of a `local.` question (`person-name`, `phone`, `integer` …); absent: `text`. */
    kind: z.optional(z.enum(kindIds)),
    /** Question title; absent: the label of the field catalogue. */
    title: z.optional(text()),
    help: z.optional(text()),
    required: z.optional(z.boolean()),
    /** Options of a choice, columns of a grid; absent: those of the field's code list. */
    options: z.optional(z.array(optionSchema())),
    /** Options filled in by the chamber (`divisions`, `districts`, `feeTable`) or with the form (`form.<key>`); absent: none. */
    optionsFrom: z.optional(z.string()),
    /** Offers 「その他」 with a text box. */
    other: z.optional(z.boolean()),
    validation: z.optional(validationSchema()),
    scale: z.optional(
      z.strictObject({ low: z.number(), high: z.number(), lowLabel: text(), highLabel: text() }),
    ),
    rating: z.optional(z.strictObject({ levels: z.number(), icon: z.enum(['star', 'heart', 'thumb-up']) })),
    /** Rows of a grid; its columns are `options`. The rows stand here, or are filled in with the form (`form.<key>`), one a line. */
    grid: z.optional(
      z.strictObject({
        rows: z._default(z.array(z.strictObject({ code: text(), label: text() })), []),
        rowsFrom: z.optional(text()),
        onePerColumn: z._default(z.boolean(), false),
      }),
    ),
    /** Of a date or datetime: `{year: false}` asks for month and day alone. */
    date: z.optional(z.strictObject({ year: z.boolean() })),
    /** Of an image: Drive file id; of a video: address. Usually a place (`{{form.map}}`); blank leaves the item out. */
    media: z.optional(
      z.strictObject({
        source: text(),
        width: z._default(z.number(), 0),
        align: z._default(z.enum(['left', 'center', 'right']), 'center'),
      }),
    ),
    /**
     * This question takes the place of a closed one (a changed type, say): `merge` says whose answer counts where both were
     * answered.
     */
    replaces: z.optional(replaces()),
    ownership: z.optional(owned()),
  }),
);
export type TemplateItem = z.infer<ReturnType<typeof itemSchema>>;

const sectionSchema = lazy(() =>
  z.strictObject({
    key: sectionKey(),
    title: text(),
    help: z.optional(text()),
    /** Section after this one, or `submit`; absent: the next in order. */
    next: z.optional(z.string()),
    items: z.array(itemSchema()),
    ownership: z.optional(owned()),
  }),
);
export type TemplateSection = z.infer<ReturnType<typeof sectionSchema>>;

/**
 * What becomes of the answers: `application` queues them until they are approved as new businesses; `register` compares
 * them with the ledger; `answers` keeps them as they are, in the form and its sheet.
 */
export const templateFlows = ['application', 'register', 'answers', 'survey'] as const;
export type TemplateFlow = (typeof templateFlows)[number];

/** Shelves of the gallery. */
export const templateCategories = [
  'membership',
  'register',
  'event',
  'meeting',
  'service',
  'safety',
  'survey',
] as const;
export type TemplateCategory = (typeof templateCategories)[number];

/** What a clerk fills in when making a form: a place `{{form.<key>}}`, or options (`optionsFrom: form.<key>`). */
const fillInSchema = lazy(() =>
  z.strictObject({
    key: z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)),
    label: text(),
    hint: z._default(text(), ''),
    /** `lines`: one option or entry a line. */
    type: z.enum(['text', 'paragraph', 'lines', 'date', 'number']),
    required: z._default(z.boolean(), false),
    /** What stands there to begin with. */
    initial: z._default(text(), ''),
  }),
);
export type FillIn = z.infer<ReturnType<typeof fillInSchema>>;

/**
 * How many an event takes. Answers are accepted in order of arrival while there is room; those that come later wait, and
 * move up when somebody is cancelled.
 */
const capacitySchema = lazy(() =>
  z.strictObject({
    /** Fill-in of type `number` (`form.<key>`); filled in with nothing: no limit. */
    limit: text(),
    /** Questions for whole numbers whose sum is what one answer takes; none: each takes one. */
    count: z._default(z.array(text()), []),
    /** Choice whose options each have the limit for themselves (sessions, say). */
    per: z.optional(text()),
  }),
);
export type Capacity = z.infer<ReturnType<typeof capacitySchema>>;

/** A closed question. What is not said here is as the field catalogue has it. */
const retiredSchema = lazy(() =>
  z.strictObject({
    key: text(),
    /** Version that closed it. */
    since: text(),
    reason: z._default(text(), ''),
    /** Its last title, by which a file of answers names its column; absent: the label of its field. */
    title: z.optional(text()),
    /** Field that its answers belonged to; absent: the one of its key. */
    field: z.optional(text()),
    /** Its last options, by which old answers are read; absent: those of the field. */
    options: z.optional(z.array(z.strictObject({ code: text(), label: text() }))),
    /** What it had itself replaced. */
    replaces: z.optional(replaces()),
  }),
);
export type RetiredQuestion = z.infer<ReturnType<typeof retiredSchema>>;

export const templateSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(2),
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
    version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
    title: text(),
    /** One sentence for the gallery: what it is for. */
    summary: text(),
    /** Who uses it, for the gallery. */
    audience: z._default(text(), ''),
    category: z._default(z.enum(templateCategories), 'membership'),
    description: text(),
    flow: z._default(z.enum(templateFlows), 'application'),
    settings: z.strictObject({
      collectEmail: z.boolean(),
      progressBar: z.boolean(),
      limitOneResponse: z.boolean(),
      allowEdit: z.boolean(),
      shuffleQuestions: z._default(z.boolean(), false),
      confirmation: text(),
      closedMessage: text(),
      /** Last day of taking answers, `YYYY-MM-DD` or a place of a `date` fill-in; '' for none. */
      closesOn: z._default(text(), ''),
    }),
    /** Ownership of title, description and settings by name. */
    ownership: z._default(owned(), {}),
    fillIns: z._default(z.array(fillInSchema()), []),
    sections: z.array(sectionSchema()).check(z.minLength(1)),
    /** Questions of earlier versions that are closed: their answers stay readable. */
    retired: z._default(z.array(retiredSchema()), []),
    /** What a record made from an answer must hold, beyond what each kind checks. */
    record: z.strictObject({
      /** Keys that must not be blank (a consent: must be given). */
      required: z.array(z.string()),
      /** Of each list at least one must not be blank. */
      requiredAny: z.array(z.array(z.string())),
      /** Choices fixed for all answers of this template: none today. */
    }),
    /** Of flow `answers` only. */
    capacity: z.optional(capacitySchema()),
    /** Mail texts, by purpose, as files beside the template. */
    mails: z.record(z.string(), z.string()),
    /** The chamber that made it and offered it to the others; absent: JCCI's own. */
    source: z.optional(sourceSchema()),
  }),
);
export type Template = z.infer<ReturnType<typeof templateSchema>>;

/** A mail text: first line the subject, a blank line, then the body; `{{…}}` are filled in. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** What a chamber fills in when it makes a form. */
export interface ChamberValues {
  readonly chamber: {
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly address: string;
    readonly privacyUrl: string;
    readonly articlesUrl: string;
  };
  readonly divisions: readonly { readonly code: string; readonly label: string }[];
  readonly districts: readonly string[];
  /** Fees as offered, one a line (`法人　年額 12,000 円`). */
  readonly feeTable?: readonly string[];
  /** Values of the template's `fillIns` by key; `lines` are separated by line breaks. */
  readonly form?: Readonly<Record<string, string>>;
}
