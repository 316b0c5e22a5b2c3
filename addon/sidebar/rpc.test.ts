import { describe, expect, it } from 'vitest';
import { createCall, failure, openForms, type ScriptRun } from './rpc.ts';

/** A runner that answers as told; notes what was sent. */
function runner(behave: (succeed: (reply: unknown) => void, fail: (error: unknown) => void) => void) {
  const sent: [string, object][] = [];
  const run = (): ScriptRun => {
    let succeed: (reply: unknown) => void = () => undefined;
    let fail: (error: unknown) => void = () => undefined;
    const one: ScriptRun = {
      withSuccessHandler: (handler) => {
        succeed = handler;
        return one;
      },
      withFailureHandler: (handler) => {
        fail = handler;
        return one;
      },
      rpc: (method, input) => {
        sent.push([method, input]);
        behave(succeed, fail);
      },
      showForms: () => behave(succeed, fail),
      showOffice: () => behave(succeed, fail),
      showRules: () => behave(succeed, fail),
    };
    return one;
  };
  return { run, sent };
}

describe('createCall', () => {
  it('good_reply__comes_back_as_it_is', async () => {
    const { run, sent } = runner((succeed) => succeed({ ok: true, result: { added: 2, already: 1 } }));
    expect(await createCall(run)('collect', {})).toEqual({ ok: true, result: { added: 2, already: 1 } });
    expect(sent).toEqual([['collect', {}]]);
  });

  it.each([
    ['a thrown error', (_s: unknown, fail: (error: unknown) => void) => fail(new Error('boom 見本 太郎'))],
    ['null instead of a reply', (succeed: (reply: unknown) => void) => succeed(null)],
    ['a reply without its result', (succeed: (reply: unknown) => void) => succeed({ ok: true })],
    [
      'a call that throws at once',
      () => {
        throw new Error('no google here');
      },
    ],
  ])('%s__becomes_an_issue_and_never_a_rejection', async (_what, behave) => {
    const reply = await createCall(runner(behave).run)('overview', {});
    expect(reply.ok).toBe(false);
    if (reply.ok) return;
    expect(reply.issues[0]?.code).toBe('client.no-answer');
    expect(JSON.stringify(reply.issues)).not.toContain('見本 太郎');
  });
});

describe('failure', () => {
  it.each([
    ['Authorization is required to perform that action.', 'client.permission'],
    ['Exceeded maximum execution time', 'client.time-limit'],
    ['Service invoked too many times for one day: email.', 'client.quota'],
    ['NetworkError', 'client.no-answer'],
  ])('%s__is_%s', (message, code) => {
    const issue = failure(new Error(message));
    expect(issue.code).toBe(code);
    expect(issue.remedy).not.toBe('');
  });
});

describe('openForms', () => {
  it('opened__nothing_to_say_and_refused__an_issue_in_words', async () => {
    expect(await openForms(runner((succeed) => succeed(null)).run)).toBeNull();
    const refused = runner((_succeed, fail) => fail(new Error('You do not have permission')));
    expect(await openForms(refused.run)).toMatchObject({ code: 'client.permission' });
  });
});
