import { describe, expect, it } from 'vitest';
import { missingForLive, readRun, report } from './contract-report.ts';

const result = { name: 'a', source: 'https://example.jp', documented: false, failure: '' };

describe('live contract', () => {
  it('missing__no_login_or_no_id__says_what_to_do', () => {
    expect(missingForLive(false, '')).toMatch(/clasp login/);
    expect(missingForLive(true, '')).toMatch(/CONTRACT_SCRIPT_ID/);
    expect(missingForLive(true, 'id')).toBe('');
  });

  it('readRun__with_chatter_around__finds_the_answer', () => {
    const answer = { results: [result], next: -1 };
    expect(readRun(`Running…\n${JSON.stringify(answer)}\n`)).toEqual(answer);
    expect(readRun(JSON.stringify({ response: answer }))).toEqual(answer);
    expect(readRun('No response.')).toBeNull();
    expect(readRun('{ broken')).toBeNull();
  });

  it('report__failures__are_listed_with_their_source', () => {
    const text = report([result, { ...result, name: 'b', failure: '7 のはずが "007"' }]);
    expect(text).toMatch(/不一致\tb\t7 のはずが "007"/);
    expect(text).toMatch(/2 件のうち 1 件/);
  });
});
