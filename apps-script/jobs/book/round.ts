/** A yearly round as it is stored, and the businesses asked in it. One reader, one writer, one version. */
import * as z from 'zod/mini';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { Cells, Row } from '../port.ts';
import { fromJsonCells, toJsonCells } from './json-cells.ts';
import { askedBaseHeaders, roundHeaders } from './register-tables.ts';

export type RoundState = 'making' | 'open' | 'closed';

const roundSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    /** 年度, `R8`; a second round of a year is `R8-2`. */
    roundId: z.string(),
    /** Form that the answers come through. */
    formId: z.string(),
    startedAt: z.string(),
    startedBy: z.string(),
    /** Last day for answers, `YYYY-MM-DD`. */
    deadline: z.string(),
    /** Secret that the links are signed with. */
    generation: z.number(),
    /** Keys whose present value stands in the link. */
    prefill: z.array(z.string()),
    /** Address of the form with a mark in each place that a link fills: the token's and those of `prefill`. */
    linkPattern: z.string(),
    /** Whom the round asks; kept so that a run that died goes on with the same. */
    filter: z.strictObject({
      tokusho: z.boolean(),
      member: z.enum(['', 'member', 'other']),
      divisions: z.array(z.string()),
    }),
    asked: z.number(),
    /** How often all links were made anew because their secret was withdrawn: who had one is asked again. */
    rekeyed: z.number(),
    /** The last sending: its hash, and whether all its mails wait in 送付. */
    sending: z.strictObject({ hash: z.string(), done: z.boolean() }),
    /** Account that sends, '' before the first sending. */
    sendingBy: z.string(),
    letters: z.array(z.strictObject({ name: z.string(), url: z.string(), count: z.number() })),
  }),
);
export type StoredRound = z.infer<ReturnType<typeof roundSchema>>;

export interface Round extends StoredRound {
  readonly at: number;
  readonly state: RoundState;
}

export function roundCells(round: Omit<Round, 'at'> & { readonly at?: number }): Cells {
  const { state, at: _at, ...stored } = round;
  return { roundId: round.roundId, state, ...toJsonCells(roundHeaders, roundSchema().parse(stored)) };
}

const states: readonly RoundState[] = ['making', 'open', 'closed'];

/** Throws UnusableInput `workbook.version` when a newer program wrote it. */
export function readRound(row: Row): Round {
  const parsed = roundSchema().safeParse(fromJsonCells(roundHeaders, row.cells));
  if (!parsed.success) {
    throw new UnusableInput([issue('workbook.version', 'error', '', { params: { row: row.at } })]);
  }
  return { ...parsed.data, at: row.at, state: states.find((one) => one === row.cells.state) ?? 'making' };
}

/** A business asked in a round. */
export interface Asked {
  readonly at: number;
  readonly roundId: string;
  readonly businessNumber: string;
  /** Look-up part of its link. */
  readonly ref: string;
  /** Canonical values of the ledger when the link was made, of the fields that the form asks. */
  readonly base: Readonly<Record<string, string>>;
  readonly cells: Cells;
}

const baseSchema = lazy(() =>
  z.strictObject({ version: z.literal(1), values: z.record(z.string(), z.string()) }),
);

export const askedId = (roundId: string, businessNumber: string): string => `${roundId}/${businessNumber}`;

export function baseCells(values: Readonly<Record<string, string>>): Cells {
  return toJsonCells(askedBaseHeaders, { version: 1, values });
}

export function readAsked(row: Row): Asked {
  const parsed = baseSchema().safeParse(fromJsonCells(askedBaseHeaders, row.cells));
  return {
    at: row.at,
    roundId: row.cells.回 ?? '',
    businessNumber: row.cells.事業所番号 ?? '',
    ref: row.cells.ref ?? '',
    base: parsed.success ? parsed.data.values : {},
    cells: row.cells,
  };
}
