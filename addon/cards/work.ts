/** A piece of work that may outlast a card, as it is written down. */
import * as z from 'zod/mini';

export const workSchema = () =>
  z.strictObject({
    id: z.string(),
    book: z.string(),
    /** Who began it, or went on with it last: the account that it is done with. */
    by: z.string(),
    method: z.enum([
      'collect',
      'createForm',
      'applyUpdate',
      'exportPreview',
      'exportCsv',
      'markBatch',
      'importPreview',
      'importLedger',
    ]),
    /** JSON of the call's input: ids, names of our own and hashes. */
    input: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    /** ISO 8601 of its beginning and of its last change. */
    at: z.string(),
    changedAt: z.string(),
    /** Epoch milliseconds until which somebody is at it. */
    until: z.number(),
    tries: z.number(),
    /** Figures of the result, by name. */
    result: z.record(z.string(), z.string()),
    /** Why it failed, in words. */
    why: z.string(),
  });
export type Work = z.infer<ReturnType<typeof workSchema>>;

export const isOpen = ({ state }: Pick<Work, 'state'>): boolean => state === 'waiting' || state === 'running';
