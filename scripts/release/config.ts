/** `release.yaml`: where JCCI keeps its releases and its list of chambers, and in which order chambers get one. Holds no secret. */
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { lazy } from '../../shared/lazy.ts';
import { prefectureName } from '../../shared/record/kinds/postal-code.ts';
import { isChamberCode } from '../../shared/release/codes.ts';
import { isSecret } from '../../shared/release/hmac.ts';
import type { ListedChamber } from '../../shared/release/rings.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { shapeIssues } from '../../shared/template/parse.ts';
import { readText } from '../files.ts';
import { refuse } from '../google/refuse.ts';
import { placed } from '../library.ts';
import { readYaml } from '../yaml.ts';

const id = () => z.string().check(z.minLength(1), z.maxLength(200));

const schema = lazy(() =>
  z.strictObject({
    /** Drive folder of JCCI: releases, the roll-out, leases. */
    folder: id(),
    /** Spreadsheet that the collector writes (配布の状況). */
    fleet: id(),
    /** Web app of JCCI's project (`…/exec`). */
    address: z.string().check(z.regex(/^https:\/\/[\x21-\x7e]+$/)),
    /** Id with which the chain of leases begins; made once by `files.generateIds`. */
    lease: id(),
    /** CSV: code,name,prefecture. A path beside this file. */
    chambers: z.string(),
    /** Codes of JCCI's own ring. */
    home: z.array(z.string()),
    /** Codes of the second ring; absent: the working group by name. */
    pilot: z.optional(z.array(z.string())),
    /** Prefectures (01 … 47) that come one by one before the whole country. */
    prefectures: z._default(z.array(z.string().check(z.regex(/^(0[1-9]|[1-3]\d|4[0-7])$/))), []),
    /** Days between the starts of two rings. */
    daysBetweenRings: z._default(z.number().check(z.positive(), z.maximum(60)), 3),
  }),
);

export interface FleetConfig extends Omit<z.infer<ReturnType<typeof schema>>, 'chambers'> {
  readonly list: readonly ListedChamber[];
}

/** JCCI's list of chambers; `release.chambers` names the line that cannot be used. */
function readChambers(file: string): readonly ListedChamber[] {
  const { rows, lines } = parseDelimited(readText(file));
  const [header = [], ...body] = rows;
  const at = (name: string): number => {
    const found = header.findIndex((cell) => cell.trim() === name);
    if (found < 0) refuse('header.key-missing', { file, header: name });
    return found;
  };
  const [code, name, prefecture] = [at('code'), at('name'), at('prefecture')];
  const seen = new Set<string>();
  return body.map((cells, row): ListedChamber => {
    const chamber = {
      code: (cells[code] ?? '').trim(),
      name: (cells[name] ?? '').trim(),
      prefecture: (cells[prefecture] ?? '').trim().padStart(2, '0'),
    };
    const isSound =
      isChamberCode(chamber.code) &&
      chamber.name !== '' &&
      prefectureName(chamber.prefecture) !== '' &&
      !seen.has(chamber.code);
    if (!isSound) refuse('release.chambers', { file, line: lines[row + 1] ?? 0 });
    seen.add(chamber.code);
    return chamber;
  });
}

/** Reads the file and the list it names. Problems name file and place. */
export function readConfig(file: string): FleetConfig {
  const yaml = readYaml(readText(file), file);
  if (yaml.issues.length > 0) throw new UnusableInput(yaml.issues);
  const parsed = schema().safeParse(yaml.value, { reportInput: true });
  if (!parsed.success) {
    throw new UnusableInput(
      parsed.error.issues.flatMap(shapeIssues).map((one) => placed(one, file, yaml.lineOf)),
    );
  }
  const { chambers, ...rest } = parsed.data;
  const list = readChambers(resolve(dirname(file), chambers));
  const known = new Set(list.map(({ code }) => code));
  const stranger = [...rest.home, ...(rest.pilot ?? [])].find((code) => !known.has(code));
  if (stranger !== undefined) refuse('release.chamber-unknown', { file, chamber: stranger });
  return { ...rest, list };
}

/** JCCI's secret, from which the keys of all chambers are made: never an argument, never in a file of this folder. */
export function readMaster(): string {
  const secret = (process.env.CCI_RELEASE_SECRET ?? '').trim();
  if (!isSecret(secret)) refuse('release.secret');
  return secret;
}
