/**
 * From the bytes of a document to its text, by what the bytes are: a regulation may come from any machine of thirty years.
 * Unlike `shared/bytes/detect.ts` nothing is refused for some unreadable bytes: the rest is read, and the loss is said.
 */
import { decodeUtf8, findInvalidUtf8 } from '../../bytes/utf8.ts';
import { decodeWindows31j } from '../../bytes/windows31j.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import { eucAsWindows31j, iso2022AsWindows31j } from './jis.ts';

export type SourceEncoding = 'utf-8' | 'utf-16' | 'windows-31j' | 'euc-jp' | 'iso-2022-jp';

export interface DecodedSource {
  /** Without a byte order mark; newlines are `\n`. */
  readonly text: string;
  readonly encoding: SourceEncoding;
  /** `corpus.read.bytes-unreadable`, `corpus.read.characters-lost`, `corpus.read.mojibake`. */
  readonly issues: readonly Issue[];
}

interface Reading {
  readonly text: string;
  readonly encoding: SourceEncoding;
  /** Sequences that this encoding cannot read. */
  readonly invalid: number;
}

type Read = (bytes: Uint8Array) => Reading;

const readers: Readonly<Record<SourceEncoding, Read>> = {
  'utf-8': (bytes) => {
    const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const { text, invalidCount } = decodeUtf8(bytes, from);
    return { text, encoding: 'utf-8', invalid: invalidCount };
  },
  'utf-16': (bytes) => {
    const big = bytes[0] === 0xfe;
    const units: string[] = [];
    for (let at = 2; at + 1 < bytes.length; at += 2) {
      const first = bytes[at] ?? 0;
      const second = bytes[at + 1] ?? 0;
      units.push(String.fromCharCode(big ? first * 256 + second : second * 256 + first));
    }
    return { text: units.join(''), encoding: 'utf-16', invalid: bytes.length % 2 };
  },
  'windows-31j': (bytes) => {
    const { text, invalidCount } = decodeWindows31j(bytes);
    return { text, encoding: 'windows-31j', invalid: invalidCount };
  },
  'euc-jp': (bytes) => {
    const { text, invalidCount } = decodeWindows31j(eucAsWindows31j(bytes));
    return { text, encoding: 'euc-jp', invalid: invalidCount };
  },
  'iso-2022-jp': (bytes) => {
    const { text, invalidCount } = decodeWindows31j(iso2022AsWindows31j(bytes));
    return { text, encoding: 'iso-2022-jp', invalid: invalidCount };
  },
};

/** Names that pages and headers give, in lower case without signs. */
const names: Readonly<Record<string, SourceEncoding>> = {
  utf8: 'utf-8',
  shiftjis: 'windows-31j',
  sjis: 'windows-31j',
  xsjis: 'windows-31j',
  windows31j: 'windows-31j',
  mskanji: 'windows-31j',
  cp932: 'windows-31j',
  eucjp: 'euc-jp',
  xeucjp: 'euc-jp',
  cp51932: 'euc-jp',
  iso2022jp: 'iso-2022-jp',
};

/** Share of the characters that Japanese prose is made of: kana in full width, punctuation, kanji that are not rare. */
function likeness(text: string): number {
  const kana = text.match(/[ぁ-んァ-ヶー、。・「」（）]/g)?.length ?? 0;
  const odd = text.match(/[ｦ-ﾟ\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return kana - 2 * odd;
}

function byContent(bytes: Uint8Array): Reading {
  const head = [bytes[0], bytes[1]].join();
  if (head === '255,254' || head === '254,255') return readers['utf-16'](bytes);
  if (findInvalidUtf8(bytes) < 0) {
    const utf8 = readers['utf-8'](bytes);
    return /\u001b\$[@B]/.test(utf8.text) ? readers['iso-2022-jp'](bytes) : utf8;
  }
  const readings = [readers['utf-8'](bytes), readers['windows-31j'](bytes), readers['euc-jp'](bytes)];
  const rank = (r: Reading): number => likeness(r.text) - 10 * r.invalid;
  return readings.reduce((best, reading) => (rank(reading) > rank(best) ? reading : best));
}

/** 縺 繧 繝 begin the kana of UTF-8 that somebody has read as Shift_JIS; ã that of UTF-8 read as Latin-1. */
function looksGarbled(text: string): boolean {
  const wide = text.match(/[^\s!-~]/g)?.length ?? 0;
  const signs = text.match(/[縺繧繝]|ã[\u0080-\u00bf]|\ufffd/g)?.length ?? 0;
  return wide > 10 && signs * 12 > wide;
}

function problemsOf(reading: Reading): Issue[] {
  const { text, encoding, invalid } = reading;
  const at = text.search(/[\ufffd\ue000-\uf8ff]/);
  const line = at < 0 ? 0 : text.slice(0, at).split(/\r\n|\r|\n/).length;
  if (looksGarbled(text)) return [issue('corpus.read.mojibake', 'error', '', { params: { encoding, line } })];
  if (invalid > 0) {
    return [
      issue('corpus.read.bytes-unreadable', 'warning', '', { params: { encoding, line, count: invalid } }),
    ];
  }
  if (at < 0) return [];
  const count = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return [issue('corpus.read.characters-lost', 'warning', '', { params: { line, count } })];
}

/**
 * Reads bytes as UTF-8, UTF-16 (with a mark), Windows-31J, EUC-JP or ISO-2022-JP. What the document itself declares
 * (`Shift_JIS`) counts where it reads every byte; else the content decides.
 */
export function decodeSource(bytes: Uint8Array, declared?: string): DecodedSource {
  const name = names[(declared ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')];
  const asDeclared = name === undefined ? undefined : readers[name](bytes);
  const trusted = asDeclared !== undefined && asDeclared.invalid === 0 && !looksGarbled(asDeclared.text);
  const reading = trusted ? asDeclared : byContent(bytes);
  const text = reading.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return { text, encoding: reading.encoding, issues: problemsOf(reading) };
}
