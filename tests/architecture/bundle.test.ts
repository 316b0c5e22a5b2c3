/**
 * The finished bundle: parses as ES2020, declares exactly the functions the platform is told of, loads in a bare
 * context without the globals that Apps Script lacks and without code made from strings, stays small, and fetches the rest
 * (data, parts) when a call needs it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { type Node, parse } from 'acorn';
import { beforeAll, describe, expect, it } from 'vitest';
import { entryNames } from '../../apps-script/entries.ts';
import { sizeLimit } from '../../scripts/build/build.ts';
import { parts } from '../../scripts/build/parts.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { root, sourceFiles } from './imports.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const text = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Top-level function declarations of a script. */
function declared(code: string): readonly string[] {
  const program = parse(code, { ecmaVersion: 2020, sourceType: 'script' });
  return program.body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : []));
}

/** Every value of the given property names anywhere in the manifest. */
function manifestFunctions(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    ['runFunction', 'onTriggerFunction'].includes(name) && typeof inner === 'string'
      ? [inner]
      : manifestFunctions(inner),
  );
}

function visit(node: unknown, see: (node: Node & Record<string, unknown>) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, see);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node) see(node as Node & Record<string, unknown>);
    for (const inner of Object.values(node)) visit(inner, see);
  }
}

/** A context with the ECMAScript built-ins only; string code generation is off unless a part is to be evaluated. */
function bareContext(strings = false): vm.Context {
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings, wasm: false } });
  vm.runInContext(
    'delete globalThis.console; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics;',
    context,
  );
  return context;
}

/** Gives the context the project's files, as the platform does, and notes which were read. */
function withFiles(context: vm.Context): readonly string[] {
  const files: string[] = [];
  Object.assign(context, {
    HtmlService: {
      createTemplateFromFile: (name: string) => {
        files.push(name);
        return { getRawContent: () => built.bundle.html[name] };
      },
    },
  });
  return files;
}

/** A workbook without sheets, and no list of roles: whoever asks may. */
function withEmptyBook(context: vm.Context): void {
  Object.assign(context, {
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getId: () => 'book', getSheetByName: () => null }) },
    PropertiesService: { getScriptProperties: () => ({ getProperty: () => null }) },
    Session: { getActiveUser: () => ({ getEmail: () => 'clerk@mihon-cci.example' }) },
    Logger: { log: () => undefined },
  });
}

const answerTo = (context: vm.Context, call: string): unknown =>
  JSON.parse(vm.runInContext(`JSON.stringify(${call})`, context));

