/** `office.json`: what JCCI published, how far the roll-out is, what happened. Written by `cci release`, read by the console too. */
import * as z from 'zod/mini';
import { lazy } from '../lazy.ts';
import { chamberCode, sha256Text, versionText } from './codes.ts';
import type { ListedChamber } from './rings.ts';
import { parseRollout, type Rollout, type RolloutLine } from './rollout.ts';

export const officeName = 'office.json';

const published = () =>
  z.strictObject({
    version: versionText(),
    sha256: sha256Text(),
    fileId: z.string(),
    at: z.number(),
    by: z.string(),
    notes: z.array(z.string()),
  });
export type Published = z.infer<ReturnType<typeof published>>;

const line = () =>
  z.strictObject({
    at: z.number(),
    what: z.string(),
    ring: z.string(),
    chambers: z.array(z.string()),
    note: z.string(),
  });

const schema = lazy(() =>
  z.strictObject({
    format: z.literal('cci-kit office'),
    schema: z.literal(1),
    releases: z.array(published()),
    /** null before the first release. */
    rollout: z.nullable(z.unknown()),
    log: z.array(line()),
    list: z._default(
      z.array(z.strictObject({ code: chamberCode(), name: z.string(), prefecture: z.string() })),
      [],
    ),
  }),
);

/** Lines kept; older ones fall out at the front. */
const mostLines = 5000;

export interface OfficeLine extends Omit<RolloutLine, 'what'> {
  readonly what: string;
}

export interface Office {
  readonly releases: readonly Published[];
  readonly rollout: Rollout | null;
  readonly log: readonly OfficeLine[];
  /** JCCI's list when it last published: the collector knows codes only. */
  readonly list?: readonly ListedChamber[];
}

/** Reads `office.json`; null where it was changed by hand into something else. */
export function parseOffice(text: string): Office | null {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schema().safeParse(value);
  if (!parsed.success) return null;
  const { releases, log, list, rollout } = parsed.data;
  const read = rollout === null ? null : parseRollout(rollout);
  return rollout !== null && read === null ? null : { releases, log, list, rollout: read };
}

export const officeText = ({ releases, rollout, log, list = [] }: Office): string =>
  JSON.stringify({
    format: 'cci-kit office',
    schema: 1,
    releases,
    rollout,
    log: log.slice(-mostLines),
    list,
  });
