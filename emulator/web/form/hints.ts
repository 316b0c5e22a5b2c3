/**
 * Which keyboard and which saved entry a phone should offer for a short text question, judged by its title and rule. Form
 * services know only "short text"; the words of the title tell the rest.
 */
import type { FormItemState } from '../../workspace/model.ts';

export interface InputHint {
  readonly type: 'text' | 'email' | 'tel' | 'url';
  readonly inputmode: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal';
  readonly autocomplete: string;
  /** True when capital letters at the start of a sentence or spelling marks would disturb. */
  readonly plain: boolean;
}

const hint = (
  type: InputHint['type'],
  inputmode: InputHint['inputmode'],
  autocomplete: string,
  plain: boolean,
): InputHint => ({ type, inputmode, autocomplete, plain });

/** First row that fits wins. */
const byTitle: readonly (readonly [RegExp, InputHint])[] = [
  [/メール|e-?mail/i, hint('email', 'email', 'email', true)],
  [/郵便番号/, hint('text', 'numeric', 'postal-code', true)],
  [/電話|携帯|TEL/i, hint('tel', 'tel', 'tel', true)],
  [/FAX|ファックス/i, hint('tel', 'tel', 'off', true)],
  [/ウェブ|ホームページ|URL|サイト/i, hint('url', 'url', 'url', true)],
  [/法人番号/, hint('text', 'numeric', 'off', true)],
  [/登録番号|事業所番号|会員番号/, hint('text', 'text', 'off', true)],
  [/資本金|売上|円/, hint('text', 'text', 'off', true)],
  [/従業員|社員数|人数|アルバイト数|口数/, hint('text', 'text', 'off', true)],
  [/カナ|かな|フリガナ|ふりがな/, hint('text', 'text', 'off', true)],
  [/建物/, hint('text', 'text', 'address-line2', false)],
  [/住所|所在地/, hint('text', 'text', 'street-address', false)],
  [/事業所名|会社名|法人名|屋号|商号/, hint('text', 'text', 'organization', false)],
  [/役職/, hint('text', 'text', 'organization-title', false)],
  [/氏名|お名前|記入者|担当者/, hint('text', 'text', 'name', false)],
];

const plainText = hint('text', 'text', 'off', false);

/** The hint of a short text item. */
export function hintOf(item: Pick<FormItemState, 'title' | 'validation'>): InputHint {
  const method = item.validation?.method ?? '';
  if (method === 'requireTextIsEmail') return hint('email', 'email', 'email', true);
  if (method === 'requireTextIsUrl') return hint('url', 'url', 'url', true);
  if (method === 'requireWholeNumber') return hint('text', 'numeric', 'off', true);
  if (method.startsWith('requireNumber')) return hint('text', 'decimal', 'off', true);
  const found = byTitle.find(([words]) => words.test(item.title));
  return found ? found[1] : plainText;
}
