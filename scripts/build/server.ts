/**
 * Bundles the server side into `Code.js`, in three steps. esbuild gathers the modules into one, which takes it a tenth of
 * the time webpack needs, and drops unused code across modules. webpack, with esbuild-loader and gas-webpack-plugin,
 * makes of that one module a script without imports, and of every `global.x = …` of `apps-script/main.ts` a top-level
 * function declaration (https://github.com/fossamagna/gas-webpack-plugin). esbuild makes the script small.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import GasPlugin from 'gas-webpack-plugin';
import webpack from 'webpack';
import { packedText } from './packed-text.ts';

const target = 'es2020';

/** One module of everything below `apps-script/main.ts`; assignments to `global` stay as they are written. */
async function gather(root: string, outFile: string, assets: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'apps-script/main.ts')],
    outfile: outFile,
    bundle: true,
    format: 'esm',
    // The browser door of packages: the other may ask for Node's modules.
    platform: 'browser',
    // Packages too: some are written with class fields, which Apps Script does not parse.
    target,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    alias: { 'cci:assets': assets },
    plugins: [packedText(root)],
  });
}

/** Makes a script small. Without a `format` esbuild keeps the names of top-level declarations: the platform calls them. */
async function minify(file: string): Promise<void> {
  const options = { minify: true, target, charset: 'utf8', legalComments: 'none' } as const;
  const { code } = await transform(readFileSync(file, 'utf8'), options);
  writeFileSync(file, code);
}

/** Bundles `apps-script/main.ts` of `root` into `outDir/Code.js`; `assets` is the generated data module. */
export async function bundleServer(root: string, outDir: string, assets: string): Promise<void> {
  const gathered = join(outDir, 'gathered.js');
  await gather(root, gathered, assets);
  const compiler = webpack({
    mode: 'production',
    target: ['web', target],
    devtool: false,
    // gas-webpack-plugin looks at modules below the context only.
    context: outDir,
    resolveLoader: { modules: [join(root, 'node_modules')] },
    entry: gathered,
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
  await minify(join(outDir, 'Code.js'));
}
