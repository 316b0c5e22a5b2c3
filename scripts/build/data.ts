/**
 * `Data.html`: what the program needs to know but not at every execution, one line a value. `apps-script/services/project-files.ts` reads
 * it when something first asks. Large tables of Japanese text that stand in the sources as functions without
 * arguments are moved there too: in the bundle a call of `dataOf` stands in their place.
 */
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import type { CompiledAssets } from './assets.ts';

/** The tables, from the root of the checkout: modules whose functions take nothing and return what JSON can hold. Their other exports stay. */
const tables = [
  'shared/bytes/windows31j-data.ts',
  'shared/record/kinds/jsic-table.ts',
  'shared/record/kinds/phone-area-codes.ts',
  'shared/record/kinds/postal-prefixes.ts',
  'shared/record/kinds/industry-words.ts',
  'shared/issue/ja/catalogue.ts',
  'shared/issue/ja/rule-words.ts',
  'addon/rpc/method-words.ts',
] as const;

type Exports = Readonly<Record<string, unknown>>;

async function tableOf(root: string, file: string): Promise<Exports> {
  return (await import(pathToFileURL(join(root, file)).href)) as Exports;
}

/** Text of the module that stands for a table. */
export function tableModule(exports: Exports): string {
  const lines = ["import { dataOf } from 'cci:project';"];
  for (const [name, entry] of Object.entries(exports)) {
    const value =
      typeof entry === 'function' ? `() => dataOf(${JSON.stringify(name)})` : JSON.stringify(entry);
    lines.push(`export const ${name} = ${value};`);
  }
  return lines.join('\n');
}

/** esbuild plugin for the tables of a checkout at `root`. */
export function tablesAsData(root: string): Plugin {
  return {
    name: 'tables-as-data',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const file = relative(root, path).split(sep).join('/');
        if (!tables.some((table) => table === file)) return null;
        return { contents: tableModule(await tableOf(root, file)), loader: 'js', resolveDir: root };
      });
    },
  };
}

/** `id` of a document. Throws when it has none. */
function idOf(document: unknown): string {
  if (
    typeof document === 'object' &&
    document !== null &&
    'id' in document &&
    typeof document.id === 'string'
  ) {
    return document.id;
  }
  throw new Error(`a document without an id: ${JSON.stringify(document).slice(0, 80)}`);
}

/** Text of `Data.html`: what `apps-script/jobs/assets.ts` reads, and the tables. Names may not be taken twice. */
export async function dataText(root: string, assets: CompiledAssets): Promise<string> {
  const { fields, codeLists } = assets;
  const templates = assets.templates.map((one) => [idOf(one.document), one] as const);
  const profiles = assets.profiles.map((one) => [idOf(one), one] as const);
  const surveys = assets.surveys.map((one) => [idOf(one), one] as const);
  const values = new Map<string, unknown>([
    ['catalogue', { fields, codeLists }],
    ['ids', { templates: templates.map(([id]) => id), profiles: profiles.map(([id]) => id) }],
    ...templates.map(([id, one]) => [`template.${id}`, one] as const),
    ...profiles.map(([id, one]) => [`profile.${id}`, one] as const),
    ['surveys', surveys.map(([id]) => id)],
    ...surveys.map(([id, one]) => [`survey.${id}`, one] as const),
  ]);
  for (const file of tables) {
    for (const [name, entry] of Object.entries(await tableOf(root, file))) {
      if (typeof entry !== 'function') continue;
      if (values.has(name)) throw new Error(`${file}: a second table ${name}`);
      values.set(name, (entry as () => unknown)());
    }
  }
  const lines = [...values].map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [
    '<!-- 会議所キットのデータです。プログラムが読みます。書き換えないでください。 -->',
    ...lines,
    '',
  ].join('\n');
}
