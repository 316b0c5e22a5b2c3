/** What 金額 and 人数 share: reading a whole number, naming the rules, proposing the number inside a longer text. */
import { readAmount } from '../../text/amount.ts';
import type { KindSink } from '../kind.ts';

const canonical = /^(?:0|[1-9][0-9]{0,14})$/;
const remark = /[(（][^)）]*[)）]|^[^0-9０-９〇零一二三四五六七八九十百千壱弐参拾約]{1,8}[:：]?|[-‐－−ー]+$/g;

/** Plain digits, or the typed text with `number.format` or `number.range`. */
export function normaliseNumber(typed: string, prefix: RegExp, suffix: RegExp, sink: KindSink): string {
  if (canonical.test(typed)) return typed;
  const read = readAmount(typed, prefix, suffix);
  if (read.ok) {
    for (const rule of read.rules) sink.rule(rule);
    return read.digits;
  }
  if (read.problem === 'range') {
    sink.issue('number.range', 'error');
    return typed;
  }
  const inner = typed.length > 80 ? '' : typed.replace(remark, '');
  const again = inner === typed || inner === '' ? read : readAmount(inner, prefix, suffix);
  sink.issue('number.format', 'error', undefined, again.ok ? again.digits : '');
  return typed;
}
