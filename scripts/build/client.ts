/**
 * Bundles each page of the add-on into one HTML file: Apps Script serves HTML files, not assets, so script and style
 * stand inline where the shell marks them (https://developers.google.com/apps-script/guides/html/best-practices).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const styleMark = '<!-- style -->';
const scriptMark = '<!-- script -->';

export interface ClientPage {
  readonly folder: string;
  /** The HTML file in `folder` that holds the marks. */
  readonly shell: string;
  /** Style sheets from the root, in order; a name that ends in `*` stands for all of its folder. */
  readonly styles: readonly string[];
  /** A module that runs before the page's own: a mock server in tests. */
  readonly before?: string;
}

export const sidebarPage: ClientPage = {
  folder: 'addon/sidebar',
  shell: 'sidebar.html',
  styles: ['addon/sidebar/*'],
};
export const formsPage: ClientPage = {
  folder: 'addon/forms',
  shell: 'forms.html',
  styles: [
    'addon/sidebar/base.css',
    'addon/sidebar/parts-buttons.css',
    'addon/sidebar/parts-content.css',
    'addon/forms/*',
  ],
};

export const officePage: ClientPage = {
  folder: 'addon/office',
  shell: 'office.html',
  styles: [
    'addon/sidebar/base.css',
    'addon/sidebar/parts-buttons.css',
    'addon/sidebar/parts-content.css',
    'addon/forms/forms-frame.css',
    'addon/office/*',
  ],
};

export const rulesPage: ClientPage = {
  folder: 'addon/rules',
  shell: 'rules.html',
  styles: [
    'addon/sidebar/base.css',
    'addon/sidebar/parts-buttons.css',
    'addon/sidebar/parts-content.css',
    'addon/forms/forms-frame.css',
    'addon/rules/*',
  ],
};

export const consolePage: ClientPage = {
  folder: 'addon/console',
  shell: 'console.html',
  styles: [
    'addon/sidebar/base.css',
    'addon/sidebar/parts-buttons.css',
    'addon/sidebar/parts-content.css',
    'addon/forms/forms-frame.css',
    'addon/console/*',
  ],
};

export const surveyPage: ClientPage = {
  folder: 'addon/survey',
  shell: 'survey.html',
  styles: [
    'addon/sidebar/base.css',
    'addon/sidebar/parts-buttons.css',
    'addon/sidebar/parts-content.css',
    'addon/forms/forms-frame.css',
    'addon/survey/*',
  ],
};

export const dashboardPage: ClientPage = {
  folder: 'addon/dashboard',
  shell: 'dashboard.html',
  styles: [
    'addon/sidebar/base.css',
    'addon/sidebar/parts-buttons.css',
    'addon/sidebar/parts-content.css',
    'addon/forms/forms-frame.css',
    'addon/dashboard/*',
  ],
};

/** What a page becomes in `dist/`. */
const products: Readonly<Record<string, ClientPage>> = {
  'Sidebar.html': sidebarPage,
  'Forms.html': formsPage,
  'Office.html': officePage,
  'Rules.html': rulesPage,
  'Survey.html': surveyPage,
  'Console.html': consolePage,
  'Dashboard.html': dashboardPage,
};

function put(shell: string, mark: string, content: string): string {
  const at = shell.indexOf(mark);
  if (at < 0) throw new Error(`${shell.slice(0, 200)}: the mark ${mark} is missing`);
  return shell.slice(0, at) + content + shell.slice(at + mark.length);
}

/** A script inside HTML may not contain its own end tag. */
function inlineScript(code: string): string {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

function styleSheets(root: string, styles: readonly string[]): string[] {
  return styles.flatMap((name) => {
    if (!name.endsWith('*')) return [name];
    const folder = name.slice(0, -1);
    return readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.css'))
      .sort()
      .map((file) => folder + file);
  });
}

/** One page as the text of one HTML file. Throws when a source does not compile. */
export async function bundlePage(root: string, page: ClientPage): Promise<string> {
  const folder = join(root, page.folder);
  const shared = { bundle: true, minify: true, write: false, charset: 'utf8', logLevel: 'silent' } as const;
  const modules = [...(page.before === undefined ? [] : [page.before]), join(folder, 'main.ts')];
  const script = await build({
    ...shared,
    stdin: {
      contents: modules.map((path) => `import ${JSON.stringify(path)};`).join('\n'),
      loader: 'ts',
      resolveDir: folder,
    },
    format: 'iife',
    target: ['es2020'],
    platform: 'browser',
  });
  const style = await build({
    ...shared,
    stdin: {
      contents: styleSheets(root, page.styles)
        .map((name) => `@import './${name}';`)
        .join('\n'),
      loader: 'css',
      resolveDir: root,
    },
    target: ['chrome100', 'safari15', 'firefox100'],
  });
  const code = script.outputFiles[0]?.text ?? '';
  const css = style.outputFiles[0]?.text ?? '';
  const shell = readFileSync(join(folder, page.shell), 'utf8');
  const styled = put(shell, styleMark, `<style>\n${css.replace(/<\/(style)/gi, '<\\/$1')}</style>`);
  return put(styled, scriptMark, `<script>\n${inlineScript(code)}</script>`);
}

/** Bundles every page of the add-on of `root` into `outDir`. */
export async function bundlePages(root: string, outDir: string): Promise<void> {
  for (const [name, page] of Object.entries(products)) {
    writeFileSync(join(outDir, name), await bundlePage(root, page));
  }
}