describe('Code.js', () => {
  it('bundle__parsed_as_ES2020__declares_every_entry_and_nothing_else', () => {
    expect([...declared(built.code)].sort()).toEqual([...entryNames].sort());
  });

  it('main__assignments__are_exactly_the_entries', () => {
    const assigned = [...text('apps-script/main.ts').matchAll(/^global\.(\w+) = (\w+);$/gm)];
    expect(assigned.map(([, name]) => name).sort()).toEqual([...entryNames].sort());
    for (const [, name, value] of assigned) expect(value).toBe(name);
  });

  it('names_given_as_text__menus_triggers_manifest_client__are_entries', () => {
    const services = sourceFiles('apps-script').map(text).join('\n');
    const named = [
      ...[...services.matchAll(/entry: '(\w+)'/g)].map((match) => match[1]),
      ...[...services.matchAll(/handler: '(\w+)'/g)].map((match) => match[1]),
      ...manifestFunctions(built.manifest),
    ];
    expect(named).toEqual(
      expect.arrayContaining([
        'showSidebar',
        'collectNow',
        'onFormSubmitted',
        'hourlyCatchUp',
        'cardMessage',
      ]),
    );
    for (const name of named) expect(entryNames).toContain(name);
    expect(built.sidebar).toContain('.rpc(');
    expect(entryNames).toContain('rpc');
  });

  it('bundle__size__within_the_limit_and_Japanese_unescaped', () => {
    expect(Buffer.byteLength(built.code)).toBeLessThanOrEqual(sizeLimit);
    expect(built.code).toContain('商工会議所');
    expect(built.code.match(/\\u[34-9][0-9a-f]{3}/gi)?.length ?? 0).toBeLessThan(400);
  });

  it('bundle__bare_context__loads_and_defines_functions', () => {
    const context = bareContext();
    vm.runInContext(built.code, context);
    for (const name of entryNames) expect(vm.runInContext(`typeof ${name}`, context)).toBe('function');
  });

  it('bundle__bare_context__rpc_answers_in_words_and_reads_its_data', () => {
    const context = bareContext(true);
    vm.runInContext(built.code, context);
    const files = withFiles(context);
    withEmptyBook(context);
    expect(answerTo(context, "rpc('nothing', {})")).toMatchObject({
      ok: false,
      issues: [{ code: 'rpc.unknown-method', message: expect.stringMatching(/[ぁ-ん]/) }],
    });
    expect(answerTo(context, "rpc('createForm', { templateId: 'nothing' })")).toMatchObject({
      ok: false,
      issues: [{ code: 'template.unknown' }],
    });
    expect([...files].sort()).toEqual(['Data', 'PartForms']);
  });

  it('bundle__loading__makes_no_schema_and_reads_no_file_until_a_call_needs_them', () => {
    const context = bareContext(true);
    // A schema of zod marks itself by the property `_zod`.
    vm.runInContext(
      `var schemas = 0;
      (({ defineProperty }) => {
        Object.defineProperty = (target, name, descriptor) => {
          if (name === '_zod') schemas++;
          return defineProperty(target, name, descriptor);
        };
      })(Object);`,
      context,
    );
    const files = withFiles(context);
    vm.runInContext(built.code, context);
    expect(vm.runInContext('schemas', context)).toBe(0);
    expect(files).toEqual([]);
    withEmptyBook(context);
    vm.runInContext("rpc('createForm', { templateId: 'nothing' })", context);
    expect(vm.runInContext('schemas', context)).toBeGreaterThan(1);
    expect([...files].sort()).toEqual(['Data', 'PartForms']);
  });

  it('part__called__is_evaluated_once_an_execution_and_answers_in_words', () => {
    const context = bareContext(true);
    vm.runInContext(built.code, context);
    const files = withFiles(context);
    // Without its sheets a part fails in words of Code.js: it shares the modules of Code.js, its own errors among them.
    withEmptyBook(context);
    for (const call of ["rpc('batches', {})", "rpc('register', {})", "rpc('batches', {})"]) {
      const found = { ok: false, issues: [{ code: 'workbook.sheet-missing' }] };
      expect(answerTo(context, call), call).toMatchObject(found);
    }
    expect(files.filter((name) => name.startsWith('Part')).sort()).toEqual(['PartExport', 'PartRegister']);
  });

  it('bundle__free_names__only_built_ins_and_Google_services', () => {
    const missing = new Set(
      'setTimeout setInterval clearTimeout clearInterval fetch Headers Request Response FormData File Blob URLSearchParams TextEncoder TextDecoder btoa crypto ReadableStream AbortController AbortSignal EventTarget queueMicrotask structuredClone performance process Buffer require'.split(
        ' ',
      ),
    );
    const called = new Set<string>();
    const see = (node: Node & Record<string, unknown>): void => {
      const callee = node.callee as { type?: string; name?: string } | undefined;
      if (
        (node.type === 'NewExpression' || node.type === 'CallExpression') &&
        callee?.type === 'Identifier'
      ) {
        if (missing.has(callee.name ?? '')) called.add(callee.name ?? '');
      }
    };
    visit(parse(built.code, { ecmaVersion: 2020, sourceType: 'script' }), see);
    expect([...called]).toEqual([]);
    // A part is given `require`, for the modules of Code.js.
    for (const name of Object.keys(parts)) {
      const script = /^<script>\n([\s\S]*)\n<\/script>\n$/.exec(built.bundle.html[`Part${name}`] ?? '');
      expect(script, name).not.toBeNull();
      visit(parse(script?.[1] ?? '', { ecmaVersion: 2020, sourceType: 'script' }), see);
    }
    expect([...called].filter((name) => name !== 'require')).toEqual([]);
  });
});

describe.each(['sidebar', 'forms'] as const)('%s page', (name) => {
  it('page__one_file__no_outside_script_or_style', () => {
    expect(built[name]).toContain('<script>');
    expect(built[name]).not.toMatch(/<script[^>]+src=|<link[^>]+stylesheet/);
    expect(built[name]).not.toContain('<!-- script -->');
    expect(Buffer.byteLength(built[name])).toBeLessThanOrEqual(150_000);
  });
});

describe('manifest', () => {
  it('scopes__each__has_its_reason_in_the_list_of_rights', () => {
    const listed = text('docs/ja/権限一覧.md');
    const manifest = built.manifest as { oauthScopes: string[]; timeZone: string; runtimeVersion: string };
    for (const scope of manifest.oauthScopes) {
      const row = listed.split('\n').find((line) => line.startsWith(`| \`${scope}\` |`));
      expect(row, scope).toBeDefined();
      expect((row?.split('|')[2] ?? '').trim().length, scope).toBeGreaterThan(10);
    }
    const rows = [...listed.matchAll(/^\| `(https:[^`]+)` \|/gm)].map((match) => match[1]);
    expect([...rows].sort()).toEqual([...manifest.oauthScopes].sort());
    expect(manifest).toMatchObject({ timeZone: 'Asia/Tokyo', runtimeVersion: 'V8' });
  });
});
