/**
 * What the page フォームの作成と更新 (`addon/forms`) may ask of the server, and what it is answered with. The same rules as
 * `protocol.ts`: inputs are checked by these schemas on the server, answers are JSON without Date and without undefined,
 * and every text in them is ready to show.
 */
import * as z from 'zod/mini';
import type { ItemType, TemplateCategory } from '../../shared/template/template.ts';
import type { FormView, IssueView } from './protocol.ts';

/** `making`: half built, 「作る」 again goes on. `missing`: it was deleted, or this account may not open it. */
export type FormStateId = 'open' | 'closed' | 'unpublished' | 'making' | 'missing';
/** `in-progress`: an update began and was not finished (適用途中). */
export type UpdateStateId = 'newest' | 'available' | 'in-progress' | 'no-template';

/** A form of the chamber in the list. */
export interface FormCardView {
  readonly formId: string;
  readonly title: string;
  readonly templateId: string;
  /** '' where the program carries no such template any more. */
  readonly templateTitle: string;
  readonly version: string;
  /** The version that the program carries, '' for none. */
  readonly newest: string;
  readonly state: { readonly id: FormStateId; readonly label: string };
  /** 最新 / 更新あり / 適用途中 */
  readonly update: { readonly id: UpdateStateId; readonly label: string };
  /** Last day on which answers are taken (`YYYY-MM-DD`), '' for none. */
  readonly closesOn: string;
  /** Places as filled in, '' for no limit; null where the template counts none. */
  readonly places: string | null;
  /** What the chamber has otherwise than the template, as last seen; null when nobody has looked yet. */
  readonly ownChanges: number | null;
  readonly publishedUrl: string;
  readonly editUrl: string;
  readonly madeAt: string;
  /** True where an update can be taken back. */
  readonly canRollBack: boolean;
}

export interface FormsView {
  readonly ready: boolean;
  readonly chamberName: string;
  readonly forms: readonly FormCardView[];
  /** Forms that send their answers to this workbook and are not in the list: they can be taken over. */
  readonly strangers: readonly { readonly address: string; readonly title: string }[];
}

/** One line of the small picture of a form: what is asked, and how long its title is. */
export interface PictureLine {
  readonly type: ItemType | 'page';
  /** Letters of the title, at most 40. */
  readonly letters: number;
  /** Options or rows, at most 5. */
  readonly options: number;
}

/** What a clerk fills in when making a form. */
export interface FillInView {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly type: 'text' | 'paragraph' | 'lines' | 'date' | 'number';
  readonly required: boolean;
  readonly initial: string;
}

export interface TemplateCardView {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  readonly audience: string;
  /** Which chamber offered it, and when; '' for JCCI's own. */
  readonly source: string;
  readonly questions: number;
  readonly pages: number;
  readonly picture: readonly PictureLine[];
  readonly fillIns: readonly FillInView[];
  /** The chamber's own values that stand in the form; '' where 準備 holds none yet. */
  readonly chamber: readonly { readonly label: string; readonly value: string }[];
  /** Forms of the chamber that were made from it. */
  readonly made: number;
  /** True where every occasion has a form of its own; else there is one form of this template. */
  readonly several: boolean;
}

export interface GalleryView {
  readonly shelves: readonly {
    readonly id: TemplateCategory;
    readonly label: string;
    readonly templates: readonly TemplateCardView[];
  }[];
}

/** A question as respondents see it. */
export interface PreviewItem {
  readonly key: string;
  readonly type: ItemType;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** Options of a choice, columns of a grid, the steps of a scale. `goTo`: title of the page that follows, '' for none. */
  readonly options: readonly { readonly label: string; readonly goTo: string }[];
  readonly other: boolean;
  readonly rows: readonly string[];
  /** Words at the ends of a scale. */
  readonly ends: readonly [string, string];
  /** What is refused, in the words of the form; '' for nothing. */
  readonly check: string;
}

export interface FormPreview {
  readonly templateId: string;
  readonly title: string;
  readonly description: string;
  readonly pages: readonly {
    readonly title: string;
    readonly help: string;
    readonly items: readonly PreviewItem[];
  }[];
  readonly confirmation: string;
  /** One answer each, may be corrected later, collects addresses …: in words. */
  readonly settings: readonly string[];
  /** What is wrong with the values; `key` is that of the fill-in. The form is not made while one is an error. */
  readonly issues: readonly IssueView[];
}

