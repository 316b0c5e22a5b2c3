import { describe, expect, it } from 'vitest';
import type { RegisterView, RoundView } from '../view/register-protocol.ts';
import { nextStep } from './register-steps.ts';

const round: RoundView = {
  roundId: 'R8',
  label: '令和8年度の確認',
  deadline: '2026-09-30',
  isOver: false,
  formUrl: '',
  startedBy: '',
  sendingBy: '',
  asked: 10,
  counts: { open: 10, unreachable: 0, unchanged: 0, changed: 0, quarantined: 0, gone: 0 },
  rate: '0.0%',
  mails: { sent: 0, waiting: 0, failed: 0 },
  letters: [],
};
const nothing: RegisterView = {
  ledgerRows: 0,
  lastImport: '',
  deadline: { date: '2026-09-30', days: 29, words: '' },
  judgement: null,
  round: null,
  answers: { quarantined: 0, toDecide: 0, unchanged: 0, toExport: 0 },
  levy: null,
  consent: null,
  quota: { remaining: 0 },
  user: '',
  prefillFields: [],
  divisions: [],
};
const judgement = { yes: 1, no: 0, unknown: 0, judgedAt: '2026-09-01 10:00' };

describe('nextStep', () => {
  it.each<[string, Partial<RegisterView>, number]>([
    ['nothing', {}, 1],
    ['imported', { ledgerRows: 10 }, 2],
    ['judged', { ledgerRows: 10, judgement }, 3],
    ['round_begun', { ledgerRows: 10, judgement, round }, 4],
    [
      'mails_wait',
      { ledgerRows: 10, judgement, round: { ...round, mails: { sent: 0, waiting: 3, failed: 0 } } },
      5,
    ],
    [
      'letters_only',
      { ledgerRows: 10, judgement, round: { ...round, letters: [{ name: '手紙', url: '', count: 3 }] } },
      5,
    ],
  ])('%s__leads_to_the_first_step_that_is_not_done', (_name, part, step) => {
    expect(nextStep({ ...nothing, ...part })).toBe(step);
  });
});
