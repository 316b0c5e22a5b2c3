/** An answer about the register in words: for the sheets, the sidebar and the mails alike. */
import type { Answer, AnswerState } from '../book/answer.ts';
import { awaitsExport, type Batch, batchStates } from '../book/batch.ts';
import { answerStates, askedWords } from '../book/register-tables.ts';
import { shownValue } from '../words.ts';

/** フォーム, or 代理入力 with what it was typed from. */
export function sourceLabel(answer: Pick<Answer, 'source' | 'ground'>): string {
  return answer.source === 'form' ? 'フォーム' : `代理入力（${answer.ground}）`;
}

/** What it says as a whole: 廃業, 移転 and 休業 go before 変更あり. */
export function statusLabel(answer: Answer): string {
  const { operatingStatus = '', changeStatus = '' } = answer.record.values;
  if (operatingStatus !== '' && operatingStatus !== 'operating')
    return shownValue('operatingStatus', operatingStatus);
  return shownValue('changeStatus', changeStatus);
}

/** What 照会 says of a business by this answer. */
export function askedLabel(answer: Answer): string {
  if (answer.state === 'quarantine') return askedWords.quarantined;
  const { operatingStatus, changeStatus } = answer.record.values;
  if (operatingStatus === 'closed') return askedWords.closed;
  if (operatingStatus === 'moved') return askedWords.moved;
  return changeStatus === 'unchanged' ? askedWords.unchanged : askedWords.changed;
}

export function stateLabel(state: AnswerState): string {
  return answerStates[state];
}

/** Whether its values went out; '' where there is nothing to go out. */
export function exportWords(answer: Answer, batch: Batch | undefined): string {
  if (answer.state !== 'approved' || Object.keys(answer.approved).length === 0) return '';
  if (batch !== undefined && !awaitsExport(batch)) return `${batchStates[batch.state]} ${batch.id}`;
  if (answer.appliedBy !== '') return '台帳に反映済み';
  return batch?.state === 'failed' ? `出力待ち（${batch.id} は取込失敗）` : '出力待ち';
}

/** Name for people: that of the business where it is known, else what was typed. */
export function nameOf(answer: Answer): string {
  const { values, typed } = answer.record;
  return answer.businessName || (values.name ?? typed.name ?? '');
}
