/** Parts that stored applications and stored answers share. */
import * as z from 'zod/mini';
import { lazy } from '../../../shared/lazy.ts';

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
