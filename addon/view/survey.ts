/** Surveys as the page shows them: their rounds, one round, and the looks before something is done. */
import { refusalOf } from '../../apps-script/jobs/access/check.ts';
import { type Book, openBook } from '../../apps-script/jobs/book/book.ts';
import { mailStates } from '../../apps-script/jobs/book/mail.ts';
import { mailTable } from '../../apps-script/jobs/book/tables.ts';
import type { OutgoingMail, Row, Services } from '../../apps-script/jobs/port.ts';
import { anonymous } from '../../apps-script/jobs/survey/answers.ts';
import { definitionOf, surveyIds } from '../../apps-script/jobs/survey/definitions.ts';
import { destroyedWords, keptWords, type SurveyDestruction } from '../../apps-script/jobs/survey/destroy.ts';
import { surveyChannels } from '../../apps-script/jobs/survey/enter.ts';
import { readSurveyMailId } from '../../apps-script/jobs/survey/mails.ts';
import { type PeopleSource, readPeople } from '../../apps-script/jobs/survey/people.ts';
import { channelsOf, ratesOf } from '../../apps-script/jobs/survey/rates.ts';
import {
  hasSurveys,
  roundOf,
  type SurveyRound,
  surveyRounds,
  surveyStateWords,
} from '../../apps-script/jobs/survey/round.ts';
import type { SurveyPlan, SurveySendInput } from '../../apps-script/jobs/survey/sending.ts';
import { peopleTable, surveyAnswersTable } from '../../apps-script/jobs/survey/tables.ts';
import { dayOf, shownTime } from '../../apps-script/jobs/time.ts';
import type { LeftOutReason } from '../../shared/register/recipients.ts';
import { questionTypes } from '../../shared/survey/definition/question-types.ts';
import { questionsOf } from '../../shared/survey/definition/questions.ts';
import { prefectureNames } from '../../shared/survey/definition/to-template.ts';
import { waveBefore, writtenWave } from '../../shared/survey/definition/waves.ts';
import { isMailable } from '../../shared/text/mailable.ts';
import { issueViews } from './issues.ts';
import type {
  SurveyCard,
  SurveyDefinitionView,
  SurveyDestructionView,
  SurveyMailsView,
  SurveyPeopleView,
  SurveyPersonView,
  SurveyQuestionView,
  SurveysView,
  SurveyView,
} from './survey-protocol.ts';

const dayLength = 24 * 3_600_000;
/** Problems of a list that are shown at once, and lines of its sample. */
const mostIssues = 30;
const mostSample = 5;
const mostFound = 20;

const may = (services: Services, role: Parameters<typeof refusalOf>[1]): boolean =>
  refusalOf(services, role) === null;

function card(round: SurveyRound): SurveyCard {
  return {
    roundId: round.roundId,
    title: round.definition.title,
    wave: writtenWave(round.wave),
    state: round.state,
    stateLabel: surveyStateWords[round.state],
    deadline: round.deadline,
    asked: round.asked,
    answered: round.answered,
    reportUrl: round.report?.url ?? '',
    isDestroyed: round.destroyed !== '',
  };
}

function definitionView(id: string, today: string): SurveyDefinitionView {
  const definition = definitionOf(id);
  const wave = definition.wave === 'yearly' ? today.slice(0, 4) : today.slice(0, 7);
  return {
    surveyId: id,
    title: definition.title,
    summary: definition.summary,
    kind: definition.wave,
    respondent: definition.respondent,
    version: definition.version,
    questions: questionsOf(definition, wave).length,
    dimensions: definition.dimensions.map(({ key, label }) => ({ key, label })),
    minN: definition.minN,
    notes: definition.notes,
    wave: waveBefore(definition.wave, wave) === null ? today.slice(0, 7) : wave,
  };
}

