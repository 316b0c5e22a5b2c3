import { describe, expect, it } from 'vitest';
import type { ScriptRuntime } from '../../api.ts';
import { createRuntime, mail, openWorkspace } from '../../index.ts';
import { clerk, code, manifest } from './fixture.ts';
import { addonOf } from './manifest.ts';
import type { Button, Card, OnClick, Widget } from './model.ts';
import { type AddonSession, openAddon } from './session.ts';

const booker = "function makeBook() { return SpreadsheetApp.create('受付簿').getId(); }";

interface Desk {
  readonly runtime: ScriptRuntime;
  readonly book: string;
  open(
    host: 'sheets' | 'drive' | 'gmail',
    at?: { file?: string; items?: string[]; message?: string },
  ): AddonSession;
}

function desk(more: Partial<typeof manifest> = {}): Desk {
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-04-01T09:00:00+09:00', seed: 3 });
  workspace.addUser({ email: clerk, name: '係', role: 'staff' });
  const all = { ...manifest, ...more };
  const runtime = createRuntime(workspace, { code: code + booker, html: {}, manifest: all, owner: clerk });
  const made = runtime.run({ fn: 'makeBook', user: clerk, kind: 'manual' });
  const book = made.ok ? String(made.value) : '';
  // As if a person had made it: nothing is open to the add-on yet.
  delete workspace.state.fileGrants;
  return {
    runtime,
    book,
    open(host, at = {}) {
      const session = openAddon(runtime, addonOf(all), { host, user: clerk, ...at });
      if (session === null) throw new Error(`${host} がない`);
      return session;
    },
  };
}

function cardOf(session: AddonSession): Card {
  const { view } = session;
  if (view?.kind !== 'card') throw new Error(`カードがない: ${session.failure}`);
  return view.card;
}
const widgets = (card: Card): Widget[] => (card.sections ?? []).flatMap((section) => section.widgets ?? []);
const titleOf = (session: AddonSession): string => cardOf(session).header?.title ?? '';
const event = (session: AddonSession): Record<string, unknown> =>
  JSON.parse(widgets(cardOf(session))[0]?.textParagraph?.text ?? '{}');

function click(session: AddonSession, text: string): OnClick {
  const buttons: Button[] = widgets(cardOf(session)).flatMap((widget) => widget.buttonList?.buttons ?? []);
  const found = buttons.find((button) => button.text === text);
  if (!found) throw new Error(`ボタン「${text}」がない`);
  return found.onClick;
}
const press = (session: AddonSession, text: string) => session.press(click(session, text), {});

/** A session with the cards ホーム › 一 › 一一. */
function deep(): AddonSession {
  const { open, book, runtime } = desk();
  runtime.workspace.state.fileGrants = { [clerk]: [book] };
  const session = open('drive', {});
  press(session, '進む');
  press(session, 'さらに');
  return session;
}

describe('events', () => {
  it('homepage__in_drive__carries_no_context_and_no_widgets', () => {
    expect(event(desk().open('drive'))).toEqual({
      commonEventObject: {
        hostApp: 'DRIVE',
        platform: 'WEB',
        userLocale: 'ja-JP',
        timeZone: { id: 'Asia/Tokyo', offset: '32400000' },
      },
    });
  });

  it('locale__without_the_scope__is_left_out', () => {
    const session = desk({ oauthScopes: ['https://www.googleapis.com/auth/drive.file'] }).open('drive');
    expect(event(session)).toEqual({ commonEventObject: { hostApp: 'DRIVE', platform: 'WEB' } });
  });

  it('action__gets_parameters_inputs_and_context', () => {
    const { open, book } = desk();
    const session = open('sheets', { file: book });
    expect(event(session)).toMatchObject({ sheets: { addonHasFileScopePermission: false } });
    session.press(
      { action: { function: 'onForm', parameters: [{ key: 'k', value: 'v' }] } },
      { title: { stringInputs: { value: ['名'] } } },
    );
    expect(event(session)).toEqual({
      commonEventObject: expect.objectContaining({
        parameters: { k: 'v' },
        formInputs: { title: { stringInputs: { value: ['名'] } } },
      }),
      sheets: { addonHasFileScopePermission: false },
    });
  });

  it('active_document__in_a_card__is_not_there_even_when_granted', () => {
    const { open, book, runtime } = desk();
    runtime.workspace.state.fileGrants = { [clerk]: [book] };
    const session = open('sheets', { file: book });
    expect(widgets(cardOf(session))[1]?.textParagraph?.text).toBe('null');
  });
});

