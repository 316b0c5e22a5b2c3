/** 同意: `yes` when given, `no` when refused; whether it may be missing is the template's affair. */
import { comparisonKey } from '../../text/width.ts';
import type { Kind } from '../kind.ts';
import { clip, indexOptions, looseKey } from './options.ts';

const yes = new Set(
  (
    'yes y true 1 on ok はい ✓ ✔ ☑ ✅ ○ 〇 ◯ ◎ レ v 有 済 同意 承諾 承認 了承 誓約 同意済 同意済み 承諾済 承諾済み ' +
    'チェック チェックする チェック済 チェック済み チェックあり チェック有 確認しました 確認済 確認済み 了解 了解しました'
  ).split(' '),
);
const no = new Set(
  'no n false 0 off いいえ ✗ ✘ × x ☐ □ なし 無 無し 未同意 不同意 未 しない しません'.split(' '),
);
/** A sentence that gives consent; a question (「同意しますか」) does not. */
const given =
  /(?:同意|承諾|承認|了承|誓約|確約|合意|賛同)(?:を|も|は)?(?:(?:いた|致)?します(?!か)|(?:いた|致)?しました|(?:する|した|済み?)$)/;
/** The refusal must belong to the verb: 「…に該当しないことを誓約します」 is consent. */
const refused =
  /(?:同意|承諾|承認|了承|誓約|確約|合意|賛同)(?:を|も|は)?(?:(?:いた|致)?しません|しない|しかね|でき(?:ない|ません|かね)|せず|を?(?:拒否|辞退))|不同意|未同意/;
const trailing = /[。．.!！]+$/;

/** `yes` or `no`; undefined when the text is neither. */
function read(typed: string): string | undefined {
  const key = comparisonKey(typed).replace(trailing, '');
  if (yes.has(key)) return 'yes';
  if (no.has(key)) return 'no';
  const positive = given.test(key);
  const negative = refused.test(key);
  if (positive === negative) return undefined;
  return positive ? 'yes' : 'no';
}

/** What an option means: its code says so, or it is the only box there is to tick. */
function answer(code: string | undefined, options: number): string | undefined {
  if (code === 'yes' || code === 'no') return code;
  return code !== undefined && options === 1 ? 'yes' : undefined;
}

/** An option whose code is `yes` or `no` names no rule; other spellings name `consent`. */
export const consent: Kind = {
  id: 'consent',
  normalise(typed, context, sink) {
    if (typed === 'yes' || typed === 'no') return typed;
    let value: string | undefined;
    if (context.choices.length > 0) {
      const index = indexOptions(context.choices);
      const exact = answer(index.byLabel.get(typed), context.choices.length);
      if (exact !== undefined) return exact;
      value = answer(index.byKey.get(looseKey(typed)), context.choices.length);
    }
    value = value ?? read(typed);
    if (value === undefined) {
      sink.issue('choice.unknown', 'error', { choice: clip(typed) });
      return typed;
    }
    sink.rule('consent');
    return value;
  },
};
