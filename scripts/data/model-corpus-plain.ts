/** A model text as a plain text file of an older office: Windows-31J, broken at a fixed width, headings set in. */
import { encodeWindows31j } from '../../shared/bytes/windows31j.ts';
import { type Block, plainOf } from './model-corpus-text.ts';

const width = 40;
const halves = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(sign) ? 1 : 2), 0);

/** Signs that never begin a line (JIS X 4051, 行頭禁則): they hang behind the end of the one before. */
const hanging = /^[、。，．）」』ー・]/;

/** A line broken at the width; what follows is set in by one. */
function broken(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of text.matchAll(/[!-~]+|[\s\S]/gu)) {
    if (halves(line + word) > width * 2 && !hanging.test(word)) {
      lines.push(line);
      line = '\u3000';
    }
    line += word;
  }
  lines.push(line);
  return lines;
}

/** The lines of the file. */
export function plainText(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'title':
        return [
          `${'\u3000'.repeat(Math.max(0, Math.floor((width - block.text.length) / 2)))}${block.text}`,
          '',
        ];
      case 'heading':
        return ['', `\u3000\u3000\u3000${block.text}`, ''];
      case 'table':
        return block.rows.map((row) => row.join('\u3000'));
      default:
        return broken(plainOf(block.text));
    }
  });
  return `${lines.join('\r\n')}\r\n`;
}

/** Bytes in Windows-31J; a character that it does not have is an error in the text of record. */
export function inWindows31j(text: string): Uint8Array {
  const { bytes, unmappable } = encodeWindows31j(text);
  if (unmappable.length > 0)
    throw new Error(`not in Windows-31J: ${unmappable.map(({ character }) => character).join(' ')}`);
  return bytes;
}
