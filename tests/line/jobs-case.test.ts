/** What 一件, the confirmation and 準備 show: what was typed, what was asked, what stands. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildProduct } from '../support/built.ts';
import {
  answer,
  approve,
  ask,
  type Chamber,
  readyChamber,
  setupInput,
  soundAnswers,
} from '../support/chamber.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

const everything = { state: '', search: '', offset: 0, limit: 100 };
const firstId = (chamber: Chamber): string => ask(chamber, 'queue', everything).rows[0]?.applicationId ?? '';
const viewOf = (chamber: Chamber) => ask(chamber, 'application', { applicationId: firstId(chamber) });
const keysOf = (chamber: Chamber) =>
  viewOf(chamber).sections.flatMap((section) => section.fields.map((field) => field.key));

describe('一件', () => {
  it('approval_with_steps__history_tells_the_day_and_ground_of_each', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    approve(chamber, firstId(chamber));
    const approval = viewOf(chamber).history.find((entry) => entry.what.includes('承認'));
    expect(approval?.what).toContain('訪問');
    for (const step of [
      '訪問 2026-11-24（記録簿）',
      '押印受領 2026-11-24（記録簿）',
      '常議員会付議 2026-11-24（記録簿）',
    ])
      expect(approval?.why).toContain(step);
  });

  it('questions_of_the_branch_not_taken__are_not_shown_as_blank', () => {
    const chamber = readyChamber(built);
    answer(chamber, soundAnswers(1));
    const soleProprietor = keysOf(chamber);
    expect(soleProprietor).not.toContain('corporateNumber');
    // Asked of everybody, and left blank.
    expect(soleProprietor).toContain('building');
    const { version } = viewOf(chamber);
    const change = { key: 'applicantType', value: '法人', reason: '登記を確認' };
    ask(chamber, 'correct', { applicationId: firstId(chamber), version, ...change });
    expect(keysOf(chamber)).toContain('corporateNumber');
  });
});

describe('confirmation', () => {
  it('shows_what_was_typed__not_what_became_of_it', () => {
    const chamber = readyChamber(built);
    answer(chamber, { ...soundAnswers(1), phone: '０３ー１２３４ー５６７８', postalCode: '〒0600001' });
    const body = chamber.workspace.state.mails[0]?.body ?? '';
    expect(body).toContain('電話番号：０３ー１２３４ー５６７８');
    expect(body).toContain('郵便番号：〒0600001');
    expect(body).toContain('組織区分：個人事業主');
    expect(body).not.toContain('電話番号：03-');
  });
});

describe('準備', () => {
  it('run_again__begins_with_all_that_was_set', () => {
    const chamber = readyChamber(built);
    expect(ask(chamber, 'overview', {}).setup).toEqual(setupInput);
  });

  it('form_of_the_register__is_not_for_the_gallery', () => {
    const { templates } = ask(readyChamber(built), 'overview', {});
    expect(templates.map((one) => one.id)).toEqual(['membership-application']);
  });
});
