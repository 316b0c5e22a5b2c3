/** How far the agent of a workbook is: one row of `_pull`. What cannot be read counts as nothing known, and is found out anew. */
import * as z from 'zod/mini';
import { lazy } from '../../../shared/lazy.ts';
import { issueCode, sha256Text, versionText } from '../../../shared/release/codes.ts';
import { pointerSchema } from '../../../shared/release/rings.ts';
import { outcomes } from '../../../shared/release/rollout.ts';
import { fromJsonCells, toJsonCells } from '../book/json-cells.ts';
import type { Services } from '../port.ts';
import { pullHeaders, pullTable } from './tables.ts';

const schema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    /** When an agent last began to look. */
    lookedAt: z.number(),
    /** The last roll-out file that was accepted. */
    seen: z.nullable(z.strictObject({ seq: z.number(), sha256: sha256Text() })),
    /** What it told this chamber to do. */
    told: z.nullable(
      z.strictObject({
        kind: z.enum(['take', 'undo', 'held']),
        release: pointerSchema(),
        back: z.nullable(pointerSchema()),
      }),
    ),
    /** Version before the one that counts, '' for what the program ships. */
    before: z.string(),
    /** Notes of the release that was taken last, for people. */
    notes: z.array(z.string()),
    /** What became of the release of `told`; null while it is under way. */
    done: z.nullable(
      z.strictObject({ version: versionText(), outcome: z.enum(outcomes), error: issueCode() }),
    ),
    /** Runs in a row that broke off with this code. */
    broken: z.strictObject({ code: issueCode(), count: z.number() }),
    /** When the forms were last gone through, under which policy. */
    acted: z.strictObject({ at: z.number(), policy: z.string() }),
    /** Forms whose update waits for a person. */
    waiting: z.number(),
    /** Version about which somebody was written to. */
    mailedFor: z.string(),
    /** Last error of a run that looked, '' when it went well. */
    error: issueCode(),
    /** What the last check of the workbook counted, and when: it goes through every form, so it is kept until it is sent. */
    counted: z.nullable(
      z.strictObject({
        at: z.number(),
        of: z.string(),
        own: z.number(),
        conflicts: z.number(),
        health: z.strictObject({ ok: z.number(), warn: z.number(), bad: z.number() }),
      }),
    ),
    counter: z.number(),
    /** The last status that arrived: when, and what it said apart from time and number. */
    sent: z.nullable(z.strictObject({ at: z.number(), hash: z.string() })),
    /** Why JCCI's collector did not take the last one, '' when it did. */
    refusedBy: z.string(),
  }),
);
export type PullState = Readonly<z.infer<ReturnType<typeof schema>>>;

export const firstState: PullState = {
  version: 1,
  lookedAt: 0,
  seen: null,
  told: null,
  before: '',
  notes: [],
  done: null,
  broken: { code: '', count: 0 },
  acted: { at: 0, policy: '' },
  waiting: 0,
  mailedFor: '',
  error: '',
  counted: null,
  counter: 0,
  sent: null,
  refusedBy: '',
};

type Needed = Pick<Services, 'workbook'>;

/** One read; the sheet has to be there. */
export function readPull({ workbook }: Needed): PullState {
  const row = workbook.read(pullTable).find(({ cells }) => cells.key === 'state');
  const parsed = schema().safeParse(row === undefined ? null : fromJsonCells(pullHeaders, row.cells));
  return parsed.success ? parsed.data : firstState;
}

/** Changes what `change` names. Call it under the lock: the row is read again, so that nobody's note is lost. */
export function changePull(services: Needed, change: Partial<PullState>): PullState {
  const state = { ...readPull(services), ...change };
  services.workbook.replace(pullTable, [
    { key: 'state', ...toJsonCells(pullHeaders, schema().parse(state)) },
  ]);
  return state;
}

/** How it stands for who only looks; the first state where the sheet is not there. */
export const standingPull = ({ workbook }: Needed): PullState =>
  workbook.has([pullTable]) ? readPull({ workbook }) : firstState;
