/** What a web app answers with: texts of ContentService, pages of HtmlService (https://developers.google.com/apps-script/guides/content). */
import { EnumGroup, type EnumValue } from './enums.ts';
import { Face, inward, signatureError } from './face.ts';
import { HtmlOutput } from './html.ts';

const NAMES = ['ATOM', 'CSV', 'ICAL', 'JAVASCRIPT', 'JSON', 'RSS', 'TEXT', 'VCARD', 'XML'] as const;
const CONTENT_TYPES = new EnumGroup('MimeType', NAMES);

const HEADERS: Readonly<Record<string, string>> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'text/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/x-vcard',
  XML: 'application/xml',
};

export class TextOutput extends Face {
  private text = '';
  private type: EnumValue = CONTENT_TYPES.of_('TEXT');
  private fileName: string | null = null;

  className_(): string {
    return 'TextOutput';
  }

  setContent(text: string): TextOutput {
    this.text = String(text);
    return this;
  }

  append(text: string): TextOutput {
    this.text += String(text);
    return this;
  }

  clear(): TextOutput {
    this.text = '';
    return this;
  }

  getContent(): string {
    return this.text;
  }

  setMimeType(type: unknown): TextOutput {
    const found = NAMES.map((name) => CONTENT_TYPES.of_(name)).find((value) => value === inward(type));
    if (found === undefined) throw signatureError('TextOutput', 'setMimeType', [type]);
    this.type = found;
    return this;
  }

  getMimeType(): EnumValue {
    return this.type;
  }

  downloadAsFile(name: string): TextOutput {
    this.fileName = String(name);
    return this;
  }

  getFileName(): string | null {
    return this.fileName;
  }

  answered_(): WebOutcome {
    return { contentType: `${HEADERS[this.type.text_] ?? 'text/plain'}; charset=utf-8`, body: this.text };
  }
}

export class ContentServiceFace extends Face {
  readonly MimeType = CONTENT_TYPES;

  className_(): string {
    return 'ContentService';
  }

  createTextOutput(text: unknown = ''): TextOutput {
    return new TextOutput().setContent(String(text));
  }
}

export interface WebOutcome {
  contentType: string;
  body: string;
}

/** What a web app returned. Throws for anything but the two kinds; the platform's text for that is not published. */
export function webOutcome(value: unknown): WebOutcome {
  const given = inward(value);
  if (given instanceof TextOutput) return given.answered_();
  if (given instanceof HtmlOutput)
    return { contentType: 'text/html; charset=utf-8', body: given.getContent() };
  throw new Error(
    value === undefined || value === null
      ? 'The script completed but did not return anything.'
      : 'The script completed but the returned value is not a supported return type.',
  );
}
