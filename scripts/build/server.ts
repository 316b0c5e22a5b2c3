/**
 * Bundles the server side into `Code.js`: webpack with esbuild-loader (es2020) and gas-webpack-plugin, whose stubs
 * make every `global.x = …` of `apps-script/main.ts` a top-level function declaration. The default minimiser
 * stays: it is the one that drops unused code and keeps the declarations
 * (https://github.com/fossamagna/gas-webpack-plugin).
 */
import { join } from 'node:path';
import GasPlugin from 'gas-webpack-plugin';
import webpack from 'webpack';

/** Bundles `apps-script/main.ts` of `root` into `outDir/Code.js`; `assets` is the generated data module. */
export async function bundleServer(root: string, outDir: string, assets: string): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2020'],
    devtool: false,
    context: root,
    entry: join(root, 'apps-script/main.ts'),
    output: { path: outDir, filename: 'Code.js' },
    module: {
      // Packages too: some are written with class fields, which Apps Script does not parse.
      rules: [{ test: /\.m?[jt]s$/, loader: 'esbuild-loader', options: { target: 'es2020' } }],
    },
    plugins: [
      // Not an alias: webpack reads `cci:` as a scheme before aliases are looked at.
      new webpack.NormalModuleReplacementPlugin(/^cci:assets$/, assets),
      new GasPlugin({ comment: false }),
    ],
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
