/** Draws 出欠: the list of one meeting as it goes to paper, with the quorum and the time below. */
import type { Attitude } from '../../../shared/change/attendance.ts';
import type { MeetingKind, Quorum, QuorumCount } from '../../../shared/change/quorum.ts';
import { describe } from '../../../shared/issue/messages.ts';
import type { Book } from '../book/book.ts';
import { stands } from '../book/draw.ts';
import type { Cells, Services } from '../port.ts';
import { isoOf, shownTime } from '../time.ts';
import { fieldLabel } from '../words.ts';
import type { Meeting, MeetingAnswer } from './list.ts';
import { attendanceTable } from './tables.ts';

export const attitudeLabels: Readonly<Record<Attitude, string>> = {
  attend: '出席',
  online: '出席（オンライン）',
  substitute: '代理出席',
  proxy: '委任',
  writing: '書面',
  absent: '欠席',
};

export const attitudeLabel = (answer: MeetingAnswer | null): string =>
  answer === null ? '未回答' : answer.attitude === null ? '読めません' : attitudeLabels[answer.attitude];

export function holderLabel(answer: MeetingAnswer | null): string {
  if (answer?.attitude !== 'proxy') return '';
  return answer.proxyTo === 'chair' ? '議長' : answer.holder;
}

const grounds: Readonly<Record<MeetingKind, Readonly<Record<Quorum['matters'], string>>>> = {
  assembly: {
    ordinary: '商工会議所法48条1項、全議員の3分の1以上',
    special: '49条の議事、全議員の半数以上',
  },
  board: { ordinary: '53条で準用する48条1項、常議員会の構成員の3分の1以上', special: '' },
  other: { ordinary: '', special: '' },
};

export const quorumGround = (kind: MeetingKind, { matters }: Quorum): string => grounds[kind][matters];

/** 「足りています（23名／必要20名）」 */
export function quorumWords({ needed, state, wanted }: Quorum, { counted, sure }: QuorumCount): string {
  const amount = `${counted}名／必要${needed}名`;
  if (state === 'met') return `足りています（${amount}）`;
  if (state === 'short') return `あと${wanted}名足りません（${amount}）`;
  return `確かめが済めば足ります（${amount}、確かなのは${sure}名）`;
}

const issueLines = (issues: Meeting['rows'][number]['issues']): string =>
  issues.map((one) => describe(one, fieldLabel).message).join('\n');

function lines(meeting: Meeting): readonly Cells[] {
  return meeting.rows.map(({ member, answer, issues }, index) => ({
    番号: String(index + 1),
    氏名: member?.name ?? answer?.name ?? '',
    事業所名: member?.firm ?? answer?.firm ?? '',
    出欠: attitudeLabel(answer),
    代理人: holderLabel(answer),
    方法: answer?.channel ?? '',
    回答日時: shownTime(answer?.at ?? ''),
    確かめること: issueLines(issues),
    フォームID: meeting.form.formId,
  }));
}

/** Says whose list it is and whether there are enough, so that the paper needs no screen beside it. */
function lastLines({ title, kind, count }: Meeting, at: string): readonly Cells[] {
  const { persons, proxies, writings, absent, unanswered } = count.presence;
  return [
    {
      番号: '以上',
      氏名: `${count.total}名`,
      事業所名: title,
      出欠: `出席 ${persons}`,
      代理人: `委任 ${proxies}`,
      方法: `書面 ${writings}`,
      回答日時: `欠席 ${absent}`,
      確かめること: `未回答 ${unanswered}（${shownTime(at)} 現在）`,
    },
    ...count.quorums.map((one) => ({
      氏名: '定足数',
      事業所名: quorumGround(kind, one),
      確かめること: quorumWords(one, count),
    })),
  ];
}

/** Whether the sheet shows this meeting. */
export const isDrawn = (services: Services, book: Book, formId: string): boolean =>
  services.workbook.has([attendanceTable]) && book.rows(attendanceTable)[0]?.cells.フォームID === formId;

/** Brings the sheet in line with the list. */
export function drawMeeting(services: Services, book: Book, meeting: Meeting): void {
  const blank = Object.fromEntries(attendanceTable.columns.map(({ header }) => [header, '']));
  const wanted = [...lines(meeting), ...lastLines(meeting, isoOf(services.clock.now()))].map((cells) => ({
    ...blank,
    ...cells,
  }));
  const standing = book.rows(attendanceTable);
  const same =
    standing.length === wanted.length &&
    standing.every(({ at, cells }, index) => at === index + 2 && stands(cells, wanted[index] ?? {}));
  if (!same) book.replace(attendanceTable, wanted);
}