describe('stack', () => {
  it('push_and_back__move_one_card', () => {
    const session = deep();
    expect([session.depth, titleOf(session)]).toEqual([3, '一一']);
    session.back();
    expect([session.depth, titleOf(session)]).toEqual([2, '一']);
  });

  it('pop_to_root_and_to_a_name__land_there', () => {
    const session = deep();
    press(session, '一へ');
    expect([session.depth, titleOf(session)]).toEqual([2, '一']);
    press(session, 'はじめへ');
    expect([session.depth, titleOf(session)]).toEqual([1, 'ホーム']);
  });

  it('pop_then_update__replaces_the_card_before_and_notifies', () => {
    const session = deep();
    expect(press(session, '戻って書き換え')).toEqual({ toast: '書き換えました' });
    expect([session.depth, titleOf(session)]).toEqual([2, '書き換えた']);
  });

  it('notification_alone__leaves_the_card_as_it_is', () => {
    const session = deep();
    const { revision } = session;
    expect(press(session, '知らせ')).toEqual({ toast: '<b>しました</b>' });
    expect(session.revision).toBe(revision);
  });

  it('universal_action__runs_its_function_or_opens_its_link', () => {
    const session = deep();
    expect(session.universal(0, {})).toEqual({ open: { url: 'https://example.jp/help' } });
    session.universal(1, {});
    expect(titleOf(session)).toBe('設定');
  });
});

describe('failures', () => {
  const failed = (text: string): string => {
    const session = deep();
    press(session, text);
    return session.failure;
  };

  it('error_and_unknown_functions__are_shown_and_back_returns_to_the_card', () => {
    expect(failed('失敗')).toBe('だめでした');
    expect(failed('ない関数')).toBe('Script function not found: onNowhere');
    expect(failed('入れ子')).toBe('Script function not found: inner.deep');
    const session = deep();
    press(session, '失敗');
    session.back();
    expect([session.failure, titleOf(session)]).toEqual(['', '一一']);
  });

  it('thirty_one_seconds__is_too_long', () => {
    expect(failed('遅い')).toBe('Exceeded maximum execution time');
  });

  it('builder_that_was_not_built__is_refused', () => {
    expect(failed('組み立て忘れ')).toMatch(/cannot be used by the add-ons platform.*CardBuilder/);
  });

  it('link__outside_the_prefixes__is_not_opened', () => {
    const session = deep();
    expect(press(session, 'リンク')).toEqual({ open: { url: 'https://example.jp/a' } });
    expect(press(session, '外のリンク').problem).toContain('openLinkUrlPrefixes');
  });

  it('required_field__without_a_value__stops_the_action_before_it_runs', () => {
    const { open, runtime } = desk();
    const session = open('drive');
    const before = runtime.workspace.state.executions.length;
    const effect = session.press({ action: { function: 'onForm', requiredWidgets: ['title'] } }, {});
    expect(effect.problem).toContain('入力していない');
    expect(runtime.workspace.state.executions.length).toBe(before);
  });
});

