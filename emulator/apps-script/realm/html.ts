/** HTML output and templates (https://developers.google.com/apps-script/guides/html/templates). */
import type { ShownHtml } from '../../api.ts';
import { Blob } from './blob.ts';
import { call } from './bridge-client.ts';
import { EnumGroup } from './enums.ts';
import { expose, Face, refusal } from './face.ts';

export class HtmlOutput extends Face {
  private content: string;
  private title = '';
  private width: number | null = null;
  private height: number | null = null;

  constructor(content: string) {
    super();
    this.content = content;
  }

  className_(): string {
    return 'HtmlOutput';
  }

  shown_(kind: ShownHtml['kind'], title: string, modal: boolean): ShownHtml {
    return { kind, title, html: this.content, width: this.width, height: this.height, modal };
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: string): HtmlOutput {
    this.content = content;
    return this;
  }

  append(content: string): HtmlOutput {
    this.content += content;
    return this;
  }

  appendUntrusted(content: string): HtmlOutput {
    return this.append(escapeHtml(content));
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): HtmlOutput {
    this.title = title;
    return this;
  }

  getWidth(): number | null {
    return this.width;
  }

  setWidth(width: number): HtmlOutput {
    this.width = width;
    return this;
  }

  getHeight(): number | null {
    return this.height;
  }

  setHeight(height: number): HtmlOutput {
    this.height = height;
    return this;
  }

  setXFrameOptionsMode(_mode: unknown): HtmlOutput {
    return this;
  }

  setSandboxMode(_mode: unknown): HtmlOutput {
    return this;
  }

  addMetaTag(_name: string, _content: string): HtmlOutput {
    return this;
  }

  getBlob(): Blob {
    return new Blob(call('Utilities.encode', this.content, ''), 'text/html', null);
  }
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (c) => names[c] ?? c);
}

/** Turns a template into the body of a function that collects its output. */
export function templateCode(source: string): string {
  const parts = ['var __out = "";'];
  const scriptlet = /<\?(!=|=)?([\s\S]*?)\?>/g;
  let last = 0;
  for (let match = scriptlet.exec(source); match !== null; match = scriptlet.exec(source)) {
    parts.push(`__out += ${JSON.stringify(source.slice(last, match.index))};`);
    const code = (match[2] ?? '').trim().replace(/;$/, '');
    if (match[1] === '=') parts.push(`__out += __escape(String(${code}));`);
    else if (match[1] === '!=') parts.push(`__out += String(${code});`);
    else parts.push(match[2] ?? '');
    last = match.index + match[0].length;
  }
  parts.push(`__out += ${JSON.stringify(source.slice(last))};`, 'return __out;');
  return parts.join('\n');
}

/** A template: a plain object that scripts put their values on, with `evaluate` and friends. */
export function htmlTemplate(source: string): object {
  const template: Record<string, unknown> = {};
  const hidden = (name: string, value: unknown): void => {
    Object.defineProperty(template, name, { value, enumerable: false });
  };
  hidden('getRawContent', () => source);
  hidden('getCode', () => templateCode(source));
  hidden('evaluate', () => {
    const names = Object.keys(template);
    const render = new Function('__escape', ...names, templateCode(source));
    return expose(
      new HtmlOutput(
        String(Reflect.apply(render, undefined, [escapeHtml, ...names.map((name) => template[name])])),
      ),
    );
  });
  return template;
}

export class HtmlServiceFace extends Face {
  readonly XFrameOptionsMode = new EnumGroup('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);
  readonly SandboxMode = new EnumGroup('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);

  className_(): string {
    return 'HtmlService';
  }

  createHtmlOutput(content: unknown = ''): HtmlOutput {
    if (content instanceof Blob) return new HtmlOutput(content.getDataAsString());
    return new HtmlOutput(String(content));
  }

  createHtmlOutputFromFile(name: string): HtmlOutput {
    return new HtmlOutput(call('HtmlService.file', name));
  }

  createTemplateFromFile(name: string): object {
    return htmlTemplate(call('HtmlService.file', name));
  }

  createTemplate(content: unknown): object {
    if (typeof content !== 'string') throw refusal('Invalid argument: html');
    return htmlTemplate(content);
  }

  getUserAgent(): string | null {
    return null;
  }
}
