/**
 * Bundles the sidebar into one HTML file: Apps Script serves HTML files, not assets, so script and style stand
 * inline where the shell marks them (https://developers.google.com/apps-script/guides/html/best-practices).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const styleMark = '<!-- style -->';
const scriptMark = '<!-- script -->';

function put(shell: string, mark: string, content: string): string {
  const at = shell.indexOf(mark);
  if (at < 0) throw new Error(`addon/sidebar/sidebar.html: the mark ${mark} is missing`);
  return shell.slice(0, at) + content + shell.slice(at + mark.length);
}

/** A script inside HTML may not contain its own end tag. */
function inlineScript(code: string): string {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

/** Bundles `addon/sidebar` of `root` into `outDir/Sidebar.html`. */
export async function bundleSidebar(root: string, outDir: string): Promise<void> {
  const folder = join(root, 'addon/sidebar');
  const styles = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort();
  const shared = { bundle: true, minify: true, write: false, charset: 'utf8', logLevel: 'silent' } as const;
  const script = await build({
    ...shared,
    entryPoints: [join(folder, 'main.ts')],
    format: 'iife',
    target: ['es2020'],
    platform: 'browser',
  });
  const style = await build({
    ...shared,
    stdin: {
      contents: styles.map((name) => `@import './${name}';`).join('\n'),
      loader: 'css',
      resolveDir: folder,
    },
    target: ['chrome100', 'safari15', 'firefox100'],
  });
  const code = script.outputFiles[0]?.text ?? '';
  const css = style.outputFiles[0]?.text ?? '';
  const shell = readFileSync(join(folder, 'sidebar.html'), 'utf8');
  const styled = put(shell, styleMark, `<style>\n${css.replace(/<\/(style)/gi, '<\\/$1')}</style>`);
  const html = put(styled, scriptMark, `<script>\n${inlineScript(code)}</script>`);
  writeFileSync(join(outDir, 'Sidebar.html'), html);
}
