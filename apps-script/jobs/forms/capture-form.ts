/** Writes a form that was designed in Google Forms down as a draft of a template: a YAML file in the chamber's output folder. */

import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { captureTemplate, notCaptured } from '../../../shared/merge/capture.ts';
import { isYamlValue, yamlText } from '../../../shared/template/yaml-text.ts';
import { assets } from '../assets.ts';
import type { Services } from '../port.ts';
import { isoOf } from '../time.ts';

export interface CaptureInput {
  /** Address of the form's editing page, or its id. */
  readonly address: string;
  /** What the draft is called: name of the file, and its summary. */
  readonly title: string;
}

export interface Captured {
  readonly fileName: string;
  readonly fileUrl: string;
  readonly text: string;
  /** Questions and texts that were written down. */
  readonly questions: number;
  /** What could not be read from Google Forms. */
  readonly issues: readonly Issue[];
}

/** What a file's name may not hold on any system. */
const unfit = /[\\/:*?"<>|\u0000-\u001f]/g;

/**
 * Changes nothing but the folder of output files; the same form captured twice in a minute is one file.
 * Throws UnusableInput `form.address`.
 */
export function captureForm(services: Services, { address, title }: CaptureInput): Captured {
  const formId = address.includes('/') ? services.forms.idAt(address) : address;
  const copy = formId === null ? null : services.forms.read(formId);
  if (copy === null) throw new UnusableInput([issue('form.address', 'error', '')]);
  const id = `draft-${sha256Hex(encodeUtf8(copy.formId)).slice(0, 12)}`;
  const draft = captureTemplate(copy, { id, version: '1.0.0', summary: title }, assets().catalogue);
  if (!isYamlValue(draft)) throw new Error('a draft that YAML cannot hold');
  const text = yamlText(draft);
  const bytes = encodeUtf8(text);
  const minute = isoOf(services.clock.now()).slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  const fileName = `ひな型の下書き_${title.replace(unfit, '_')}_${minute}.yaml`;
  const { drive, workbook } = services;
  const file = drive.find(workbook.id, fileName) ?? drive.save(workbook.id, fileName, 'text/yaml', bytes);
  const left = notCaptured(copy);
  return {
    fileName,
    fileUrl: file.url,
    text,
    questions: copy.items.filter(({ type }) => type !== 'page' && type !== 'unknown').length,
    issues: [
      ...(left.length === 0
        ? []
        : [issue('capture.not-captured', 'warning', '', { params: { titles: left.join('、') } })]),
      issue('capture.unreadable', 'info', ''),
    ],
  };
}
