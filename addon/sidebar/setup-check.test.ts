import { describe, expect, it } from 'vitest';
import { setupFaults } from './setup-check.ts';
import { initialState, type SetupDraft } from './state.ts';

const good: SetupDraft = {
  ...initialState('2026-11-24').setup.draft,
  chamberName: '見本商工会議所',
  phone: '03-1234-5678',
  email: 'info@example.or.jp',
  profileId: 'toas-provisional',
};

describe('setupFaults', () => {
  it.each<[string, Partial<SetupDraft>, readonly string[]]>([
    ['only name, telephone, mail and layout', {}, []],
    ['no name', { chamberName: '　' }, ['chamberName']],
    ['no telephone and no mail', { phone: ' ', email: '' }, ['phone', 'email']],
    ['mail without @', { email: 'kaiin.example.or.jp' }, ['email']],
    ['address without https', { privacyUrl: 'example.or.jp/privacy' }, ['privacyUrl']],
    ['address that is code', { articlesUrl: 'javascript:alert(1)' }, ['articlesUrl']],
    ['no layout', { profileId: '' }, ['profileId']],
    ['everything filled', { email: 'k@example.or.jp', privacyUrl: 'https://example.or.jp/p' }, []],
  ])('%s__names_%s', (_what, part, expected) => {
    expect(Object.keys(setupFaults({ ...good, ...part }))).toEqual(expected);
  });
});
