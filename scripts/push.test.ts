/** What `npm run push` says before it can upload. */
import { describe, expect, it } from 'vitest';
import { obstacle } from './push.ts';

describe('push', () => {
  const cases = [
    { name: 'no .clasp.json', file: null, loggedIn: true, words: '.clasp.json がありません' },
    { name: 'not JSON', file: '{', loggedIn: true, words: 'JSON として読めません' },
    { name: 'empty script id', file: '{"scriptId":""}', loggedIn: true, words: 'scriptId が空です' },
    { name: 'no script id', file: '{}', loggedIn: true, words: 'scriptId が空です' },
    { name: 'not logged in', file: '{"scriptId":"abc"}', loggedIn: false, words: 'npx clasp login' },
  ];
  for (const { name, file, loggedIn, words } of cases) {
    it(`push__${name}__says_what_to_do`, () => {
      expect(obstacle(file, loggedIn)).toContain(words);
    });
  }
  it('push__script_id_and_login__goes_on', () => {
    expect(obstacle('{"scriptId":"abc"}', true)).toBe('');
  });
});
