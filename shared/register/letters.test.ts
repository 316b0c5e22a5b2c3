import { describe, expect, it } from 'vitest';
import { dayWithWeekday, factLines, type LetterInput, letterPlan } from './letters.ts';

const input: LetterInput = {
  chamber: {
    name: '見本商工会議所',
    address: '見本県見本市本町1-1',
    phone: '012-345-6789',
    email: 'info@example.jp',
    privacyUrl: 'https://www.example.jp/privacy',
  },
  round: { purpose: 'request', writtenOn: '2026-06-01', answerBy: '2026-06-30' },
  business: {
    businessNumber: '000123',
    name: '株式会社見本製作所',
    postalCode: '123-4567',
    postalAddress: '見本県見本市本町1-2-3',
    building: '',
    contactName: '',
  },
  url: 'https://forms.example.jp/d/e/abc/viewform?usp=pp_url&entry.1=k123',
  token: '1030a3bcdefghjkm',
  fields: [
    { label: '代表者氏名', value: '見本 太郎' },
    { label: '電話番号', value: '' },
    { label: '事業内容', value: '一行目\n二行目' },
  ],
};
const textOf = (given: LetterInput) => JSON.stringify(letterPlan(given));

describe('the letter', () => {
  const plan = letterPlan(input);

  it('is_addressed_in_whole_lines_without_empty_ones', () => {
    expect(plan.addressLines).toEqual([
      '〒123-4567',
      '見本県見本市本町1-2-3',
      '株式会社見本製作所',
      'ご担当者 様',
    ]);
    const named = letterPlan({
      ...input,
      business: { ...input.business, postalCode: '', building: '見本ビル\n3階', contactName: '見本 花子' },
    });
    expect(named.addressLines).toEqual([
      '見本県見本市本町1-2-3',
      '見本ビル 3階',
      '株式会社見本製作所',
      '見本 花子 様',
    ]);
    expect(plan.senderLines).toEqual(['見本商工会議所', '見本県見本市本町1-1', '電話 012-345-6789']);
    expect(plan.date).toBe('2026年6月1日');
  });

  it('says_what_why_until_when_and_whom_to_ask', () => {
    const text = textOf(input);
    for (const part of [
      '商工会議所法第10条',
      'ご回答の期限：2026年6月30日（火）',
      '変更がないときも',
      '貴事業所だけのもの',
    ])
      expect(text).toContain(part);
    expect(text).toContain('お問い合わせ：見本商工会議所（電話 012-345-6789、メール info@example.jp）');
    expect(text).toContain('https://www.example.jp/privacy');
  });

  it('lists_what_is_registered_and_says_what_is_not', () => {
    expect(plan.blocks.find((block) => block.kind === 'facts')).toEqual({
      kind: 'facts',
      rows: [
        { label: '代表者氏名', value: '見本 太郎' },
        { label: '電話番号', value: '（登録がありません）' },
        { label: '事業内容', value: '一行目 二行目' },
      ],
    });
    expect(factLines(input.fields)).toBe(
      '　代表者氏名：見本 太郎\n　電話番号：（登録がありません）\n　事業内容：一行目 二行目',
    );
  });

  it('gives_the_link_as_QR__the_form_with_the_key_to_type__the_telephone_and_the_paper', () => {
    expect(plan.blocks.find((block) => block.kind === 'qr')).toMatchObject({ text: input.url });
    const steps = plan.blocks.flatMap((block) => (block.kind === 'steps' ? block.items : []));
    expect(steps).toHaveLength(4);
    expect(steps[1]).toContain('https://forms.example.jp/d/e/abc/viewform を開き');
    expect(steps[1]).toContain('照会番号 1030a3-bcdefg-hjkm');
    expect(steps[2]).toContain('事業所番号 000123');
  });

  it('without_telephone_and_mail_of_the_chamber__does_not_offer_them', () => {
    const text = textOf({ ...input, chamber: { name: '見本商工会議所', address: '', phone: '', email: '' } });
    expect(text).not.toContain('電話 ');
    expect(text).toContain('お問い合わせ：見本商工会議所"');
    expect(text).not.toContain('undefined');
  });

  it('as_a_reminder__says_so_and_begs_pardon_of_those_who_answered', () => {
    const again = letterPlan({ ...input, round: { ...input.round, purpose: 'reminder' } });
    expect(again.title).toBe('登録内容の確認について（再度のお願い）');
    expect(JSON.stringify(again.blocks[0])).toContain('行き違い');
    expect(again.blocks.slice(1)).toEqual(plan.blocks.slice(1));
  });
});

describe('a day with its weekday', () => {
  it.each([
    ['1970-01-01', '1970年1月1日（木）'],
    ['2026-09-30', '2026年9月30日（水）'],
    ['2024-02-29', '2024年2月29日（木）'],
    ['1969-12-31', '1969年12月31日（水）'],
    ['', ''],
  ])('%j → %j', (day, expected) => {
    expect(dayWithWeekday(day)).toBe(expected);
  });
});
