/** What an answer typed in for a business (代理入力) still lacks, and what is sent of it. */
import type { BusinessView } from '../view/register-protocol.ts';
import type { EnterState } from './register-state.ts';

/** How answers come that no form carried. */
export const grounds = ['電話', '紙', 'FAX', '窓口', 'その他'] as const;

/** The ground as it is kept; その他 needs words of its own. */
export function groundOf(draft: Pick<EnterState, 'ground' | 'otherGround'>): string {
  return draft.ground === 'その他' ? draft.otherGround.trim() : draft.ground;
}

/** Fields whose text is another than the ledger's. */
export function changedFields(
  business: BusinessView,
  typed: EnterState['typed'],
): Readonly<Record<string, string>> {
  const changed: Record<string, string> = {};
  for (const one of business.fields) {
    const text = typed[one.key]?.trim();
    if (text !== undefined && text !== '' && text !== one.typed) changed[one.key] = text;
  }
  return changed;
}

/** Faults by field, in words that say how to mend, in the order of the page; empty when the answer may be saved. */
export function entryFaults(business: BusinessView, draft: EnterState): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  if (groundOf(draft) === '') {
    if (draft.ground === '') faults.ground = '何で届いた回答かを選んでください。';
    else faults.other = '何で届いた回答かを短く書いてください。';
  }
  if (draft.respondent.trim() === '') faults.respondent = '回答した方のお名前を入れてください。';
  if (draft.status === '') faults.status = '変更があったかどうかを選んでください。';
  if (draft.status === 'changed' && Object.keys(changedFields(business, draft.typed)).length === 0)
    faults.fields = '変わった項目を開いて、新しい内容を入れてください。';
  return faults;
}

/** The answer as a form would have brought it. */
export function typedAnswer(business: BusinessView, draft: EnterState): Readonly<Record<string, string>> {
  return {
    changeStatus: draft.status === 'changed' ? '変更あり' : '変更なし',
    respondentName: draft.respondent.trim(),
    ...(draft.status === 'changed' ? changedFields(business, draft.typed) : {}),
  };
}
