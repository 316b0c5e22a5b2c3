/**
 * `rollout.json`: what chambers read by the hour. A body as text, and for each chamber a seal that only JCCI and that chamber can
 * make. The number `seq` never goes back: who has seen a file takes no older one, no other one of the same number, and no next one
 * that does not name the hash of the one before. So neither an old file put back nor a forged one can lead a chamber anywhere.
 */
import * as z from 'zod/mini';
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { lazy } from '../lazy.ts';
import { jsonOrNull } from '../text/json.ts';
import { chamberCode, moment, sha256Text } from './codes.ts';
import { chamberKey, sameSeal, sealOf } from './hmac.ts';
import { pointerSchema, type ReleasePointer } from './rings.ts';
import type { Rollout } from './rollout.ts';
import { bodyOf } from './rollout-body.ts';

const bodySchema = lazy(() =>
  z.strictObject({
    format: z.literal('cci-kit rollout'),
    schema: z.literal(1),
    seq: z.number().check(z.int(), z.positive()),
    previous: z.union([z.literal(''), sha256Text()]),
    release: pointerSchema(),
    back: z.nullable(pointerSchema()),
    paused: z.boolean(),
    rings: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string().check(z.maxLength(60)),
        startsAt: moment(),
        state: z.enum(['waiting', 'offering', 'undoing']),
      }),
    ),
    offered: z.array(chamberCode()),
    undo: z.array(chamberCode()),
  }),
);
export type RolloutBody = Readonly<z.infer<ReturnType<typeof bodySchema>>>;

/** Half of the digits: 128 bits, and 515 of them stay short. */
const sealLength = 32;
const longest = 500_000;

const fileSchema = lazy(() =>
  z.strictObject({
    body: z.string().check(z.maxLength(longest)),
    // A chamber asks for its own only; those of five hundred others are nothing to it.
    seals: z.unknown(),
  }),
);

const shortSeal = (key: string, body: string): string => sealOf(key, 'rollout', body).slice(0, sealLength);

/** Text of `rollout.json`. `master`: JCCI's secret, from which the keys of all chambers are made. */
export function rolloutFile(rollout: Rollout, master: string): string {
  const body = bodyOf(rollout);
  const codes = rollout.plan.rings.flatMap(({ chambers }) => chambers);
  const seals = Object.fromEntries(codes.map((code) => [code, shortSeal(chamberKey(master, code), body)]));
  return JSON.stringify({ body, seals });
}

/** The last file that a chamber accepted. */
export interface SeenRollout {
  readonly seq: number;
  readonly sha256: string;
}

function sealFor(seals: unknown, chamber: string): string {
  if (typeof seals !== 'object' || seals === null) return '';
  const seal: unknown = Object.getOwnPropertyDescriptor(seals, chamber)?.value;
  return typeof seal === 'string' ? seal : '';
}

export interface ReadRollout {
  readonly body: RolloutBody | null;
  readonly seen: SeenRollout | null;
  /** The very file that was accepted last: what it tells is known, and it is not read again. */
  readonly isSame: boolean;
  readonly issues: readonly Issue[];
}

/**
 * Reads the file as a chamber does. `body` is null when it may not be followed or is the same again; the last one then still stands.
 * Issues: `rollout.unreadable`, `rollout.seal` (not sealed for this chamber), `rollout.older`, `rollout.fork`.
 */
export function readRollout(
  text: string,
  {
    chamber,
    key,
    last,
  }: { readonly chamber: string; readonly key: string; readonly last: SeenRollout | null },
): ReadRollout {
  const none = (code: string, params: Readonly<Record<string, string | number>> = {}): ReadRollout => ({
    body: null,
    seen: null,
    isSame: false,
    issues: [issue(code, 'error', '', { params })],
  });
  if (text.length > longest * 2) return none('rollout.unreadable');
  const file = fileSchema().safeParse(jsonOrNull(text));
  if (!file.success) return none('rollout.unreadable');
  const sha256 = sha256Hex(encodeUtf8(file.data.body));
  if (last?.sha256 === sha256) return { body: null, seen: last, isSame: true, issues: [] };
  const seal = sealFor(file.data.seals, chamber);
  if (!sameSeal(seal, shortSeal(key, file.data.body))) return none('rollout.seal');
  const parsed = bodySchema().safeParse(jsonOrNull(file.data.body));
  if (!parsed.success) return none('rollout.unreadable');
  const { seq, previous } = parsed.data;
  if (last !== null) {
    if (seq < last.seq) return none('rollout.older', { seq, last: last.seq });
    if (seq === last.seq && sha256 !== last.sha256) return none('rollout.fork', { seq });
    if (seq === last.seq + 1 && previous !== last.sha256) return none('rollout.fork', { seq });
  }
  return { body: parsed.data, seen: { seq, sha256 }, isSame: false, issues: [] };
}

/** What the file tells a chamber to do. `held`: its offer is not open (paused, not its turn). */
export type Told =
  | { readonly kind: 'take'; readonly release: ReleasePointer }
  | { readonly kind: 'undo'; readonly release: ReleasePointer; readonly back: ReleasePointer | null }
  | { readonly kind: 'held'; readonly release: ReleasePointer };

export function toldTo({ release, back, offered, undo }: RolloutBody, chamber: string): Told {
  if (undo.includes(chamber)) return { kind: 'undo', release, back };
  return { kind: offered.includes(chamber) ? 'take' : 'held', release };
}