/** 追加 / 変更 / 残す / 外したまま / できないこと */
export type PlanGroupId = 'added' | 'changed' | 'kept' | 'left-out' | 'refused';

/** One thing that an update does or leaves. */
export interface PlanEntryView {
  readonly id: string;
  /** The question or page as people know it. */
  readonly title: string;
  /** Which part of it: 説明文, 選択肢 …; '' for the whole. */
  readonly part: string;
  /** One sentence. */
  readonly what: string;
  /** As it stands now and as it will stand; both '' where there is nothing to compare. */
  readonly before: string;
  readonly after: string;
  /** 必須（日商） / 推奨 / 自所 */
  readonly ownershipLabel: string;
}

/** 要判断: a person has to choose. */
export interface ConflictView {
  readonly element: string;
  readonly property: string;
  readonly title: string;
  readonly part: string;
  /** Why it is asked, one sentence. */
  readonly reason: string;
  readonly ownershipLabel: string;
  /** As the form was made, as JCCI has it now, as the form stands. */
  readonly base: string;
  readonly theirs: string;
  readonly ours: string;
  /** The three are texts that can be compared word by word. */
  readonly isText: boolean;
  /** The two choices, and what each does, one sentence. */
  readonly theirsLabel: string;
  readonly oursLabel: string;
  readonly theirsWords: string;
  readonly oursWords: string;
}

export interface UpdatePlanView {
  readonly form: FormCardView;
  readonly from: string;
  readonly to: string;
  /** What will happen, in numbers, one sentence. */
  readonly headline: string;
  readonly groups: readonly {
    readonly id: PlanGroupId;
    readonly label: string;
    readonly hint: string;
    readonly entries: readonly PlanEntryView[];
  }[];
  readonly conflicts: readonly ConflictView[];
  /** An update (or the taking back of one) that stopped half-way: the plan then holds what is left of it, and asks nothing. */
  readonly stopped: {
    readonly entryId: string;
    readonly undoes: boolean;
    readonly done: number;
    readonly total: number;
    readonly at: string;
    readonly by: string;
  } | null;
  /** What to know before applying. */
  readonly issues: readonly IssueView[];
  /** `2026-11-24 10:05`. */
  readonly seenAt: string;
  /** Stands for exactly this plan on the form as it is; `applyUpdate` refuses with `update.changed-since` when either differs. */
  readonly hash: string;
}

/** How far an update or a roll-back has come. Called again, it goes on where it stands. */
export interface AppliedView {
  readonly form: FormCardView;
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
  /** What was done, one line each. */
  readonly lines: readonly string[];
  /** Entry of the history that takes it back, '' where nothing can be taken back. */
  readonly entryId: string;
}

export interface UpdateHistoryView {
  readonly form: FormCardView;
  /** Newest first. */
  readonly entries: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    /** 「1.0.0 から 1.1.0 に更新しました」 */
    readonly what: string;
    readonly lines: readonly string[];
    /** True for the one whose state before can be brought back. */
    readonly canRollBack: boolean;
  }[];
  /** What the chamber decided and is not asked again, one line each. */
  readonly decisions: readonly {
    readonly at: string;
    readonly by: string;
    readonly title: string;
    readonly part: string;
    readonly choiceLabel: string;
  }[];
}

export type Confidence = 'high' | 'medium' | 'low' | 'none';

/** A question of a form to be taken over, and what it is taken for. */
export interface MatchView {
  readonly itemId: string;
  readonly title: string;
  readonly typeLabel: string;
  /** Key of the template's question, '' for a question of the chamber's own. */
  readonly key: string;
  readonly confidence: Confidence;
  /** 高 / 中 / 低 / なし */
  readonly confidenceLabel: string;
  /** Why: 題と種類が同じ … */
  readonly ground: string;
}

export interface AdoptPreview {
  readonly formId: string;
  readonly title: string;
  readonly templateId: string;
  /** All that a form can be taken for, the likeliest first. */
  readonly templates: readonly { readonly id: string; readonly title: string }[];
  readonly matches: readonly MatchView[];
  /** Questions of the template, in its order. */
  readonly questions: readonly { readonly key: string; readonly title: string; readonly typeLabel: string }[];
  readonly issues: readonly IssueView[];
  /** Stands for the form as it was read; `adopt` refuses when it has changed since. */
  readonly hash: string;
}

