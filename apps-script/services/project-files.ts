/**
 * Files of the script project besides Code.js: data and parts of the program. The whole of Code.js is read at every
 * execution; these are read by the execution that needs them. Apps Script lets a program read its HTML files
 * (https://developers.google.com/apps-script/reference/html/html-template#getrawcontent) and evaluate text
 * (https://developers.google.com/apps-script/reference/html/html-template#getcode shows it).
 */
import shared from 'cci:shared';

function textOf(file: string): string {
  return HtmlService.createTemplateFromFile(file).getRawContent();
}

let data: ReadonlyMap<string, string> | null = null;

/** A line each: a name, a space, JSON. Only what is asked for is parsed. */
function lines(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of textOf('Data').split('\n')) {
    const end = line.indexOf(' ');
    if (end > 0) found.set(line.slice(0, end), line.slice(end + 1));
  }
  return found;
}

/** See `apps-script/project.d.ts`. Throws when the project was uploaded without its data. */
export function dataOf(name: string): unknown {
  data ??= lines();
  const text = data.get(name);
  if (text === undefined) throw new Error(`Data.html: no ${name}`);
  return JSON.parse(text);
}

const loaded = new Map<string, Readonly<Record<string, unknown>>>();

function evaluate(file: string): Readonly<Record<string, unknown>> {
  const text = textOf(file)
    .replace(/^<script>\n/, '')
    .replace(/\n<\/script>\s*$/, '');
  const module: { exports: Readonly<Record<string, unknown>> } = { exports: {} };
  const run = new Function('module', 'exports', 'require', text);
  run(module, module.exports, (name: string): object => {
    const found = shared[name];
    if (found === undefined) throw new Error(`${file}: no ${name} in Code.js`);
    return found();
  });
  return module.exports;
}

/** See `apps-script/project.d.ts`. Each part is evaluated once an execution. */
export function loadPart(name: string): Readonly<Record<string, unknown>> {
  const file = `Part${name}`;
  const part = loaded.get(file) ?? evaluate(file);
  loaded.set(file, part);
  return part;
}
