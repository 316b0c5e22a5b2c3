/**
 * The table of index kinds. Whatever the kind, an index is a weighted sum of the shares of the options, in points: a kind
 * says which weight each option has. The kind is a property of the question.
 */

export const indexKindIds = ['balance', 'watcher', 'double', 'weights'] as const;
export type IndexKindId = (typeof indexKindIds)[number];

/** What a kind may ask of the rule of a question. */
export interface RuleGiven {
  readonly favourable: readonly string[];
  readonly unfavourable: readonly string[];
  readonly weights?: Readonly<Record<string, number>> | undefined;
}

export interface IndexKind {
  readonly label: string;
  /** How it is made, for the method note. */
  readonly formula: string;
  /** Options that the kind needs, 0: any number. Those of five are ordered from best to worst. */
  readonly options: number;
  /** Weight by option code; a code that is missing weighs nothing. */
  weights(codes: readonly string[], given: RuleGiven): Readonly<Record<string, number>>;
}

const ordered = (codes: readonly string[], weights: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(codes.map((code, at) => [code, weights[at] ?? 0]));

export const indexKinds: Readonly<Record<IndexKindId, IndexKind>> = {
  /** LOBO and most chambers: favourable − unfavourable, −100 … 100. */
  balance: {
    label: 'DI（差引き）',
    formula: '好ましい側の割合（％）から好ましくない側の割合（％）を引いた値。−100〜100。',
    options: 0,
    weights: (_codes, { favourable, unfavourable }) =>
      Object.fromEntries([
        ...favourable.map((code): [string, number] => [code, 1]),
        ...unfavourable.map((code): [string, number] => [code, -1]),
      ]),
  },
  /** 景気ウォッチャー調査: five answers × 1, 0.75, 0.5, 0.25, 0. https://www5.cao.go.jp/keizai3/watcher/watcher_menu.html */
  watcher: {
    label: 'DI（0〜100、景気ウォッチャー型）',
    formula: '五つの選択肢の割合（％）に 1・0.75・0.5・0.25・0 を掛けて足した値。0〜100、横ばいは 50。',
    options: 5,
    weights: (codes) => ordered(codes, [1, 0.75, 0.5, 0.25, 0]),
  },
  /** 住団連 経営者の住宅景況感調査: ((2a + b) − (d + 2e)) ÷ 2 ÷ n × 100. */
  double: {
    label: '指数（二段階の重み）',
    formula: '五つの選択肢の割合（％）に 1・0.5・0・−0.5・−1 を掛けて足した値。−100〜100。',
    options: 5,
    weights: (codes) => ordered(codes, [1, 0.5, 0, -0.5, -1]),
  },
  weights: {
    label: '指数（重みを定めたもの）',
    formula: '選択肢の割合（％）に、調査で定めた重みを掛けて足した値。',
    options: 0,
    weights: (_codes, { weights }) => weights ?? {},
  },
};
