/** Reads a CSV file for its preview: which encoding its bytes have, and its rows. The file itself is never changed. */

export interface CsvPreview {
  /** For people: 「UTF-8（BOM付き）」, 「Shift_JIS（CP932）」 … */
  readonly encoding: string;
  readonly newline: string;
  readonly rows: readonly (readonly string[])[];
}

function decode(bytes: Uint8Array): { encoding: string; text: string } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { encoding: 'UTF-8（BOM付き）', text: new TextDecoder('utf-8').decode(bytes) };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { encoding: /^[\0-\x7f]*$/.test(text) ? 'ASCII' : 'UTF-8', text };
  } catch {
    // Not UTF-8: the next candidate of Japanese files.
  }
  try {
    return {
      encoding: 'Shift_JIS（CP932）',
      text: new TextDecoder('shift_jis', { fatal: true }).decode(bytes),
    };
  } catch {
    return { encoding: '不明（UTF-8 として表示）', text: new TextDecoder('utf-8').decode(bytes) };
  }
}

/** Rows by RFC 4180: quotes, doubled quotes, newlines inside quotes; CRLF, LF and CR all end a row. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  let started = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (quoted) {
      if (sign !== '"') value += sign;
      else if (text.charAt(i + 1) === '"') {
        value += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && value === '') {
      quoted = true;
      started = true;
    } else if (sign === ',') {
      row.push(value);
      value = '';
      started = true;
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(i + 1) === '\n') i += 1;
      row.push(value);
      rows.push(row);
      row = [];
      value = '';
      started = false;
    } else {
      value += sign;
      started = true;
    }
  }
  if (started || value !== '' || row.length > 0) rows.push([...row, value]);
  return rows;
}

/** Everything the preview shows. */
export function previewCsv(bytes: Uint8Array): CsvPreview {
  const { encoding, text } = decode(bytes);
  const newline = /\r\n/.test(text) ? 'CRLF' : /\n/.test(text) ? 'LF' : /\r/.test(text) ? 'CR' : 'なし';
  return { encoding, newline, rows: parseCsv(text) };
}
