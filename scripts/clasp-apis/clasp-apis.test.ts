import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const root = fileURLToPath(new URL('../../', import.meta.url));
const clasp = join(root, 'node_modules/@google/clasp');

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.js')
        ? [readFileSync(join(folder, entry.name), 'utf8')]
        : [],
  );
}
const code = sources(join(clasp, 'build/src')).join('\n');

type Make = (given: unknown) => unknown;
let google: Record<string, Make> = {};
beforeAll(async () => {
  const module: unknown = await import(pathToFileURL(join(root, 'scripts/clasp-apis/index.js')).href);
  google = z
    .object({
      google: z.record(
        z.string(),
        z.custom<Make>((value) => typeof value === 'function'),
      ),
    })
    .parse(module).google;
});

describe('the APIs under clasp', () => {
  it('every_one_that_clasp_calls__is_there_and_nothing_else_of_googleapis_is_used', () => {
    const called = new Set([...code.matchAll(/\bgoogle\.(\w+)\(/g)].map(([, name]) => name));
    expect([...called].sort()).toEqual(Object.keys(google).sort());
    const imported = [...code.matchAll(/import ([^;]+?) from 'googleapis'/g)].map(([, names]) => names);
    expect(new Set(imported)).toEqual(new Set(['{ google }']));
  });

  it('every_method_that_clasp_calls__is_there', () => {
    const versions: Readonly<Record<string, string>> = {
      discovery: 'v1',
      drive: 'v3',
      logging: 'v2',
      oauth2: 'v2',
      script: 'v1',
      serviceusage: 'v1',
    };
    const methods = [
      ...new Set(
        [
          ...code.matchAll(
            /\b(?:script|drive|logging|logger|serviceUsage|discovery|api)\.(\w+(?:\.\w+)*)\(/g,
          ),
        ].map(([, path]) => path ?? ''),
      ),
    ].filter((path) => path.includes('.') || path === 'apis');
    const apis = Object.entries(google).map(([name, make]) => make({ version: versions[name] }));
    const has = (path: string): boolean =>
      apis.some(
        (api) =>
          typeof path
            .split('.')
            .reduce<unknown>(
              (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
              api,
            ) === 'function',
      );
    expect(methods.length).toBeGreaterThan(10);
    expect(methods.filter((path) => !has(path))).toEqual([]);
  });

  it('errors__are_of_the_class_that_clasp_asks_for', () => {
    // Two copies of googleapis-common would have two classes of one name.
    const lock = z
      .object({ packages: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
    expect(Object.keys(lock.packages).filter((path) => /(^|\/)googleapis-common$/.test(path))).toEqual([
      'node_modules/googleapis-common',
    ]);
  });
});
