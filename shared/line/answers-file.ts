/** Opens a file of answers: text, rows one by one, and what each column holds. */
import { decodeText } from '../bytes/detect.ts';
import type { BytesPort } from '../bytes/port.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { issue, UnusableInput } from '../issue/issue.ts';
import { type ReadHeader, readHeader } from '../response/columns.ts';
import { createRowReader, isBlankRow, type RowReader } from '../table/parse.ts';
import type { Template } from '../template/template.ts';
import type { InputFile } from './ledger.ts';
import { refuseBroken } from './refuse.ts';

export interface AnswersFile {
  readonly text: string;
  /** Stands behind the header. */
  readonly reader: RowReader;
  readonly columns: ReadHeader['columns'];
  readonly merged: ReadHeader['merged'];
  /** Headers that mean nothing here. */
  readonly unknown: readonly string[];
}

/** Throws `UnusableInput` when the file is no text, holds nothing, or its header cannot be used. */
export function openAnswers(
  input: InputFile,
  template: Template,
  catalogue: Catalogue,
  port: BytesPort,
): AnswersFile {
  const { file } = input;
  const { text } = decodeText(input.bytes, file, port);
  const reader = createRowReader(text);
  let header = reader.next();
  while (header !== null && isBlankRow(header)) header = reader.next();
  if (header === null) throw new UnusableInput([issue('file.empty', 'error', '', { params: { file } })]);
  refuseBroken(reader.issues, file);
  const { columns, merged, unknown, issues } = readHeader(header, template, catalogue);
  refuseBroken(issues, file);
  return { text, reader, columns, merged, unknown };
}
