/** The letter that asks a business without e-mail to confirm the register: its words and facts as data, ready to be laid out. */
import { dayNumber, writtenDay } from '../text/days.ts';
import { groupedKey } from './update-key.ts';

export type LetterBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  /** Numbered steps. */
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  /** What is registered: two columns, with room to write a correction by hand. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  /** A QR code of `text` with words beside it. */
  | { readonly kind: 'qr'; readonly text: string; readonly caption: string };

export interface LetterPlan {
  readonly businessNumber: string;
  /** As they stand in the window of the envelope, from 〒 to 様. */
  readonly addressLines: readonly string[];
  readonly senderLines: readonly string[];
  readonly date: string;
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
}

export interface LetterInput {
  readonly chamber: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
    readonly privacyUrl?: string;
  };
  readonly round: {
    readonly purpose: 'request' | 'reminder';
    /** The letter's date and the last day for an answer, `YYYY-MM-DD`. */
    readonly writtenOn: string;
    readonly answerBy: string;
  };
  readonly business: {
    readonly businessNumber: string;
    readonly name: string;
    readonly postalCode: string;
    readonly postalAddress: string;
    readonly building: string;
    /** Whom it is for; '' for ご担当者. */
    readonly contactName: string;
  };
  /** The personal link. */
  readonly url: string;
  readonly token: string;
  /** What the register holds, as the chamber lets it be shown. */
  readonly fields: readonly { readonly label: string; readonly value: string }[];
}

const weekdays = '木金土日月火水';

/** `2026年9月30日（水）`. */
export function dayWithWeekday(day: string): string {
  const weekday = weekdays[((dayNumber(day) % 7) + 7) % 7];
  return weekday === undefined ? writtenDay(day) : `${writtenDay(day)}（${weekday}）`;
}

/** One line of facts each, for the mail; what the register does not hold is said to be missing. */
export function factLines(fields: LetterInput['fields']): string {
  return facts(fields)
    .map(({ label, value }) => `　${label}：${value}`)
    .join('\n');
}

function facts(fields: LetterInput['fields']): LetterInput['fields'] {
  return fields.map(({ label, value }) => ({
    label,
    value: value.trim() === '' ? '（登録がありません）' : value.replace(/\s+/g, ' '),
  }));
}

const filled = (lines: readonly string[]) => lines.filter((line) => line.trim() !== '');

/** Plans one letter. The texts of the business stand in it as they are, on one line each. */
export function letterPlan({ chamber, round, business, url, token, fields }: LetterInput): LetterPlan {
  const isReminder = round.purpose === 'reminder';
  const byPhone = chamber.phone === '' ? '' : `電話 ${chamber.phone}`;
  const contact = filled([byPhone, chamber.email === '' ? '' : `メール ${chamber.email}`]).join('、');
  const deadline = dayWithWeekday(round.answerBy);
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

  const opening = isReminder
    ? '先日、登録内容の確認をお願いいたしましたが、まだご回答を確認できておりません。お忙しいところ恐れ入りますが、ご回答をお願いいたします。行き違いですでにご回答いただいている場合は、ご容赦ください。'
    : '日ごろ当所の事業にご理解をいただき、ありがとうございます。当所の台帳に登録している貴事業所の内容に変わりがないか、確認をお願いいたします。';
  const privacy =
    chamber.privacyUrl === undefined || chamber.privacyUrl === ''
      ? ''
      : `個人情報の取扱いは ${chamber.privacyUrl} をご覧ください。`;
  return {
    businessNumber: business.businessNumber,
    addressLines: filled([
      business.postalCode === '' ? '' : `〒${business.postalCode}`,
      oneLine(business.postalAddress),
      oneLine(business.building),
      oneLine(business.name),
      business.contactName.trim() === '' ? 'ご担当者 様' : `${oneLine(business.contactName)} 様`,
    ]),
    senderLines: filled([chamber.name, chamber.address, byPhone]),
    date: writtenDay(round.writtenOn),
    title: isReminder ? '登録内容の確認について（再度のお願い）' : '登録内容の確認のお願い',
    blocks: [
      { kind: 'paragraph', text: opening },
      {
        kind: 'paragraph',
        text: '商工会議所は、商工会議所法第10条により、地区内の商工業者の台帳（法定台帳）を作り、毎年、内容を改めることになっています。会員でない事業所にもお願いしています。変更がないときも、休業・移転・廃業のときも、ご回答ください。',
      },
      { kind: 'paragraph', text: `ご回答の期限：${deadline}` },
      { kind: 'heading', text: `現在の登録内容（事業所番号 ${business.businessNumber}）` },
      { kind: 'facts', rows: facts(fields) },
      { kind: 'heading', text: 'ご回答の方法（いずれか一つ）' },
      {
        kind: 'qr',
        text: url,
        caption:
          'スマートフォンで QR コードを読み取り、「変更なし」か「変更あり」を選んでください。変更がなければ 1 分ほどで終わります。',
      },
      {
        kind: 'steps',
        items: [
          'スマートフォン：上の QR コードを読み取る。',
          `パソコンなど：${url.replace(/[?#].*$/, '')} を開き、照会番号の欄に次の番号を入力する（ハイフンは省けます）。照会番号 ${groupedKey(token)}`,
          ...(byPhone === ''
            ? []
            : [`お電話：${byPhone} へ、事業所番号 ${business.businessNumber} とお伝えください。`]),
          `この用紙：変わったところを上の表に書き込み、記入日と記入者のお名前を添えて、${chamber.name}へお送りください。`,
        ],
      },
      {
        kind: 'paragraph',
        text: `QR コードと照会番号は、貴事業所だけのものです。ほかの方に渡さないでください。期限までは、同じ番号で何度でも回答し直すことができます。番号そのものに、貴事業所の情報は入っていません。`,
      },
      {
        kind: 'paragraph',
        text: `台帳から知った秘密を漏らしたり、ほかの目的に使ったりすることはありません（商工会議所法第11条）。${privacy}`,
      },
      {
        kind: 'paragraph',
        text: `お問い合わせ：${chamber.name}${contact === '' ? '' : `（${contact}）`}`,
      },
    ],
  };
}
