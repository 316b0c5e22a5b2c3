/** Parts that stored applications and stored answers share. */
import * as z from 'zod/mini';
import { lazy } from '../../../shared/lazy.ts';
import type { BusinessRecord } from '../../../shared/record/record.ts';

const text = z.string;

export const issueSchema = lazy(() =>
  z.strictObject({
    code: text(),
    severity: z.enum(['error', 'warning', 'info']),
    key: text(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    value: text(),
    suggestion: text(),
  }),
);

export const mailSchema = lazy(() =>
  z.strictObject({
    id: text(),
    purpose: z.enum(['receipt', 'returned', 'waiting', 'promoted', 'cancelled']),
    reason: text(),
    /** Address at the moment of asking, '' when there was none. */
    to: text(),
    at: text(),
  }),
);
export type WantedMail = z.infer<ReturnType<typeof mailSchema>>;

/** What a stored answer says of its record; the other facts of a record stand beside it. */
interface StoredFacts {
  readonly version: number;
  readonly id: string;
  readonly receivedAt: string;
}

/** A stored answer as read back: its record put together, its row known. */
export function withRecord<
  T extends StoredFacts & Pick<BusinessRecord, 'typed' | 'values' | 'changes' | 'issues'>,
>(read: T, at: number) {
  const { version: _version, typed, values, changes, issues, ...stored } = read;
  const record = { responseId: read.id, submittedAt: read.receivedAt, typed, values, changes, issues };
  return { ...stored, at, record };
}
