/** View model of one application: issues, duplicates, history, and what can be done now. */

import { assets, profileOf } from '../../apps-script/jobs/assets.ts';
import type { Application, DecisionEntry } from '../../apps-script/jobs/book/application.ts';
import { type Batch, batchByReceipt, batchStates } from '../../apps-script/jobs/book/batch.ts';
import { mailStates } from '../../apps-script/jobs/book/mail.ts';
import { decisionWords } from '../../apps-script/jobs/book/project.ts';
import { chamberValues, type Settings } from '../../apps-script/jobs/book/settings.ts';
import type { WantedMail } from '../../apps-script/jobs/book/stored-parts.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import { actionLabel, fieldLabel } from '../../apps-script/jobs/words.ts';
import { availableActions, labelOf, missingSteps, nextState } from '../../shared/change/decide.ts';
import { writeProfile } from '../../shared/csv/write.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { createDuplicateIndex, type Duplicate } from '../../shared/record/duplicates.ts';
import { fieldSections } from './fields.ts';
import { issueViews } from './issues.ts';
import type { ApplicationView, HistoryView } from './protocol.ts';
import { queueRow } from './queue.ts';

/** State of a mail in 送付, by mail id. */
export type MailStates = ReadonlyMap<string, { readonly state: string; readonly at: string }>;

const mailWords: Readonly<Record<WantedMail['purpose'], string>> = {
  receipt: '受付の確認メール',
  returned: '差戻しのメール',
  waiting: 'キャンセル待ちのメール',
  promoted: '繰上げのメール',
  cancelled: '取消しのメール',
};
const mailOutcomes: Readonly<Record<string, string>> = {
  [mailStates.waiting]: 'を送る順番を待っています',
  [mailStates.sending]: 'を送信しています',
  [mailStates.sent]: 'を送信',
  [mailStates.failed]: 'を送れませんでした',
  [mailStates.noAddress]: 'は宛先がないため送っていません',
};

/** A value in one line of the history; the whole of it stands in 変更履歴. */
function excerpt(text: string): string {
  if (text === '') return '（空）';
  const characters = Array.from(text);
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
}

/** The steps that were recorded with a decision: the day of each and what it was recorded on. */
function stepWords(settings: Settings, entry: DecisionEntry): readonly string[] {
  return entry.steps.map(({ state, date, ground }) => {
    const label = labelOf(settings.states, state);
    return `${label} ${date}${ground === '' ? '' : `（${ground}）`}`;
  });
}

function history(
  application: Application,
  batch: Batch | undefined,
  settings: Settings,
  mails: MailStates,
): readonly HistoryView[] {
  const received = { at: application.receivedAt, by: '申込者', what: 'フォームから申込み', why: '' };
  const decisions = application.decisions.map((entry) => ({
    at: entry.at,
    by: entry.by,
    what: `${decisionWords(settings, entry)}（${actionLabel(entry.action)}）`,
    why: [...stepWords(settings, entry), entry.reason].filter((words) => words !== '').join('。'),
  }));
  const corrections = application.corrections.map((one) => ({
    at: one.at,
    by: one.by,
    what: `${fieldLabel(one.key)}を直しました：${excerpt(one.before)} → ${excerpt(one.after)}`,
    why: one.reason,
  }));
  const sent = application.mails.map((mail) => {
    const outcome = mails.get(mail.id);
    return {
      at: outcome === undefined || outcome.at === '' ? mail.at : outcome.at,
      by: '会議所キット',
      what: `${mailWords[mail.purpose]}${mailOutcomes[outcome?.state ?? mailStates.waiting] ?? ''}`,
      why: '',
    };
  });
  const exported =
    batch === undefined
      ? []
      : [
          {
            at: batch.receipt.at,
            by: batch.receipt.by,
            what: `CSV出力 ${batch.id}（${batchStates[batch.state]}）`,
            why: batch.note,
          },
        ];
  return [received, ...decisions, ...corrections, ...sent, ...exported]
    .map((entry) => ({ ...entry, at: shownTime(entry.at) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const grounds: Readonly<Record<Duplicate['by'], string>> = {
  'corporate-number': '同じ法人番号',
  phone: '同じ電話番号',
  'name-address': '同じ事業所名と住所',
};

/** Other applications of what looks like the same business; withdrawn ones are over. */
function duplicates(application: Application, all: readonly Application[]): ApplicationView['duplicates'] {
  const index = createDuplicateIndex();
  for (const other of all) {
    if (other.id === application.id || other.state.state === 'withdrawn') continue;
    const name = other.record.values.name ?? '';
    index.add(other.record.values, { kind: 'application', label: other.receipt, name, id: other.id });
  }
  return index.find(application.record.values).map(({ place, by }) => ({
    where: `受付 ${place.label}`,
    name: place.name,
    reason: grounds[by],
    applicationId: place.id,
  }));
}

/**
 * What the chamber's CSV layout would say of the values: characters that it cannot write, texts that are too long or look like
 * formulas. Said here, so that it is known before the application is approved.
 */
function layoutIssues(application: Application, settings: Settings): readonly Issue[] {
  const written = writeProfile(
    profileOf(settings.profileId),
    assets().catalogue,
    [{ responseId: application.id, row: 1, values: application.record.values }],
    { substitutes: settings.substitutes, choices: { divisions: chamberValues(settings).divisions } },
  );
  return written.issues.map((found) => found.issue);
}

export function applicationView(
  application: Application,
  all: readonly Application[],
  batches: readonly Batch[],
  settings: Settings,
  mails: MailStates,
): ApplicationView {
  const batch = batchByReceipt(batches).get(application.receipt);
  const next = nextState(settings.states, application.state);
  return {
    ...queueRow(application, batch, settings),
    version: application.state.version,
    email: application.email,
    sections: fieldSections(application, settings),
    issues: issueViews([...application.record.issues, ...layoutIssues(application, settings)]),
    duplicates: duplicates(application, all),
    history: history(application, batch, settings, mails),
    actions: availableActions(settings.states, application.state),
    nextState: next === null ? null : { id: next.id, label: next.label },
    missingSteps: missingSteps(settings.states, application.state).map(({ id, label }) => ({
      state: { id, label },
    })),
  };
}
