/**
 * Bundles the server side into `Code.js` and its parts. esbuild gathers the modules, dropping unused code and setting apart
 * what only a part needs (`parts.ts`). Then a second pass puts together what is read at every execution; webpack, with
 * esbuild-loader and gas-webpack-plugin, makes of it a script without imports, and of every `global.x = …` of
 * `apps-script/main.ts` a top-level function declaration (https://github.com/fossamagna/gas-webpack-plugin); esbuild makes
 * it small. Parts ask for modules of Code.js by `require`, which `services/project-files.ts` gives them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile, type Plugin, transform } from 'esbuild';
import GasPlugin from 'gas-webpack-plugin';
import webpack from 'webpack';
import { tablesAsData } from './data.ts';
import { parts } from './parts.ts';

const target = 'es2020';

const common = {
  bundle: true,
  format: 'esm',
  // The browser door of packages: the other may ask for Node's modules.
  platform: 'browser',
  // Packages too: some are written with class fields, which Apps Script does not parse.
  target,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
} as const;

/** Module that hands out the modules of a part by their names. */
function partModule(root: string, modules: Readonly<Record<string, string>>): string {
  return Object.entries(modules)
    .map(([name, file]) => `export * as ${name} from ${JSON.stringify(join(root, file))};`)
    .join('\n');
}

interface Gathered {
  readonly folder: string;
  readonly metafile: Metafile;
}

/** Modules of the server in few files: `main.js`, one a part, and what they share. Assignments to `global` stay as they are written. */
async function gather(root: string, workDir: string): Promise<Gathered> {
  const entries = join(workDir, 'entries');
  const folder = join(workDir, 'gathered');
  mkdirSync(entries, { recursive: true });
  const entryPoints: Record<string, string> = { main: join(root, 'apps-script/main.ts') };
  for (const [name, modules] of Object.entries(parts)) {
    const file = join(entries, `${name}.js`);
    writeFileSync(file, partModule(root, modules));
    entryPoints[`Part${name}`] = file;
  }
  const { metafile } = await build({
    ...common,
    entryPoints,
    outdir: folder,
    splitting: true,
    chunkNames: '[hash]',
    metafile: true,
    minifyIdentifiers: true,
    absWorkingDir: workDir,
    nodePaths: [join(root, 'node_modules')],
    alias: { 'cci:project': join(root, 'apps-script/services/project-files.ts') },
    external: ['cci:shared'],
    plugins: [tablesAsData(root)],
  });
  return { folder, metafile };
}

/** Files that `file` imports, near and far, itself included; by their names in the gathered folder. */
function reached({ metafile }: Gathered, file: string): ReadonlySet<string> {
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const found = new Set<string>();
  const open = [file];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const { path, external } of outputs.get(name)?.imports ?? []) {
      if (external !== true) open.push(basename(path));
    }
  }
  return found;
}

/**
 * `main.js`, and then the table of modules of Code.js that parts may ask for: it is filled last, since the module that
 * holds it (`cci:shared`) is needed by modules that the table names.
 */
function wholeModule(names: readonly string[]): string {
  const imports = names.map((name, at) => `import * as shared${at} from './${name}';`);
  const rows = names.map((name, at) => `${JSON.stringify(name)}: () => shared${at}`);
  return [
    `import './main.js';`,
    `import table from 'cci:shared';`,
    ...imports,
    `Object.assign(table, { ${rows.join(', ')} });`,
  ].join('\n');
}

/** Puts `main.js` and what it needs into one module; gives back the names of the modules that parts may ask for. */
async function putTogether(gathered: Gathered, outFile: string): Promise<ReadonlySet<string>> {
  const ofMain = reached(gathered, 'main.js');
  const asked = new Set(
    Object.keys(parts).flatMap((name) =>
      [...reached(gathered, `Part${name}.js`)].filter((one) => ofMain.has(one)),
    ),
  );
  const shared: Plugin = {
    name: 'shared-modules',
    setup(plugged) {
      plugged.onResolve({ filter: /^cci:shared$/ }, () => ({ path: 'shared', namespace: 'cci' }));
      plugged.onLoad({ filter: /.*/, namespace: 'cci' }, () => ({ contents: 'export default {};' }));
    },
  };
  await build({
    ...common,
    stdin: { contents: wholeModule([...asked].sort()), resolveDir: gathered.folder },
    outfile: outFile,
    plugins: [shared],
  });
  return asked;
}

/** `Part….html`: a script in the only kind of file that Apps Script lets a program read. */
async function writePart(
  gathered: Gathered,
  name: string,
  shared: ReadonlySet<string>,
  outDir: string,
): Promise<void> {
  const outside: Plugin = {
    name: 'modules-of-code',
    setup(plugged) {
      plugged.onResolve({ filter: /^\.\// }, ({ path }) => {
        const file = basename(path);
        return shared.has(file) ? { path: file, external: true } : null;
      });
    },
  };
  const { outputFiles } = await build({
    ...common,
    format: 'cjs',
    entryPoints: [join(gathered.folder, `Part${name}.js`)],
    write: false,
    minify: true,
    plugins: [outside],
  });
  const code = (outputFiles[0]?.text ?? '').replace(/<\/(script)/gi, '<\\/$1').trimEnd();
  writeFileSync(join(outDir, `Part${name}.html`), `<script>\n${code}\n</script>\n`);
}

/** Makes a script small. Without a `format` esbuild keeps the names of top-level declarations: the platform calls them. */
async function minify(file: string): Promise<void> {
  const options = { minify: true, target, charset: 'utf8', legalComments: 'none' } as const;
  const { code } = await transform(readFileSync(file, 'utf8'), options);
  writeFileSync(file, code);
}

/** A script without imports, with a function declaration for every entry. */
async function declareEntries(root: string, entry: string, outDir: string): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    target: ['web', target],
    devtool: false,
    // gas-webpack-plugin looks at modules below the context only.
    context: outDir,
    resolveLoader: { modules: [join(root, 'node_modules')] },
    entry,
    output: { path: outDir, filename: 'Code.js' },
    module: { rules: [{ test: /\.js$/, loader: 'esbuild-loader', options: { target, charset: 'utf8' } }] },
    optimization: { minimize: false },
    plugins: [new GasPlugin({ comment: false })],
    performance: { hints: false },
  });
  if (compiler === null) throw new Error('webpack: no compiler was made');
  try {
    await new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) {
          reject(new Error(stats.toString({ all: false, errors: true, errorDetails: true })));
        } else resolve();
      });
    });
  } finally {
    await new Promise<void>((resolve) => {
      compiler.close(() => resolve());
    });
  }
}

/** Bundles `apps-script/main.ts` of `root` into `outDir/Code.js`, and the parts beside it. */
export async function bundleServer(root: string, outDir: string): Promise<void> {
  const gathered = await gather(root, outDir);
  const whole = join(outDir, 'whole.js');
  const shared = await putTogether(gathered, whole);
  await Promise.all(Object.keys(parts).map((name) => writePart(gathered, name, shared, outDir)));
  await declareEntries(root, whole, outDir);
  await minify(join(outDir, 'Code.js'));
}
