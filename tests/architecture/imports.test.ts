/** Holds the one direction of imports that docs/decisions and the folder table draw. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, root, sourceFiles } from './imports.ts';

/** What each part may import besides itself; the longest matching folder decides. */
const rules: readonly {
  readonly part: string;
  readonly may: readonly string[];
  readonly packages: RegExp;
}[] = [
  { part: 'shared/', may: [], packages: /^(zod\/mini|@noble\/hashes\/.+)$/ },
  { part: 'apps-script/', may: ['shared/'], packages: /^(zod\/mini|cci:project|cci:shared|htmlparser2)$/ },
  // The composition root: binds add-on and jobs to the names the platform calls.
  { part: 'apps-script/main.ts', may: ['shared/', 'apps-script/', 'addon/'], packages: /^cci:project$/ },
  { part: 'addon/', may: ['shared/', 'apps-script/jobs/', 'addon/'], packages: /^(zod\/mini|cci:project)$/ },
  // Cards: screens as data, asked of the sidebar's dispatcher.
  {
    part: 'addon/cards/',
    may: ['shared/', 'apps-script/jobs/', 'apps-script/entries.ts', 'addon/view/', 'addon/rpc/'],
    packages: /^(zod\/mini|cci:project)$/,
  },
  { part: 'addon/sidebar/', may: ['shared/', 'addon/view/'], packages: /^$/ },
  // What both pages are built from stands in the sidebar's folder; it knows nothing of this one.
  { part: 'addon/forms/', may: ['shared/', 'addon/view/', 'addon/sidebar/'], packages: /^$/ },
  // Draws graphs in the page; its sample counts with the jobs' own code.
  {
    part: 'addon/dashboard/',
    may: ['shared/', 'apps-script/jobs/', 'addon/view/', 'addon/sidebar/'],
    packages: /^vega(-interpreter)?$/,
  },
  { part: 'emulator/', may: [], packages: /^(node:.+|esbuild)$/ },
  { part: 'emulator/web/client/', may: ['emulator/web/', 'emulator/workspace/a1.ts'], packages: /^$/ },
  // Plays the staff of the model chamber: it needs the shapes of the calls, no code.
  {
    part: 'scripts/start/',
    may: ['shared/', 'emulator/', 'scripts/', 'addon/view/protocol.ts'],
    packages: /./,
  },
  { part: 'scripts/', may: ['shared/', 'emulator/'], packages: /./ },
];

const ruleFor = (file: string) =>
  rules.filter((r) => file.startsWith(r.part)).sort((a, b) => b.part.length - a.part.length)[0];

/** The folders of the core in the order of the line: each imports only what stands before it. */
const coreOrder = [
  'lazy.ts',
  'issue',
  'text',
  'bytes',
  'table',
  'fields',
  'settings',
  'template',
  'form',
  'response',
  'record',
  'change',
  'csv',
  'register',
  'line',
];

/** Side branches leave the line: each imports it up to a folder, nothing of the line imports them. */
const sideBranches: Readonly<Record<string, string>> = {
  merge: 'form',
  corpus: 'table',
  release: 'form',
  survey: 'record',
};

const productFolders = ['shared', 'apps-script', 'addon', 'emulator', 'scripts'];
const files = productFolders.flatMap((folder) => sourceFiles(folder));

describe('imports', () => {
  it('finds the source files it is to hold', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.some((file) => importsOf(file).length > 3)).toBe(true);
  });

  it('go only where the table of folders allows', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const rule = ruleFor(file);
      if (rule === undefined) {
        wrong.push(`${file}: no rule`);
        continue;
      }
      for (const { to, external } of importsOf(file)) {
        const allowed = external
          ? rule.packages.test(to)
          : to.startsWith(rule.part) || to === rule.part || rule.may.some((folder) => to.startsWith(folder));
        if (!allowed) wrong.push(`${file} → ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('of the core follow the order of the line', () => {
    const wrong: string[] = [];
    for (const file of sourceFiles('shared')) {
      const folder = file.split('/')[1] ?? '';
      const own = coreOrder.indexOf(sideBranches[folder] ?? folder);
      if (own < 0) wrong.push(`${file}: folder without a place in the line`);
      for (const { to, external } of importsOf(file)) {
        const target = to.split('/')[1] ?? '';
        if (external || target === folder) continue;
        const other = coreOrder.indexOf(target);
        if (other > own || sideBranches[target] !== undefined) wrong.push(`${file} → ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  // Sheet, Range and Spreadsheet hand out one another, as the platform's own classes do: the realm may be circular.
  const realm = 'emulator/apps-script/realm/';
  it('make no circle', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((i) => !i.external && !i.typeOnly && !(file.startsWith(realm) && i.to.startsWith(realm)))
          .map((i) => i.to),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('platform names', () => {
  const google =
    /\b(SpreadsheetApp|FormApp|DriveApp|MailApp|GmailApp|PropertiesService|CacheService|LockService|ScriptApp|HtmlService|UrlFetchApp|ContentService|CardService|CalendarApp|DocumentApp)\s*\./;
  const code = (file: string) =>
    readFileSync(join(root, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '$1');

  it('of Google stand only in services and where cards are drawn', () => {
    const wrong = [
      ...sourceFiles('shared'),
      ...sourceFiles('apps-script'),
      ...sourceFiles('addon'),
      ...sourceFiles('scripts'),
    ].filter(
      (file) =>
        !file.startsWith('apps-script/services/') &&
        file !== 'addon/cards/render.ts' &&
        google.test(code(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('of Node and the DOM are absent from the core', () => {
    const platform =
      /\b(process|require|window|globalThis|TextEncoder|TextDecoder|Buffer|URL|setTimeout|console)\s*[.(]|from 'node:/;
    expect(sourceFiles('shared').filter((file) => platform.test(code(file)))).toEqual([]);
  });
});

describe('files', () => {
  it('stay small unless they are tables of data', () => {
    const data = /(-data|-codes|-areas|\/ja\/[a-z-]+|everyday[a-z-]*)\.ts$/;
    const long = [...files, ...sourceFiles('tests', true)]
      .filter((file) => !data.test(file))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});
