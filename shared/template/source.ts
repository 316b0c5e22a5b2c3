/** Where a template or a layout comes from that a chamber made and offered to the others (便利ツール共有). */
import * as z from 'zod/mini';
import { lazy } from '../lazy.ts';

export const sourceSchema = lazy(() =>
  z.strictObject({
    /** Number of the chamber at JCCI, and its name. */
    chamber: z.string(),
    name: z.string(),
    /** Which thing of the chamber's, and which offer of it. */
    subject: z.string(),
    offer: z.string(),
    /** Day of the offer, `YYYY-MM-DD`. */
    on: z.string(),
  }),
);
export type Source = z.infer<ReturnType<typeof sourceSchema>>;

/** 「見本商工会議所 提供（2026-12-01）」, '' for JCCI's own. */
export const sourceLabel = (source: Source | undefined): string =>
  source === undefined ? '' : `${source.name} 提供（${source.on}）`;
