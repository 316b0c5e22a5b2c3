/** What JCCI's collector answers to a message. */
import * as z from 'zod/mini';
import { lazy } from '../../../shared/lazy.ts';
import { jsonOrNull } from '../../../shared/text/json.ts';

const schema = lazy(() => z.object({ ok: z.boolean(), fault: z.optional(z.string()) }));

export interface Answer {
  readonly ok: boolean;
  /** Why it was not taken, '' where it was; `unreachable` for an answer that is none. */
  readonly fault: string;
}

export function answerOf(text: string | null): Answer {
  const { success, data } = schema().safeParse(jsonOrNull(text ?? ''));
  return success ? { ok: data.ok, fault: data.fault ?? '' } : { ok: false, fault: 'unreachable' };
}