/** What a change of closing day and places would do. */
export interface TermsView {
  readonly form: FormCardView;
  /** Anything differs from what stands. */
  readonly changes: boolean;
  /** What is taken and what waits now, one for each group of places (session). */
  readonly seats: readonly { readonly label: string; readonly taken: number; readonly waiting: number }[];
  /** What will happen, one sentence each. */
  readonly lines: readonly string[];
  /** Those who wait and would get a place. */
  readonly promoted: readonly {
    readonly receiptNumber: string;
    readonly who: string;
    readonly count: number;
    /** False: there is no address, somebody has to telephone. */
    readonly hasMail: boolean;
  }[];
  /** Why it cannot be done; `key` is `closesOn`, `places` or ''. */
  readonly issues: readonly IssueView[];
  /** Stands for exactly this change; `changeTerms` refuses with `form.terms-changed-since`. */
  readonly hash: string;
}

export interface CaptureView {
  readonly fileName: string;
  readonly fileUrl: string;
  readonly questions: number;
  /** What could not be read from Google Forms and is to be written in by hand. */
  readonly issues: readonly IssueView[];
}

const id = () => z.string().check(z.minLength(1), z.maxLength(200));
/** Closing day, places as typed, and whether a form that takes no answers is to take them again. */
const terms = () => ({
  formId: id(),
  closesOn: z.string().check(z.maxLength(10)),
  places: z.string().check(z.maxLength(20)),
  open: z.boolean(),
});
const values = () => z.record(id(), z.string().check(z.maxLength(20_000)));
/** An address of a form's editing page, or its id. */
const address = () => z.string().check(z.minLength(1), z.maxLength(2000));

export const formsInputs = {
  forms: () => z.strictObject({}),
  /** One form, looked at closely: `ownChanges` is known afterwards. */
  formCard: () => z.strictObject({ formId: id() }),
  gallery: () => z.strictObject({}),
  formPreview: () => z.strictObject({ templateId: id(), values: values() }),
  /**
   * `draft` tells one making from another: pressing the button again goes on with the same form, a second seminar gets a
   * form of its own. Without it there is one form of a template.
   */
  createForm: () =>
    z.strictObject({
      templateId: id(),
      values: z.optional(values()),
      draft: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
    }),
  updatePlan: () => z.strictObject({ formId: id() }),
  /** One decision for every conflict of the plan. */
  applyUpdate: () =>
    z.strictObject({
      formId: id(),
      hash: id(),
      decisions: z
        .array(z.strictObject({ element: id(), property: id(), choice: z.enum(['ours', 'theirs']) }))
        .check(z.maxLength(1000)),
    }),
  updateHistory: () => z.strictObject({ formId: id() }),
  /**
   * Brings back what stood before the update of this entry of the history. Refuses with `update.edited-since` where the form was
   * edited after it; `keepEdited` leaves what was edited as it is and takes the rest back.
   */
  rollBack: () => z.strictObject({ formId: id(), entryId: id(), keepEdited: z.boolean() }),
  closeForm: () => z.strictObject({ formId: id() }),
  openForm: () => z.strictObject({ formId: id() }),
  formTerms: () => z.strictObject(terms()),
  changeTerms: () => z.strictObject({ ...terms(), hash: id() }),
  /** `templateId` '' takes the likeliest. */
  adoptPreview: () => z.strictObject({ address: address(), templateId: z.string().check(z.maxLength(200)) }),
  /** `key` '' leaves a question the chamber's own. */
  adopt: () =>
    z.strictObject({
      formId: id(),
      templateId: id(),
      hash: id(),
      matches: z
        .array(z.strictObject({ itemId: id(), key: z.string().check(z.maxLength(200)) }))
        .check(z.maxLength(1000)),
    }),
  /** Writes the form as a draft of a template into the chamber's output folder. */
  capture: () =>
    z.strictObject({ address: address(), title: z.string().check(z.minLength(1), z.maxLength(100)) }),
} as const;

export type FormsMethod = keyof typeof formsInputs;
export type FormsInput<M extends FormsMethod> = z.infer<ReturnType<(typeof formsInputs)[M]>>;

export interface FormOutputs {
  forms: FormsView;
  formCard: FormCardView;
  gallery: GalleryView;
  formPreview: FormPreview;
  createForm: FormView;
  updatePlan: UpdatePlanView;
  applyUpdate: AppliedView;
  updateHistory: UpdateHistoryView;
  rollBack: AppliedView;
  closeForm: FormCardView;
  openForm: FormCardView;
  formTerms: TermsView;
  changeTerms: FormCardView;
  adoptPreview: AdoptPreview;
  adopt: FormCardView;
  capture: CaptureView;
}
