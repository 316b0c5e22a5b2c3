/**
 * The secrets that links are signed with: by generation, per workbook, made on first use. They stand with the script,
 * never in the workbook, so who may read the sheets can not forge a link.
 */
import * as z from 'zod/mini';
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { KeySecret } from '../../../shared/register/update-key.ts';
import type { Services } from '../port.ts';

/** `text`: 64 hexadecimal digits; '' for one that was withdrawn, whose number must not come again. */
const storedSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    secrets: z.array(z.strictObject({ generation: z.number(), text: z.string() })),
  }),
);
type Stored = z.infer<ReturnType<typeof storedSchema>>['secrets'];

type Needed = Pick<Services, 'secrets' | 'random' | 'workbook'>;

const keyOf = (services: Needed): string => `cci.secrets.${services.workbook.id}`;

function read(services: Needed): Stored {
  const text = services.secrets.get(keyOf(services));
  // A text that cannot be read is no reason for new secrets: links out there would stop working unnoticed.
  return text === null ? [] : storedSchema().parse(JSON.parse(text)).secrets;
}

function write(services: Needed, secrets: Stored): void {
  services.secrets.set(keyOf(services), JSON.stringify({ version: 1, secrets }));
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_unused, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );

const keySecret = ({ generation, text }: Stored[number]): KeySecret => ({
  generation,
  secret: bytesOf(text),
});

function next(services: Needed, before: Stored): Stored {
  const generation = before.reduce((last, one) => Math.max(last, one.generation), -1) + 1;
  return [...before, { generation, text: sha256Hex(encodeUtf8(services.random())) }];
}

/** Every secret that still counts, oldest first; empty while no link was ever made. */
export function allSecrets(services: Needed): readonly KeySecret[] {
  return read(services)
    .filter((one) => one.text !== '')
    .map(keySecret);
}

/** The secret that new links are signed with, made on first use. Call it under the lock. */
export function currentSecret(services: Needed): KeySecret {
  const known = read(services);
  const last = known[known.length - 1];
  if (last !== undefined) return keySecret(last);
  const made = next(services, known);
  write(services, made);
  return made.map(keySecret)[0] as KeySecret;
}

/**
 * Makes a new secret for the links to come. Call it under the lock.
 * @param revoke withdraws the earlier ones: links signed with them stop working
 */
export function renewSecret(services: Needed, revoke: boolean): KeySecret {
  const known = read(services);
  const made = next(services, revoke ? known.map((one) => ({ ...one, text: '' })) : known);
  write(services, made);
  return keySecret(made[made.length - 1] as Stored[number]);
}
