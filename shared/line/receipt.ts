/** The receipt of a conversion: what went in and out, by which layout, what was checked and what was not. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { appendUtf8 } from '../bytes/utf8.ts';
import type { Profile } from '../csv/profile.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { gridOfKey } from '../response/parts.ts';
import { fieldKeyOf, itemsOf } from '../template/elements.ts';
import type { Template } from '../template/template.ts';
import { bareName } from './judge-ledger.ts';

/** Answers of the yearly update that count as neither exported nor held; only where they were laid over a ledger. */
export interface UpdateAccount {
  /** They bring nothing new. */
  readonly unchanged: readonly {
    readonly row: number;
    readonly responseId: string;
    readonly businessNumber: string;
  }[];
  /** A later answer about the same business, in row `by`, took them up or took their place. */
  readonly superseded: readonly {
    readonly row: number;
    readonly responseId: string;
    readonly businessNumber: string;
    readonly by: number;
  }[];
}

/** The ledger that the answers were laid over. */
export interface UpdateLedger {
  readonly file: string;
  readonly missingHeaders: readonly string[];
  readonly blankNumbers: number;
  readonly endsWithNewline: boolean;
}

export interface Receipt extends Partial<UpdateAccount> {
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

const overLedger = [
  '事業所番号が台帳にあるか',
  '台帳との違い（項目ごと）',
  '同じ事業所についての回答どうしの食い違い',
  '台帳のほかの事業所との重複',
];

function doubtsOf({ file, missingHeaders, blankNumbers, endsWithNewline }: UpdateLedger): readonly string[] {
  const name = bareName(file);
  const found: string[] = [];
  if (missingHeaders.length > 0)
    found.push(
      `「${name}」にない列の登録内容（回答がなければ空欄で書いています）：${missingHeaders.join('、')}`,
    );
  if (blankNumbers > 0) found.push(`「${name}」の事業所番号のない ${blankNumbers} 行`);
  if (!endsWithNewline) found.push(`「${name}」の末尾に改行がないため、最後の行が途中で切れていないかどうか`);
  return found;
}

/** Puts a receipt together. */
export function makeReceipt(facts: {
  readonly template: Template;
  readonly profile: Profile;
  readonly files: Receipt['files'];
  readonly rowsIn: number;
  readonly map: Receipt['rows']['map'];
  readonly unknownHeaders: readonly string[];
  readonly withLedger: boolean;
  readonly update?: UpdateAccount & { readonly ledger: UpdateLedger };
}): Receipt {
  const { template, profile, update } = facts;
  const checked = [...always];
  const notChecked: string[] = [];
  if (profile.encoding === 'windows-31j') checked.push('文字コード（Windows-31J）で表せる文字');
  if (update !== undefined) checked.push(...overLedger);
  else if (facts.withLedger) checked.push('台帳との重複');
  else notChecked.push('台帳との重複（--ledger の指定がありません）');
  if (!profile.verified) notChecked.push('CSV の配置（仮の配置です。基幹システムで確かめられていません）');
  for (const header of facts.unknownHeaders)
    notChecked.push(`列「${header}」（知らない見出しのため、読み取っていません）`);
  if (update !== undefined) notChecked.push(...doubtsOf(update.ledger));
  const aside = update === undefined ? 0 : update.unchanged.length + update.superseded.length;
  return {
    template: template.id,
    templateVersion: template.version,
    profile: profile.id,
    profileVerified: profile.verified,
    rows: {
      in: facts.rowsIn,
      exported: facts.map.length,
      held: facts.rowsIn - facts.map.length - aside,
      map: facts.map,
    },
    ...(update === undefined ? {} : { unchanged: update.unchanged, superseded: update.superseded }),
    files: facts.files,
    checked,
    notChecked: [...notChecked, ...never],
  };
}

/** receipt.json in UTF-8: indented for reading, but one line for each entry of a list that grows with the rows. */
export function receiptBytes(receipt: Receipt): Uint8Array {
  const { map } = receipt.rows;
  const { unchanged = [], superseded = [] } = receipt;
  // In the order in which they stand in the receipt.
  const lists = [
    { name: 'map', indent: '    ', entries: map },
    { name: 'unchanged', indent: '  ', entries: unchanged },
    { name: 'superseded', indent: '  ', entries: superseded },
  ].filter(({ entries }) => entries.length > 0);
  const emptied = Object.fromEntries(lists.flatMap(({ name }) => (name === 'map' ? [] : [[name, []]])));
  let rest = JSON.stringify({ ...receipt, ...emptied, rows: { ...receipt.rows, map: [] } }, null, 2);
  const rows = lists.reduce((sum, { entries }) => sum + entries.length, 0);
  const buffer = new ByteBuffer(rest.length * 3 + rows * 64);
  for (const { name, indent, entries } of lists) {
    // A quote within a text is escaped, so this stands nowhere else.
    const at = rest.indexOf(`"${name}": []`) + name.length + 5;
    appendUtf8(buffer, rest.slice(0, at));
    rest = rest.slice(at);
    // Line by line into bytes: as one text it would cost several times the memory.
    let opening = '\n';
    for (const entry of entries) {
      appendUtf8(buffer, `${opening}${indent}  ${JSON.stringify(entry)}`);
      opening = ',\n';
    }
    appendUtf8(buffer, `\n${indent}`);
  }
  appendUtf8(buffer, `${rest}\n`);
  return buffer.finish();
}

/** Labels for people: the template's own title where it has one, else the catalogue's label, else the key. */
export function labelsOf(template: Template, catalogue: Catalogue): (key: string) => string {
  const titles = new Map<string, string>();
  for (const field of catalogue.fields) titles.set(field.key, field.label);
  for (const { key, title } of template.retired) if (title !== undefined) titles.set(key, title);
  for (const { item } of itemsOf(template)) {
    if (item.key !== undefined && item.title !== undefined) titles.set(fieldKeyOf(item), item.title);
  }
  return (key) => titles.get(key) ?? rowLabel(template, key);
}

function rowLabel(template: Template, key: string): string {
  const grid = gridOfKey(template, key);
  return grid === null ? key : `${grid.item.title} [${grid.row}]`;
}
