/** The mock server's methods about the yearly round: figures, sending, answers, 代理入力. */
import type {
  AnswersView,
  AnswerView,
  RegisterView,
  RoundView,
  SendPreview,
} from '../../view/register-protocol.ts';
import { hostileTexts } from './mock-data.ts';
import {
  answerStates,
  businessName,
  businessNumber,
  isPlainUnchanged,
  makeAnswer,
  makeBusiness,
  withAnswerActions,
} from './mock-register-data.ts';
import { refuse } from './mock-run.ts';
import type { Answers, MockState } from './mock-state.ts';

type Methods = Pick<
  Answers,
  | 'register'
  | 'startRound'
  | 'closeRound'
  | 'sendPreview'
  | 'send'
  | 'takeOverSending'
  | 'makeLetters'
  | 'renewSecret'
  | 'answers'
  | 'answer'
  | 'decideAnswer'
  | 'approveUnchanged'
  | 'findBusinesses'
  | 'business'
  | 'enterAnswer'
>;

const user = 'sato@mihon-cci.example.or.jp';
const asked = 1480;
const businesses = 120;

export function roundMethods(mock: MockState): Methods {
  const { scenario } = mock;
  const all = new Map<string, AnswerView>();
  let round: RoundView | null = null;
  let conflict = scenario.conflict;

  const openRound = (deadline: string): RoundView => ({
    roundId: 'R8',
    label: '令和8年度の確認',
    deadline,
    isOver: false,
    formUrl: 'https://docs.google.com/forms/d/e/1FAIpQLSe-kakunin-2026/viewform',
    startedBy: user,
    sendingBy: '',
    asked,
    counts: { open: asked, unreachable: 0, unchanged: 0, changed: 0, quarantined: 0, gone: 0 },
    rate: '0.0%',
    mails: { sent: 0, waiting: 0, failed: 0 },
    letters: [],
  });
  if (scenario.register === 'asked') {
    for (let index = 0; index < scenario.answers; index++) {
      const one = makeAnswer(index, scenario.hostile);
      all.set(one.answerId, one);
    }
    round = {
      ...openRound('2026-12-18'),
      sendingBy: scenario.otherSender ? 'suzuki@mihon-cci.example.or.jp' : user,
      counts: { open: 527, unreachable: 28, unchanged: 702, changed: 203, quarantined: 5, gone: 15 },
      rate: '62.5%',
      mails: { sent: 1172, waiting: 108, failed: 12 },
      letters: [{ name: '照会の手紙 1', url: 'https://docs.google.com/document/d/tegami/edit', count: 188 }],
    };
  }
  const count = (test: (one: AnswerView) => boolean): number => [...all.values()].filter(test).length;

  const register = (): RegisterView => ({
    ledgerRows: mock.ledgerRows,
    lastImport: mock.lastImport,
    deadline: {
      date: '2026-12-24',
      days: 30,
      words: '令和8年度の台帳は、12月24日までに改めます（商工会議所法10条5項）。',
    },
    judgement: mock.judged ? { yes: 1480, no: 812, unknown: 60, judgedAt: '2026-11-24 11:06' } : null,
    round,
    answers: {
      quarantined: count((one) => one.state.id === 'quarantine'),
      toDecide: count((one) => one.state.id === 'open' && !isPlainUnchanged(one)),
      unchanged: count(isPlainUnchanged),
      toExport: count((one) => one.exportLabel === '出力待ち'),
    },
    levy:
      scenario.register === 'asked'
        ? {
            ok: false,
            words: '3,000円の事業所が40件あり、平均1,800円の1.5倍（2,700円）を超えています（令4条3号）。',
          }
        : null,
    consent: null,
    quota: { remaining: 1392 },
    user,
    prefillFields: [
      { key: 'name', label: '事業所名', on: true },
      { key: 'address', label: '住所', on: true },
      { key: 'representativeName', label: '代表者氏名', on: false },
      { key: 'phone', label: '電話番号', on: false },
      { key: 'employees', label: '従業員数', on: false },
    ],
    divisions: ['商業部会', '工業部会', 'サービス業部会'],
  });

  const change = (part: Partial<RoundView>): RegisterView => {
    if (round !== null) round = { ...round, ...part };
    return register();
  };

  const preview = (purpose: SendPreview['purpose']): SendPreview => ({
    purpose,
    mails: purpose === 'request' ? 1792 : 527,
    letters: purpose === 'request' ? 188 : 0,
    leftOut: Array.from({ length: 34 }, (_, index) => ({
      businessNumber: businessNumber(index),
      name: scenario.hostile ? (hostileTexts[index % hostileTexts.length] ?? '') : businessName(index),
      reason:
        index < 22 ? '回答済み' : index < 30 ? '前のメールが届かなかった（宛先不明）' : 'メール不要の申し出',
    })),
    days: [
      { date: '2026-11-24', count: purpose === 'request' ? 1392 : 527 },
      ...(purpose === 'request' ? [{ date: '2026-11-25', count: 400 }] : []),
    ],
    sample: {
      to: 'info0@example.jp',
      subject: '登録内容のご確認のお願い（見本商工会議所）',
      body: '大和田製作所　御中\n\n毎年の登録内容の確認をお願いします。\n下のリンクから、1分ほどで終わります。\n\nhttps://docs.google.com/forms/…',
    },
    hash: `send-${purpose}`,
  });

  const list = ({ state, search, offset, limit }: Parameters<Answers['answers']>[0]): AnswersView => {
    const matching = [...all.values()].filter(
      (one) => search === '' || one.name.includes(search) || one.receiptNumber.includes(search),
    );
    const rows = matching.filter((one) => state === '' || one.state.id === state);
    const plain = [...all.values()].filter(isPlainUnchanged);
    return {
      rows: rows.slice(offset, offset + limit),
      total: rows.length,
      counts: answerStates.map((one) => ({
        state: one,
        count: matching.filter((row) => row.state.id === one.id).length,
      })),
      unchanged: { count: plain.length, hash: plain.map((one) => one.answerId).join() },
    };
  };

  const find = (answerId: string): AnswerView => {
    const found = all.get(answerId);
    if (found === undefined)
      throw refuse('answer.not-found', 'この回答は見つかりません。', '一覧を読み直してください。');
    return found;
  };
  const keep = (
    view: AnswerView,
    stateId: AnswerView['state']['id'],
    what: string,
    why: string,
  ): AnswerView => {
    const next = withAnswerActions({
      ...view,
      state: answerStates.find((one) => one.id === stateId) ?? view.state,
      version: view.version + 1,
      exportLabel: stateId === 'approved' && view.differences.length > 0 ? '出力待ち' : '',
      history: [...view.history, { at: '2026-11-24 11:10', by: '佐藤', what, why }],
    });
    all.set(next.answerId, next);
    return next;
  };

  return {
    register,
    startRound({ deadline }) {
      round = openRound(deadline);
      return register();
    },
    closeRound: () => change({ isOver: true }),
    sendPreview: ({ purpose }) => preview(purpose),
    send({ purpose, hash }) {
      if (hash !== `send-${purpose}`)
        throw refuse('send.changed', '確かめたあとに相手が変わりました。', 'もう一度確かめてください。');
      const { mails, days } = preview(purpose);
      const sent = days[0]?.count ?? 0;
      return {
        queued: mails,
        sent,
        register: change({ sendingBy: user, mails: { sent, waiting: mails - sent, failed: 0 } }),
      };
    },
    takeOverSending: () => change({ sendingBy: user }),
    makeLetters() {
      const made = {
        name: `照会の手紙 ${(round?.letters.length ?? 0) + 1}`,
        url: 'https://docs.google.com/document/d/tegami2/edit',
        count: 188,
      };
      change({ letters: [...(round?.letters ?? []), made] });
      return made;
    },
    renewSecret: () => register(),

    answers: list,
    answer: ({ answerId }) => find(answerId),
    decideAnswer({ answerId, version, action, takes, businessNumber: number, reason }) {
      const found = find(answerId);
      if (conflict || found.version !== version) {
        conflict = false;
        all.set(answerId, { ...found, version: found.version + 1 });
        throw refuse(
          'answer.overtaken',
          'この回答は、画面を開いたあとに鈴木が変更しました（10:58）。',
          '最新の内容を読み込み、確かめてからもう一度操作してください。',
        );
      }
      if (action === 'assign') {
        const index = [...Array(businesses).keys()].find((one) => businessNumber(one) === number) ?? 0;
        const { name, address, phone } = makeBusiness(index, scenario.hostile);
        const named = { ...found, name, businessNumber: number, candidates: [], issues: [], errors: 0 };
        return keep(
          { ...named, business: { number, name, address, phone } },
          'open',
          '事業所を選びました',
          '',
        );
      }
      if (action === 'discard') return keep(found, 'discarded', '見送りにしました', reason);
      if (action === 'reopen') return keep(found, 'open', '再開しました', '');
      const decided = found.differences.map((one): AnswerView['differences'][number] => {
        const take = takes[one.key];
        if (take === undefined) throw refuse('answer.undecided', `「${one.label}」が決まっていません。`, '');
        return { ...one, decided: take === 'answer' ? 'take' : take === 'ledger' ? 'leave' : 'other' };
      });
      return keep({ ...found, differences: decided }, 'approved', '承認しました', '');
    },
    approveUnchanged({ hash }) {
      const plain = [...all.values()].filter(isPlainUnchanged);
      if (hash !== plain.map((one) => one.answerId).join())
        throw refuse('answer.changed', '見ていた内容から変わっています。', '一覧を読み直してください。');
      for (const one of plain) keep(one, 'approved', '「変更なし」をまとめて承認しました', '');
      return { approved: plain.length };
    },
    findBusinesses: ({ search }) =>
      [...Array(businesses).keys()]
        .map((index) => makeBusiness(index, scenario.hostile))
        .filter((one) => one.name.includes(search) || one.businessNumber.includes(search))
        .slice(0, 20)
        .map(({ fields: _fields, ...one }) => one),
    business({ businessNumber: number }) {
      const index = [...Array(businesses).keys()].find((one) => businessNumber(one) === number) ?? 0;
      return makeBusiness(index, scenario.hostile);
    },
    enterAnswer({ businessNumber: number, ground, typed }) {
      const index = [...Array(businesses).keys()].find((one) => businessNumber(one) === number) ?? 0;
      const business = makeBusiness(index, scenario.hostile);
      const differences = business.fields
        .filter((one) => typed[one.key] !== undefined)
        .map((one) => ({
          key: one.key,
          label: one.label,
          ledger: one.shown,
          answer: typed[one.key] ?? '',
          base: '',
          others: [],
          kind: 'change' as const,
          note: '',
          decided: '' as const,
        }));
      const view = withAnswerActions({
        ...makeAnswer(0, false),
        answerId: `answer-${all.size + 500}`,
        receiptNumber: `R8-U${String(all.size + 1).padStart(4, '0')}`,
        businessNumber: number,
        name: business.name,
        business: { number, name: business.name, address: business.address, phone: business.phone },
        sourceLabel: `代理入力（${ground}）`,
        statusLabel: typed.changeStatus ?? '',
        respondent: typed.respondentName ?? '',
        enteredBy: user,
        ground,
        differences,
        changed: differences.length,
        state: { id: 'open', label: '確認待ち' },
      });
      all.set(view.answerId, view);
      return view;
    },
  };
}
