/**
 * The list that has to be ticked before the add-on goes out, as data: each point with its state and words. Nothing here knows Google;
 * `scripts/deploy.ts` brings the facts and carries out what is left when every point holds.
 */
import { consentLines, scopeFaults } from '../../shared/release/consents.ts';

export interface ProjectFile {
  readonly name: string;
  readonly source: string;
}

export interface DeployFacts {
  /** Paths that git would commit. */
  readonly uncommitted: readonly string[];
  readonly version: string;
  readonly changelog: string;
  /** docs/ja/権限一覧.md. */
  readonly rights: string;
  /** What the build made. */
  readonly dist: readonly ProjectFile[];
  /** The working copy of the script at Google. */
  readonly head: readonly ProjectFile[];
  /** Files of the version that is deployed; null where nothing is. */
  readonly deployed: readonly ProjectFile[] | null;
  /** The one deployment whose id every chamber's triggers and add-on hang on. */
  readonly deploymentId: string;
  readonly deployments: readonly string[];
  readonly versions: number;
}

export interface Point {
  readonly name: string;
  readonly ok: boolean;
  readonly words: string;
}

export interface Checklist {
  readonly points: readonly Point[];
  readonly ok: boolean;
  /** Who has to consent again, and why; none when no right is new. */
  readonly consents: readonly string[];
  /** Description of the new version: what CHANGELOG says of it. */
  readonly notes: string;
}

/** Versions a script may have (https://developers.google.com/apps-script/concepts/versions); beyond it one has to be deleted first. */
export const mostVersions = 200;

/** Longest description of a version, in characters (未検証: no figure is published). */
const longestNotes = 1000;

/** The section of a version in CHANGELOG, or of what is not released; '' where neither says anything. */
export function notesOf(changelog: string, version: string): string {
  const section = (name: string): string => {
    const lines = changelog.split(/\r?\n/);
    const from = lines.findIndex((line) => line.startsWith(`## [${name}]`));
    if (from < 0) return '';
    const rest = lines.slice(from + 1);
    const end = rest.findIndex((line) => line.startsWith('## '));
    return (end < 0 ? rest : rest.slice(0, end)).join('\n').trim();
  };
  const text = section(version) || section('Unreleased');
  return text.length > longestNotes ? `${text.slice(0, longestNotes - 1)}…` : text;
}

const manifestOf = (files: readonly ProjectFile[]): string =>
  files.find(({ name }) => name === 'appsscript')?.source ?? '{}';

/** Scopes of a manifest; none where it is no JSON. */
export function scopesOf(files: readonly ProjectFile[]): readonly string[] {
  try {
    const manifest: unknown = JSON.parse(manifestOf(files));
    const scopes: unknown =
      typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'oauthScopes') : [];
    return Array.isArray(scopes) ? scopes.filter((scope): scope is string => typeof scope === 'string') : [];
  } catch {
    return [];
  }
}

/** The same text whatever the order of properties and the spaces. */
function canonical(text: string): string {
  try {
    const sorted = (_key: string, value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value;
    return JSON.stringify(JSON.parse(text), sorted);
  } catch {
    return text;
  }
}

const sameFiles = (a: readonly ProjectFile[], b: readonly ProjectFile[]): boolean =>
  a.length === b.length &&
  a.every(({ name, source }) => {
    const other = b.find((file) => file.name === name);
    return (
      other !== undefined &&
      (name === 'appsscript' ? canonical(source) === canonical(other.source) : source === other.source)
    );
  });

/** Judges every point; all are judged, so that all can be mended at once. */
export function checklist(facts: DeployFacts): Checklist {
  const { dist, head, deployed, rights } = facts;
  const faults = scopeFaults(scopesOf(dist), rights);
  const notes = notesOf(facts.changelog, facts.version);
  const isHeadDeployed = deployed !== null && canonical(manifestOf(head)) === canonical(manifestOf(deployed));
  // A run that broke off after its upload: the working copy is what is to go out.
  const isHeadOurs = sameFiles(head, dist);
  const point = (name: string, ok: boolean, good: string, bad: string): Point => ({
    name,
    ok,
    words: ok ? good : bad,
  });
  const points = [
    point(
      '保存',
      facts.uncommitted.length === 0,
      'すべてコミットされています',
      `コミットしていない変更があります（${facts.uncommitted.slice(0, 3).join('、')}）。公開したものが後から分からなくなるので、先にコミットしてください`,
    ),
    point(
      '権限',
      faults.undeclared.length === 0 && faults.unused.length === 0,
      'マニフェストの権限は、すべて理由とともに権限一覧にあります',
      `docs/ja/権限一覧.md と合いません。理由のない権限：${faults.undeclared.join('、') || 'なし'}。使っていない権限：${faults.unused.join('、') || 'なし'}`,
    ),
    point(
      '説明',
      notes !== '',
      'CHANGELOG に、この版の説明があります',
      'CHANGELOG の [Unreleased] に、会議所に関わることを書いてください',
    ),
    point(
      'デプロイ',
      facts.deploymentId !== '' && facts.deployments.includes(facts.deploymentId),
      '今のデプロイを更新します（新しい ID は作りません）',
      facts.deploymentId === ''
        ? 'package.json の cciKit.deploymentId が空です。使っているデプロイの ID を書いてください'
        : `デプロイ ${facts.deploymentId} が見つかりません。ID を確かめてください。新しいデプロイを作ると、全国のトリガーとアドオンが切れます`,
    ),
    point(
      '作業コピー',
      isHeadDeployed || isHeadOurs,
      isHeadOurs
        ? '前に途中で止まった公開の続きです'
        : '作業コピー（HEAD）のマニフェストは、公開中の版と同じです',
      deployed === null
        ? '公開中の版がありません。初めての公開は、スクリプトの画面で一度だけデプロイを作ってください'
        : '作業コピー（HEAD）のマニフェストが、公開中の版と違います。だれかが本番のスクリプトを直したか、試しに送っています。公開中の版に戻してから、やり直してください',
    ),
    point(
      '版の数',
      facts.versions < mostVersions,
      `版は ${facts.versions} 件です（上限 ${mostVersions}）`,
      `版が上限（${mostVersions}）に達しています。スクリプトの「プロジェクトの履歴」で、古い版を消してください`,
    ),
  ];
  return {
    points,
    ok: points.every(({ ok }) => ok),
    consents: deployed === null ? [] : consentLines(scopesOf(deployed), scopesOf(dist), rights),
    notes,
  };
}

/** The list as it is printed. */
export const checklistLines = ({ points, consents }: Checklist): readonly string[] => [
  ...points.map(({ name, ok, words }) => `${ok ? '［済］' : '［未］'}${name}：${words}`),
  ...consents,
];