export function surveysView(services: Services): SurveysView {
  const book = openBook(services.workbook);
  const today = dayOf(services.clock.now());
  const rounds = hasSurveys(services.workbook) ? surveyRounds(book) : [];
  return {
    rounds: rounds.map(card).reverse(),
    definitions: surveyIds().map((id) => definitionView(id, today)),
    today,
    chamberName: book.settings().chamber.name,
    mayStart: may(services, 'export'),
  };
}

function questionViews({ definition, wave }: SurveyRound): readonly SurveyQuestionView[] {
  const questions = questionsOf(definition, wave).map(
    (question): SurveyQuestionView => ({
      key: question.key,
      label: question.label,
      title: question.title,
      options: question.choices.map(({ label }) => label),
      several: question.type === 'choices',
      unit: questionTypes[question.type].unit,
      lines: question.type === 'text' ? 3 : 0,
    }),
  );
  const dimensions = definition.dimensions.flatMap(
    ({ key, label, title, options, values }): readonly SurveyQuestionView[] =>
      title === undefined
        ? []
        : [
            {
              key,
              label,
              title,
              options:
                options?.map((one) => one.label) ?? (values === 'prefectures' ? prefectureNames() : []),
              several: false,
              unit: '',
              lines: 0,
            },
          ],
  );
  return [...questions, ...dimensions];
}

/** Answers of a round: all, those a later one of the same business replaced, those nobody vouches for. */
function answerCounts(book: Book, roundId: string): SurveyView['answers'] {
  const numbers = book
    .columns(surveyAnswersTable, ['調査ID', '番号'])
    .flatMap(({ cells }) => (cells.調査ID === roundId ? [cells.番号 ?? ''] : []));
  const known = numbers.filter((number) => number !== '');
  const named = known.filter((number) => number !== anonymous);
  return {
    all: numbers.length,
    twice: named.length - new Set(named).size,
    unknown: numbers.length - known.length,
  };
}

function mailCounts(book: Book, round: SurveyRound, user: string): SurveyView['mails'] {
  const states = book
    .columns(mailTable, ['状態', 'メールID'])
    .flatMap(({ cells }) =>
      readSurveyMailId(cells.メールID ?? '')?.roundId === round.roundId ? [cells.状態 ?? ''] : [],
    );
  const count = (...wanted: readonly string[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  return {
    waiting: count(mailStates.waiting, mailStates.sending),
    sent: count(mailStates.sent),
    failed: count(mailStates.failed),
    kept: count(mailStates.kept),
    sendingBy: round.sendingBy,
    isMine: round.sendingBy === user,
    paused: round.paused,
  };
}

const peopleOf = (book: Book, roundId: string): readonly Row[] =>
  book
    .columns(peopleTable, ['調査ID', '番号', '商工会議所', '都道府県', '業種', '規模', '回答', '経路'])
    .filter(({ cells }) => cells.調査ID === roundId);

/** Throws UnusableInput `surveys.round-unknown`. */
export function surveyView(services: Services, roundId: string): SurveyView {
  const book = openBook(services.workbook);
  const round = roundOf(book, roundId);
  const people = peopleOf(book, roundId);
  const { report } = round;
  const answers = answerCounts(book, roundId);
  return {
    ...card(round),
    formUrl: services.forms.look(round.formId)?.publishedUrl ?? '',
    rates: ratesOf(round.definition, people),
    channels: channelsOf(people),
    answers,
    mails: mailCounts(book, round, services.session.user()),
    questions: questionViews(round),
    channelWords: surveyChannels,
    minN: round.minN,
    keepDays: round.keepDays,
    report:
      report === null
        ? null
        : {
            at: shownTime(report.at),
            counted: report.counted,
            sheet: report.sheet,
            url: report.url,
            hidden: report.small,
            complement: report.complement,
            isAllHidden: report.isAllHidden,
            isOld: report.counted !== answers.all - answers.twice - answers.unknown,
          },
    destroyed: round.destroyed,
    mayEnter: may(services, 'desk'),
    maySend: may(services, 'export'),
    mayDestroy: may(services, 'settings'),
  };
}

const countsOf = (texts: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label: label === '' ? '（分からない）' : label, count }))
    .sort((a, b) => b.count - a.count);
};

