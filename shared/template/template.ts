/** The language of `template.yaml`: what a form asks, in keys; titles and helps are words that may change. */
import * as z from 'zod/mini';
import { lazy } from '../lazy.ts';

const text = () => z.string();
const key = () => z.string().check(z.regex(/^(local\.)?[a-z][A-Za-z0-9-]*$/));
const sectionKey = () => z.string().check(z.regex(/^[a-z][a-z0-9-]*$/));

/** Item kinds of Google Forms that a template may use; `description` is a text block without an answer. */
export const itemTypes = [
  'short',
  'paragraph',
  'choice',
  'checkbox',
  'list',
  'scale',
  'date',
  'time',
  'description',
] as const;
export type ItemType = (typeof itemTypes)[number];

/** In-form checks that FormApp can express; `message` is what the respondent reads. */
const validationSchema = lazy(() =>
  z.strictObject({
    rule: z.enum([
      'matches',
      'contains',
      'email',
      'url',
      'length-at-least',
      'length-at-most',
      'whole-number',
      'number-between',
      'number-at-least',
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

const optionSchema = lazy(() =>
  z.strictObject({
    code: z.string(),
    label: z.string(),
    /** Section that follows when this option is chosen, or `submit`. All options of an item have it or none. */
    goTo: z.optional(z.string()),
  }),
);
export type TemplateOption = z.infer<ReturnType<typeof optionSchema>>;

const itemSchema = lazy(() =>
  z.strictObject({
    key: z.optional(key()),
    type: z.enum(itemTypes),
    /** Question title; absent: the label of the field catalogue. */
    title: z.optional(text()),
    help: z.optional(text()),
    required: z.optional(z.boolean()),
    /** Options; absent: those of the field's code list. */
    options: z.optional(z.array(optionSchema())),
    /** Options filled in by the chamber (`divisions`); absent: none. */
    optionsFrom: z.optional(z.string()),
    /** Offers 「その他」 with a text box. */
    other: z.optional(z.boolean()),
    validation: z.optional(validationSchema()),
    scale: z.optional(
      z.strictObject({ low: z.number(), high: z.number(), lowLabel: text(), highLabel: text() }),
    ),
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
  }),
);
export type TemplateSection = z.infer<ReturnType<typeof sectionSchema>>;

/**
 * What becomes of the answers: `application` queues them until they are approved as new businesses; `register` compares
 * them with the ledger.
 */
const templateFlows = ['application', 'register'] as const;
export type TemplateFlow = (typeof templateFlows)[number];

export const templateSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
    version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
    title: text(),
    /** One sentence for the gallery: who uses it for what. */
    summary: text(),
    description: text(),
    flow: z._default(z.enum(templateFlows), 'application'),
    settings: z.strictObject({
      collectEmail: z.boolean(),
      progressBar: z.boolean(),
      limitOneResponse: z.boolean(),
      allowEdit: z.boolean(),
      confirmation: text(),
      closedMessage: text(),
    }),
    sections: z.array(sectionSchema()).check(z.minLength(1)),
    /** What a record made from an answer must hold, beyond what each kind checks. */
    record: z.strictObject({
      /** Keys that must not be blank (a consent: must be given). */
      required: z.array(z.string()),
      /** Of each list at least one must not be blank. */
      requiredAny: z.array(z.array(z.string())),
      /** Choices fixed for all answers of this template: none today. */
    }),
    /** Mail texts, by purpose, as files beside the template. */
    mails: z.record(z.string(), z.string()),
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
}
