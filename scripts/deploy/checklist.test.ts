import { describe, expect, it } from 'vitest';
import { startRest } from '../../emulator/rest/index.ts';
import { openWorkspace } from '../../emulator/workspace/workspace.ts';
import { checklist, checklistLines, type DeployFacts, notesOf, type ProjectFile } from './checklist.ts';
import { readRemote } from './remote.ts';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const rights = [
  `| \`${scope('forms')}\` | フォームを作り、直し、回答を読むため |`,
  `| \`${scope('documents')}\` | 手紙と報告の文書を作るために使います |`,
].join('\n');
const project = (...scopes: readonly string[]): readonly ProjectFile[] => [
  { name: 'appsscript', source: JSON.stringify({ timeZone: 'Asia/Tokyo', oauthScopes: scopes.map(scope) }) },
  { name: 'Code', source: 'function a() {}' },
];
const facts: DeployFacts = {
  uncommitted: [],
  version: '1.0.0',
  changelog: '# 変更履歴\n\n## [Unreleased]\n\n- 直しました\n\n## [0.9.0]\n\n- 前の版\n',
  rights,
  dist: project('forms', 'documents'),
  head: project('forms', 'documents'),
  deployed: project('forms', 'documents'),
  deploymentId: 'AKfycb',
  deployments: ['AKfycb'],
  versions: 12,
};
const failing = (more: Partial<DeployFacts>): readonly string[] =>
  checklist({ ...facts, ...more })
    .points.filter(({ ok }) => !ok)
    .map(({ name }) => name);

describe('checklist', () => {
  it('everything in order__ticks_every_point', () => {
    expect(failing({})).toEqual([]);
    expect(checklistLines(checklist(facts)).every((line) => line.startsWith('［済］'))).toBe(true);
  });

  it.each<[string, Partial<DeployFacts>, readonly string[]]>([
    ['not committed', { uncommitted: ['a.ts'] }, ['保存']],
    ['no notes', { changelog: '# 変更履歴\n' }, ['説明']],
    ['no deployment id', { deploymentId: '' }, ['デプロイ']],
    ['another deployment id', { deploymentId: 'other' }, ['デプロイ']],
    ['a scope without reason', { dist: project('forms', 'documents', 'drive') }, ['権限']],
    ['a scope explained but not asked', { dist: project('forms') }, ['権限']],
    ['HEAD was pushed by hand', { head: project('forms', 'documents', 'drive') }, ['作業コピー']],
    ['nothing deployed yet', { deployed: null, head: [] }, ['作業コピー']],
    ['too many versions', { versions: 200 }, ['版の数']],
  ])('%s__is_not_ticked', (_name, more, names) => {
    expect(failing(more)).toEqual(names);
  });

  it('a run that broke off after the upload__goes_on', () => {
    const before = project('forms');
    expect(failing({ deployed: before })).toEqual([]);
    expect(failing({ deployed: before, head: project('documents') })).toEqual(['作業コピー']);
  });

  it('new right__names_who_consents_again', () => {
    const { consents } = checklist({ ...facts, deployed: project('forms'), head: project('forms') });
    expect(consents.join('\n')).toContain('documents');
    expect(consents[0]).toContain('同意のやり直し');
  });

  it('notes__of_the_version_or_of_what_is_unreleased', () => {
    expect(notesOf(facts.changelog, '0.9.0')).toBe('- 前の版');
    expect(notesOf(facts.changelog, '1.0.0')).toBe('- 直しました');
  });
});

describe('remote', () => {
  it('project over the API__gives_HEAD_and_what_is_deployed', async () => {
    const files = (source: string) => [{ name: 'Code', type: 'SERVER_JS' as const, source }];
    const server = await startRest(openWorkspace({ clock: 'virtual' }), {
      accounts: [
        {
          email: 'dev@nissho-mihon.example',
          refreshToken: 'r',
          scopes: [scope('script.projects'), scope('script.deployments')],
        },
      ],
      projects: [
        {
          scriptId: 's1',
          title: '会議所キット',
          head: files('new'),
          versions: [
            { versionNumber: 3, description: '', createTime: '2026-01-01T00:00:00Z', files: files('old') },
          ],
          deployments: [
            { deploymentId: 'd1', versionNumber: 3, description: '', updateTime: '2026-01-01T00:00:00Z' },
          ],
        },
      ],
    });
    try {
      const login = {
        type: 'authorized_user',
        client_id: 'c',
        client_secret: 's',
        refresh_token: 'r',
      } as const;
      expect(await readRemote(login, 's1', 'd1', server.url)).toEqual({
        head: [{ name: 'Code', source: 'new' }],
        deployed: [{ name: 'Code', source: 'old' }],
        deployments: ['d1'],
        versions: 1,
      });
      expect((await readRemote(login, 's1', 'other', server.url)).deployed).toBeNull();
    } finally {
      await server.close();
    }
  });
});
