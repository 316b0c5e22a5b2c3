/** What the set-up form can say before it asks the server. */
import type { SetupDraft } from './state.ts';

/** Faults by field, in words that say how to mend; an empty object when the form may be sent. */
export function setupFaults(draft: SetupDraft): Readonly<Partial<Record<keyof SetupDraft, string>>> {
  const faults: Partial<Record<keyof SetupDraft, string>> = {};
  if (draft.chamberName.trim() === '') faults.chamberName = '会議所の名前を入れてください。';
  if (draft.phone.trim() === '') faults.phone = '電話番号を入れてください。フォームとメールに載ります。';
  if (draft.email.trim() === '')
    faults.email = 'メールアドレスを入れてください。フォームとメールに載ります。';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim())) {
    faults.email = '「name@example.or.jp」の形で入れてください。';
  }
  for (const field of ['privacyUrl', 'articlesUrl'] as const) {
    const address = draft[field].trim();
    if (address !== '' && !/^https?:\/\/[^\s]+\.[^\s]+$/.test(address)) {
      faults[field] = '「https://」から始まるアドレスを、ページからそのまま貼り付けてください。';
    }
  }
  if (draft.profileId === '') faults.profileId = '基幹システムを選んでください。';
  return faults;
}
