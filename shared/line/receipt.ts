/** The receipt of a conversion: what went in and out, by which layout, what was checked and what was not. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { appendUtf8 } from '../bytes/utf8.ts';
import type { Profile } from '../csv/profile.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import type { Template } from '../template/template.ts';

export interface Receipt {
  readonly template: string;
  readonly templateVersion: string;
  readonly profile: string;
  readonly profileVerified: boolean;
  readonly rows: {
    readonly in: number;
    readonly exported: number;
    readonly held: number;
    /** Which data row and answer each line of export.csv comes from; lines count from 1, the header included. */
    readonly map: readonly { readonly line: number; readonly row: number; readonly responseId: string }[];
  };
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
}

const always = [
  '必須の項目と同意',
  '法人番号のけた数と検査用数字',
  '登録番号の形と、法人番号との一致',
  '郵便番号の形と、都道府県との対応',
  '電話番号・メールアドレス・ウェブサイトの形',
  '日付（和暦を含む）・金額・人数の読み取り',
  '選択肢',
  '従業員数の内訳',
  '同じファイルの中の重複',
  '表計算ソフトが計算式とみなす文字',
];

const never = [
  '法人番号・登録番号が実在するか（国税庁の公表サイトとの照合）',
  '郵便番号と町名の対応',
  'メールアドレスと電話番号に実際につながるか',
];

/** Puts a receipt together. */
export function makeReceipt(facts: {
  readonly template: Template;
  readonly profile: Profile;
  readonly files: Receipt['files'];
  readonly rowsIn: number;
  readonly map: Receipt['rows']['map'];
  readonly unknownHeaders: readonly string[];
  readonly withLedger: boolean;
}): Receipt {
  const { template, profile } = facts;
  const checked = [...always];
  const notChecked: string[] = [];
  if (profile.encoding === 'windows-31j') checked.push('文字コード（Windows-31J）で表せる文字');
  if (facts.withLedger) checked.push('台帳との重複');
  else notChecked.push('台帳との重複（--ledger の指定がありません）');
  if (!profile.verified) notChecked.push('CSV の配置（仮の配置です。基幹システムで確かめられていません）');
  for (const header of facts.unknownHeaders)
    notChecked.push(`列「${header}」（知らない見出しのため、読み取っていません）`);
  return {
    template: template.id,
    templateVersion: template.version,
    profile: profile.id,
    profileVerified: profile.verified,
    rows: {
      in: facts.rowsIn,
      exported: facts.map.length,
      held: facts.rowsIn - facts.map.length,
      map: facts.map,
    },
    files: facts.files,
    checked,
    notChecked: [...notChecked, ...never],
  };
}

/** receipt.json in UTF-8: indented for reading, one line for each line of the export. */
export function receiptBytes(receipt: Receipt): Uint8Array {
  const { map, ...counts } = receipt.rows;
  const mark = '"map": []';
  const frame = JSON.stringify({ ...receipt, rows: { ...counts, map: [] } }, null, 2);
  const buffer = new ByteBuffer(frame.length * 3 + map.length * 64);
  if (map.length === 0) {
    appendUtf8(buffer, `${frame}\n`);
    return buffer.finish();
  }
  const [before, after] = frame.split(mark);
  appendUtf8(buffer, `${before}"map": [`);
  // Line by line into bytes: as one text it would cost several times the memory.
  let opening = '\n';
  for (const { line, row, responseId } of map) {
    const id = JSON.stringify(responseId);
    appendUtf8(buffer, `${opening}      {"line":${line},"row":${row},"responseId":${id}}`);
    opening = ',\n';
  }
  appendUtf8(buffer, `\n    ]${after}\n`);
  return buffer.finish();
}

/** Labels for people: the template's own title where it has one, else the catalogue's label, else the key. */
export function labelsOf(template: Template, catalogue: Catalogue): (key: string) => string {
  const titles = new Map<string, string>();
  for (const field of catalogue.fields) titles.set(field.key, field.label);
  for (const section of template.sections) {
    for (const item of section.items) {
      if (item.key !== undefined && item.title !== undefined) titles.set(item.key, item.title);
    }
  }
  return (key) => titles.get(key) ?? key;
}
