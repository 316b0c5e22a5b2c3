/** Rights (OAuth scopes) that a new version of the add-on asks for beyond the one before: who has to consent again. */

export interface ScopeReason {
  readonly scope: string;
  /** What it is needed for, in words for users. */
  readonly reason: string;
}

const row = /^\| `(https:\/\/[^`]+)` \|([^|]*)\|/gm;

/** The table of 権限一覧: each scope with its reason. */
export function scopeReasons(listed: string): readonly ScopeReason[] {
  return [...listed.matchAll(row)].map(([, scope = '', reason = '']) => ({ scope, reason: reason.trim() }));
}

/** A reason is a sentence. */
const leastReason = 10;

export interface ScopeFaults {
  /** In the manifest without a reason. */
  readonly undeclared: readonly string[];
  /** Explained but not asked for. */
  readonly unused: readonly string[];
}

export function scopeFaults(manifest: readonly string[], listed: string): ScopeFaults {
  const reasons = new Map(scopeReasons(listed).map(({ scope, reason }) => [scope, reason]));
  return {
    undeclared: manifest.filter((scope) => (reasons.get(scope) ?? '').length <= leastReason),
    unused: [...reasons.keys()].filter((scope) => !manifest.includes(scope)),
  };
}

/** Scopes in which uses of the add-on differ: whoever never opens Gmail is asked by Gmail's card only. All others are everybody's. */
const audience: readonly (readonly [sign: string, who: string])[] = [
  ['gmail.addons', 'Gmailのカードを使う人'],
  ['calendar.addons', 'カレンダーのカードを使う人'],
];

/**
 * Lines for the release note: what is new to consent to and who has to; none when nothing is asked beyond before. The triggers of an account
 * that has not consented again stop until it has (https://developers.google.com/workspace/add-ons/how-tos/update-published-add-on).
 */
export function consentLines(
  before: readonly string[],
  after: readonly string[],
  listed: string,
): readonly string[] {
  const added = after.filter((scope) => !before.includes(scope));
  if (added.length === 0) return [];
  const reasons = new Map(scopeReasons(listed).map(({ scope, reason }) => [scope, reason]));
  return [
    '【同意のやり直しが必要です】新しい権限が増えました。次の人は、更新後に会議所キットを一度開いて、許可の画面で「許可」を押してください。押すまで、その人の1時間ごとの処理とフォームの取込みは止まります。',
    ...added.map((scope) => {
      const who =
        audience.find(([sign]) => scope.includes(sign))?.[1] ??
        '会議所キットを使う人全員（1時間ごとの処理を動かしている人は必ず）';
      return `・${scope.replace('https://www.googleapis.com/auth/', '')}：${who}。${reasons.get(scope) ?? ''}`;
    }),
  ];
}
