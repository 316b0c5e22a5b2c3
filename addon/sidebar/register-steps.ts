/** How far a chamber has come with this year's register. */
import type { RegisterView } from '../view/register-protocol.ts';

/** 1 取り込む, 2 判定する, 3 照会を始める, 4 送る, 5 回答を確かめる: the first that is not done. */
export function nextStep(view: RegisterView): 1 | 2 | 3 | 4 | 5 {
  if (view.ledgerRows === 0) return 1;
  if (view.judgement === null) return 2;
  if (view.round === null) return 3;
  const { mails, letters } = view.round;
  return mails.sent + mails.waiting + mails.failed === 0 && letters.length === 0 ? 4 : 5;
}