/** The list as it would be asked. Throws UnusableInput as `readPeople`. */
export function surveyPeopleView(
  services: Services,
  { surveyId, source }: { readonly surveyId: string; readonly source: PeopleSource },
): SurveyPeopleView {
  const { people, issues } = readPeople(openBook(services.workbook), definitionOf(surveyId), source);
  return {
    people: people.length,
    mailable: people.filter(({ email }) => isMailable(email)).length,
    chambers: countsOf(people.map(({ chamber }) => chamber)),
    industries: countsOf(people.map(({ industry }) => industry)),
    issues: issueViews(issues.slice(0, mostIssues)),
    moreIssues: Math.max(0, issues.length - mostIssues),
    sample: people
      .slice(0, mostSample)
      .map(({ number, name, chamber, industry, size }) => ({ number, name, chamber, industry, size })),
  };
}

const reasonWords: Readonly<Record<LeftOutReason, string>> = {
  closed: '廃業しています。',
  'opted-out': '「送らない」とされています。',
  answered: '回答済みです。',
  'not-asked-yet': '依頼をまだ送っていません。',
  'already-sent': '送信済みか、送信を待っています。',
  bounced: 'メールが届きません（不達）。',
  'bad-address': 'メールアドレスの形が正しくありません。',
  'no-address': 'メールアドレスがありません。',
};

export function surveyMailsView(
  services: Services,
  { purpose }: SurveySendInput,
  { plan, sample }: { readonly plan: SurveyPlan; readonly sample: OutgoingMail | null },
): SurveyMailsView {
  const reasonOf = (reason: LeftOutReason): string =>
    reason === 'already-sent' && purpose === 'reminder' ? '3日以内に再依頼しました。' : reasonWords[reason];
  return {
    purpose,
    mails: plan.mails.length,
    days: plan.days.map(({ day, count }) => ({
      date: dayOf(services.clock.now() + day * dayLength),
      count,
    })),
    leftOut: plan.leftOut.slice(0, 200).map(({ businessNumber, name, reason }) => ({
      number: businessNumber,
      name,
      reason: reasonOf(reason),
    })),
    reasons: countsOf(plan.leftOut.map(({ reason }) => reasonOf(reason))).map(({ label, count }) => ({
      reason: label,
      count,
    })),
    sample: sample === null ? null : { subject: sample.subject, body: sample.body },
    hash: plan.hash,
  };
}

export const surveyDestructionView = (plan: SurveyDestruction): SurveyDestructionView => ({
  dueOn: plan.dueOn,
  isDue: plan.isDue,
  people: plan.people,
  answers: plan.answers,
  kept: plan.kept,
  waiting: plan.waiting,
  going: destroyedWords,
  staying: keptWords,
  hash: plan.hash,
});

/** Those of a round by name or number, the first few. */
export function surveyPersonViews(
  services: Services,
  { roundId, search }: { readonly roundId: string; readonly search: string },
): readonly SurveyPersonView[] {
  const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const wanted = fold(search);
  if (wanted === '') return [];
  return openBook(services.workbook)
    .columns(peopleTable, ['調査ID', '番号', '事業所名', '商工会議所', '業種', '回答'])
    .filter(
      ({ cells }) =>
        cells.調査ID === roundId &&
        cells.番号 !== anonymous &&
        (fold(cells.事業所名 ?? '').includes(wanted) || fold(cells.番号 ?? '') === wanted),
    )
    .slice(0, mostFound)
    .map(({ cells }) => ({
      number: cells.番号 ?? '',
      name: cells.事業所名 ?? '',
      chamber: cells.商工会議所 ?? '',
      industry: cells.業種 ?? '',
      answer: cells.回答 ?? '',
    }));
}