describe('access to files', () => {
  it('granted__runs_the_trigger_and_the_next_event_names_the_file', () => {
    const { open, book, runtime } = desk();
    const session = open('sheets', { file: book });
    press(session, 'このファイルで使う');
    expect([session.asking, session.depth]).toEqual([book, 1]);
    session.answer(true);
    expect(titleOf(session)).toBe('許可されました');
    expect(event(session)).toMatchObject({
      sheets: { addonHasFileScopePermission: true, id: book, title: '受付簿' },
    });
    expect(runtime.workspace.state.fileGrants).toEqual({ [clerk]: [book] });
    expect(titleOf(open('sheets', { file: book }))).toBe('受付簿');
  });

  it('denied__keeps_the_card_and_grants_nothing', () => {
    const { open, book, runtime } = desk();
    const session = open('sheets', { file: book });
    press(session, 'このファイルで使う');
    session.answer(false);
    expect([session.asking, titleOf(session)]).toEqual(['', 'はじめに']);
    expect(runtime.workspace.state.fileGrants).toBeUndefined();
  });

  it('grant__of_one_user__is_not_that_of_another', () => {
    const { runtime, book } = desk();
    runtime.workspace.state.fileGrants = { 'other@example.jp': [book] };
    const session = openAddon(runtime, addonOf(manifest), { host: 'sheets', user: clerk, file: book });
    expect(session && titleOf(session)).toBe('はじめに');
  });

  it('spreadsheet__not_opened_to_the_add_on__cannot_be_read', () => {
    const { open, book, runtime } = desk();
    const read = { action: { function: 'onOther', parameters: [{ key: 'id', value: book }] } };
    const session = open('sheets', { file: book });
    session.press(read, {});
    expect(session.failure).toContain('permission');
    runtime.workspace.state.fileGrants = { [clerk]: [book] };
    expect(session.press(read, {})).toEqual({ toast: '受付簿' });
  });

  it('scope_missing_from_the_manifest__is_an_error', () => {
    const { open, book } = desk({ oauthScopes: [] });
    const session = open('sheets', { file: book });
    press(session, 'このファイルで使う');
    expect(session.failure).toContain('drive.file');
  });

  it('selected_item_of_drive__is_asked_for_by_its_id', () => {
    const { open, book, runtime } = desk();
    const session = open('drive', { items: [book] });
    press(session, '許可');
    session.answer(true);
    expect(runtime.workspace.state.fileGrants).toEqual({ [clerk]: [book] });
    expect(event(session)).toMatchObject({
      drive: { selectedItems: [{ id: book, addonHasFileScopePermission: true, title: '受付簿' }] },
    });
  });
});

describe('a message', () => {
  const sent = (runtime: ScriptRuntime): string =>
    mail.sendMail(runtime.workspace, clerk, { to: clerk, subject: '入会の件', body: '秘密' }).id;

  it('token_of_the_event__opens_the_message_and_several_cards_are_a_list', () => {
    const { open, runtime } = desk();
    const session = open('gmail', { message: sent(runtime) });
    expect(session.view?.kind).toBe('list');
    session.choose(0);
    const [from, body] = widgets(cardOf(session)).map((widget) => widget.textParagraph?.text ?? '');
    expect(from).toBe(`係 <${clerk}>／入会の件`);
    expect(body).toContain('gmail.addons.current.message.readonly');
    session.back();
    expect(session.view?.kind).toBe('list');
  });

  it('message__without_the_token__is_refused', () => {
    const addOns = {
      ...manifest.addOns,
      gmail: { contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'withoutToken' }] },
    };
    const { open, runtime } = desk({ addOns });
    expect(open('gmail', { message: sent(runtime) }).failure).toContain('Missing access token');
  });
});

describe('manifest', () => {
  it('host_that_it_does_not_name__has_no_panel', () => {
    const { runtime } = desk();
    expect(openAddon(runtime, addonOf(manifest), { host: 'calendar', user: clerk })).toBeNull();
    expect(
      openAddon(runtime, addonOf({ timeZone: 'Asia/Tokyo' }), { host: 'sheets', user: clerk }),
    ).toBeNull();
  });

  it('homepage_switched_off__shows_no_card', () => {
    const addOns = {
      ...manifest.addOns,
      drive: { homepageTrigger: { runFunction: 'onHome', enabled: false } },
    };
    const session = openAddon(desk().runtime, addonOf({ ...manifest, addOns }), {
      host: 'drive',
      user: clerk,
    });
    expect(session?.view).toBeNull();
  });
});
