import { describe, expect, it } from 'vitest';
import type { Overview } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { findAll, textOf, type VNode } from '../dom/h.ts';
import { initialState, type ScreenName, type State } from '../state.ts';
import { loaded } from '../store.ts';
import { hostileTexts, makeApplication } from '../testing/mock-data.ts';
import { frame } from './frame.ts';

const overview: Overview = {
  ready: true,
  chamberName: '見本商工会議所',
  user: 'sato@example.or.jp',
  forms: [],
  templates: [{ id: 'membership-application', title: '入会申込', version: '1.0.0', summary: '仮申込' }],
  profiles: [{ id: 'toas-provisional', name: 'TOAS', verified: false }],
  profileId: 'toas-provisional',
  setup: {
    chamberName: '見本商工会議所',
    phone: '',
    email: '',
    address: '',
    privacyUrl: '',
    articlesUrl: '',
    divisions: [],
    districts: [],
    profileId: 'toas-provisional',
  },
  waiting: { newAnswers: 0, withErrors: 0, toExport: 0, toConfirm: 0 },
};

/** Actions that note their name; none of them may be called while drawing. */
function noted(calls: string[]): Actions {
  return new Proxy({} as Actions, { get: (_target, name) => () => calls.push(String(name)) });
}

function draw(part: Partial<State>, calls: string[] = []): VNode {
  return frame({ ...initialState('2026-11-24'), overview: loaded(overview), ...part }, noted(calls));
}

function openCase(index: number, hostile: boolean): Partial<State> {
  const view = makeApplication(index, hostile);
  const base = initialState('2026-11-24');
  return { screen: 'case', case: { ...base.case, applicationId: view.applicationId, view: loaded(view) } };
}

describe('frame', () => {
  it.each<ScreenName>([
    'today',
    'queue',
    'case',
    'csv',
    'help',
    'register',
    'import',
    'learn',
    'round',
    'send',
    'answers',
    'answer',
    'enter',
  ])('%s__drawn__is_pure_and_has_one_heading', (screen) => {
    const calls: string[] = [];
    const page = draw({ screen }, calls);
    expect(calls).toEqual([]);
    expect(findAll(page, (one) => one.tag === 'h1' && one.attributes.id === 'heading')).toHaveLength(1);
  });

  it('first_run__shows_the_set_up_with_仮の配置_explained_and_no_queue', () => {
    const page = draw({
      overview: loaded({ ...overview, ready: false }),
      setup: { draft: { ...initialState('').setup.draft, profileId: 'toas-provisional' }, faults: {} },
    });
    const text = textOf(page);
    expect(text).toContain('仮の配置');
    expect(text).toContain('まず1〜2件だけ取り込み');
    expect(findAll(page, (one) => one.attributes.class === 'tab').map(textOf)).toEqual(['準備', '困ったら']);
  });

  it.each(
    hostileTexts.map((text, index) => [index, text] as const),
  )('case__typed_with_intent_%i__stays_text', (index, bad) => {
    const page = draw(openCase(index, true));
    expect(textOf(page)).toContain(bad);
    const tags = new Set(findAll(page, () => true).map((one) => one.tag));
    for (const tag of ['script', 'img', 'iframe', 'style', 'object']) expect(tags.has(tag)).toBe(false);
    for (const one of findAll(page, (node) => 'href' in node.attributes)) {
      expect(one.attributes.href).toMatch(/^(https?:|mailto:|#)/);
    }
  });

  it('busy__every_button_that_would_start_work_waits_without_losing_the_focus', () => {
    const page = draw({ ...openCase(0, false), busy: { id: 'decide:approve', slow: false } });
    const approve = findAll(page, (one) => one.attributes.id === 'action-approve')[0];
    expect(approve?.attributes['aria-busy']).toBe('true');
    expect(textOf(approve ?? '')).toBe('承認しています…');
    const advance = findAll(page, (one) => one.attributes.id === 'action-advance')[0];
    expect(advance?.attributes['aria-disabled']).toBe('true');
    expect('disabled' in (advance?.attributes ?? {})).toBe(false);
    const calls: string[] = [];
    const again = draw({ ...openCase(0, false), busy: { id: 'collect', slow: false } }, calls);
    findAll(again, (one) => one.attributes.id === 'action-return')[0]?.listeners.click?.(new Event('click'));
    expect(calls).toEqual([]);
  });

  it('return_to_an_applicant_without_address__says_that_no_mail_goes_out', () => {
    const view = { ...makeApplication(0, false), email: '' };
    const base = initialState('2026-11-24');
    const page = draw({ screen: 'case', case: { ...base.case, view: loaded(view), panel: 'return' } });
    expect(textOf(page)).toContain('メールは送られません');
    expect(textOf(page)).toContain('差戻しを記録');
  });

  it('return_with_address__shows_who_gets_what', () => {
    const base = initialState('2026-11-24');
    const part = openCase(0, false);
    const page = draw({
      ...part,
      case: { ...(part.case ?? base.case), panel: 'return', reason: '番号を確かめてください。' },
    });
    const mail = findAll(page, (one) => one.attributes.class === 'mail')[0];
    expect(textOf(mail ?? '')).toContain('shinsei1@example.co.jp');
    expect(textOf(mail ?? '')).toContain('番号を確かめてください。');
  });

  it('long_queue__draws_only_rows_near_the_window', () => {
    const base = initialState('2026-11-24');
    const rows = Array.from({ length: 2000 }, (_, index) => makeApplication(index, false));
    const page = draw({
      screen: 'queue',
      queue: { ...base.queue, list: loaded(rows), scrollTop: 64 * 1000 },
    });
    const drawn = findAll(page, (one) => one.attributes.role === 'option');
    expect(drawn.length).toBeLessThan(40);
    expect(drawn[0]?.attributes['aria-posinset']).toBe('993');
    expect(drawn[0]?.attributes['aria-setsize']).toBe('2000');
  });
});
