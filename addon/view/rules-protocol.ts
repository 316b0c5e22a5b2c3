/** What the page 規程を調べる asks over the wire. The same rules as `protocol.ts`. Texts go out whole, so that searching asks nobody. */

import * as z from 'zod/mini';

export interface RulesSourceView {
  readonly title: string;
  /** Name of its document. */
  readonly name: string;
  readonly url: string;
  readonly characters: number;
}

export interface RulesProblemView {
  readonly severity: 'error' | 'warning' | 'info';
  readonly severityLabel: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export interface RulesBundleView {
  /** Over all texts; a piece of another bundle is refused. */
  readonly key: string;
  /** `2026-11-24 10:05` */
  readonly at: string;
  readonly sources: readonly RulesSourceView[];
  /** How many calls of `rulesTexts` bring all texts. */
  readonly pieces: number;
  readonly outUrl: string;
  readonly indexUrl: string;
  /** '' before the first revision. */
  readonly comparisonUrl: string;
  readonly syncUrl: string;
  readonly problems: readonly RulesProblemView[];
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
}

export interface RulesView {
  readonly folder: { readonly name: string; readonly url: string } | null;
  /** Null before the first build. */
  readonly bundle: RulesBundleView | null;
  /** There is a bundle that this person cannot open. */
  readonly isClosed: boolean;
  readonly mayBuild: boolean;
  /** Whom to ask where no rule is found; '' where 設定 does not say. */
  readonly ask: { readonly chamberName: string; readonly phone: string; readonly email: string };
}

export interface RulesText {
  readonly title: string;
  readonly file: string;
  readonly text: string;
}

export interface RulesFilesView {
  /** What a build would read, by name. */
  readonly readable: readonly string[];
  /** The folder holds a bundle of the command line, which is read as it is. */
  readonly isBundle: boolean;
  readonly problems: readonly RulesProblemView[];
}

export interface RulesProgress {
  readonly phase: 'read' | 'write' | 'done';
  readonly done: number;
  readonly total: number;
  /** What the notebook has to be told; only at the end. */
  readonly sync: readonly { readonly name: string; readonly kind: 'added' | 'changed' | 'removed' }[];
}

export const rulesInputs = {
  rules: () => z.strictObject({}),
  rulesTexts: () =>
    z.strictObject({ key: z.string().check(z.maxLength(100)), piece: z.int().check(z.gte(0), z.lte(999)) }),
  rulesFiles: () => z.strictObject({}),
  makeRulesFolder: () => z.strictObject({}),
  chooseRulesFolder: () => z.strictObject({ address: z.string().check(z.minLength(1), z.maxLength(2000)) }),
  buildRules: () => z.strictObject({}),
} as const;

export interface RulesOutputs {
  rules: RulesView;
  rulesTexts: readonly RulesText[];
  rulesFiles: RulesFilesView;
  makeRulesFolder: RulesView;
  chooseRulesFolder: RulesView;
  buildRules: RulesProgress;
}
