/** Input schemas of the methods about ledger and register, and what each answers with. See `protocol.ts`. */
import * as z from 'zod/mini';
import type {
  ImportPreview,
  ImportProgress,
  JudgementView,
  LearnView,
  LedgerFilesView,
  LedgerFileView,
  ProfileView,
} from './ledger-protocol.ts';
import type {
  AnswersView,
  AnswerView,
  BusinessView,
  RegisterView,
  SendPreview,
} from './register-protocol.ts';

const id = () => z.string().check(z.minLength(1), z.maxLength(200));
const shortText = () => z.string().check(z.maxLength(2000));
const filter = () =>
  z.strictObject({
    tokusho: z.boolean(),
    member: z.enum(['', 'member', 'other']),
    divisions: z.array(shortText()).check(z.maxLength(200)),
  });
const purpose = () => z.enum(['request', 'reminder']);
const typed = () => z.record(id(), z.string().check(z.maxLength(20_000)));

/** Largest file that the sidebar sends, in bytes: base64 and the call itself have to fit into the memory of one run. */
export const uploadLimit = 8_000_000;

export const registerInputs = {
  ledgerFiles: () => z.strictObject({}),
  /** A CSV file chosen on the clerk's computer. */
  uploadLedger: () =>
    z.strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(200)),
      base64: z.string().check(z.maxLength(Math.ceil(uploadLimit / 3) * 4)),
    }),
  importPreview: () => z.strictObject({ fileId: id(), profileId: id() }),
  /** Begins the import seen in the preview, or goes on with it: called again until it is finished. */
  importLedger: () => z.strictObject({ fileId: id(), profileId: id(), hash: id() }),
  learnLayout: () => z.strictObject({ fileId: id() }),
  /** `choices`: key of each column by its index, '' for a column that nobody takes. */
  saveLayout: () =>
    z.strictObject({
      fileId: id(),
      name: z.string().check(z.minLength(1), z.maxLength(100)),
      choices: z.array(z.strictObject({ index: z.number(), key: z.string() })).check(z.maxLength(1000)),
    }),
  /** A person has tried the layout on the real system. */
  confirmLayout: () => z.strictObject({ profileId: id(), ground: shortText() }),
  judgeLedger: () => z.strictObject({}),

  register: () => z.strictObject({}),
  startRound: () =>
    z.strictObject({
      deadline: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
      filter: filter(),
      prefill: z.array(id()).check(z.maxLength(60)),
    }),
  closeRound: () => z.strictObject({ roundId: id() }),
  sendPreview: () => z.strictObject({ purpose: purpose(), filter: filter() }),
  send: () => z.strictObject({ purpose: purpose(), filter: filter(), hash: id() }),
  /** This account does the sending from now on. */
  takeOverSending: () => z.strictObject({}),
  /** Without `purpose`: letters with the request. */
  makeLetters: () => z.strictObject({ filter: filter(), purpose: z.optional(purpose()) }),
  /** Links signed with the present secret stop working; those made afterwards use a new one. */
  renewSecret: () => z.strictObject({ revoke: z.boolean() }),

  /** `state`: a state id, '' for all. */
  answers: () =>
    z.strictObject({
      state: z.string(),
      search: shortText(),
      offset: z.number(),
      limit: z.number(),
    }),
  answer: () => z.strictObject({ answerId: id() }),
  /** `takes`: for each differing key `answer`, `ledger` or the id of another answer. */
  decideAnswer: () =>
    z.strictObject({
      answerId: id(),
      version: z.number(),
      action: z.enum(['approve', 'discard', 'assign', 'reopen']),
      takes: z.record(id(), id()),
      businessNumber: z.string().check(z.maxLength(100)),
      reason: shortText(),
    }),
  approveUnchanged: () => z.strictObject({ hash: id() }),
  findBusinesses: () => z.strictObject({ search: shortText() }),
  business: () => z.strictObject({ businessNumber: id() }),
  /** 代理入力. `ground`: 電話, 紙 … */
  enterAnswer: () => z.strictObject({ businessNumber: id(), ground: id(), typed: typed() }),

  setSubstitute: () => z.strictObject({ from: id(), to: shortText() }),
  /** Makes the file of a batch again, byte for byte. */
  remakeBatch: () => z.strictObject({ batchId: id() }),
} as const;

export interface RegisterOutputs {
  ledgerFiles: LedgerFilesView;
  uploadLedger: LedgerFileView;
  importPreview: ImportPreview;
  importLedger: ImportProgress;
  learnLayout: LearnView;
  saveLayout: ProfileView;
  confirmLayout: ProfileView;
  judgeLedger: JudgementView;
  register: RegisterView;
  startRound: RegisterView;
  closeRound: RegisterView;
  sendPreview: SendPreview;
  /** Mails that wait in 送付 from now on, and those sent at once. */
  send: { readonly queued: number; readonly sent: number; readonly register: RegisterView };
  takeOverSending: RegisterView;
  makeLetters: { readonly name: string; readonly url: string; readonly count: number };
  renewSecret: RegisterView;
  answers: AnswersView;
  answer: AnswerView;
  decideAnswer: AnswerView;
  approveUnchanged: { readonly approved: number };
  findBusinesses: readonly Omit<BusinessView, 'fields'>[];
  business: BusinessView;
  enterAnswer: AnswerView;
  setSubstitute: { readonly lines: readonly string[] };
  remakeBatch: { readonly fileName: string; readonly fileUrl: string; readonly sha256: string };
}
