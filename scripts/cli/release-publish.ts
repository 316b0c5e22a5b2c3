/** `cci release plan` and `cci release publish`: what would go out, to whom, when; and, with --apply, the beginning of it. */
import { join } from 'node:path';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { addonVersion } from '../../shared/release/addon-version.ts';
import type { Release } from '../../shared/release/release.ts';
import { dayNumber } from '../../shared/text/days.ts';
import { readText, writeAll } from '../files.ts';
import { refuse } from '../google/refuse.ts';
import { libraryFolder } from '../library.ts';
import { differences, releaseTexts, wholeRelease } from '../release/draft.ts';
import { begin, type NewRelease, plannedRelease } from '../release/moves.ts';
import { inSession, type Session, type SessionArguments } from '../release/session.ts';
import type { Published } from '../release/store.ts';
import { differenceLines, lineWords, ringLines } from '../release/words.ts';
import type { ExitCode } from './outcome.ts';
import { templateCheckCommand } from './template.ts';

export interface ReleasePublishArguments extends SessionArguments {
  readonly version: string;
  /** Text file: what is new, a line each. */
  readonly notes: string;
  /** First moment of the first ring: `2026-12-01` or `2026-12-01T09:00`, in Japan; default: now. */
  readonly start?: string;
  readonly leastAddon?: string;
  /** Only of `plan`: where the release file is written for review. */
  readonly out?: string;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function startOf(text: string | undefined, now: number): number {
  if (text === undefined) return now;
  const [, day = '', hour = '00', minute = '00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?$/.exec(text) ?? [];
  const at = Date.parse(`${day}T${hour}:${minute}:00+09:00`);
  if (day === '' || Number.isNaN(at) || Number.isNaN(dayNumber(day)))
    refuse('release.start', { value: text });
  return at;
}

function notesOf(file: string): readonly string[] {
  const notes = readText(file)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (notes.length === 0) refuse('release.notes', { file });
  return notes;
}

/** The release as it would be made now. */
function draftOf(given: ReleasePublishArguments, session: Session, notes: readonly string[]): NewRelease {
  return {
    version: given.version,
    notes,
    leastAddon: given.leastAddon ?? addonVersion,
    texts: releaseTexts(libraryFolder),
    madeAt: session.now,
  };
}

async function lastPublished({ store, office }: Session): Promise<Release | null> {
  const last = office.releases.at(-1);
  return last === undefined ? null : wholeRelease(await store.release(last));
}

/** Plans, and publishes where `--apply` was given. 1: the templates have mistakes, nothing was published. */
export async function releasePublishCommand(given: ReleasePublishArguments): Promise<ExitCode> {
  const notes = notesOf(given.notes);
  if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(given.version)) refuse('release.version', { value: given.version });
  if (templateCheckCommand(undefined) !== 0) {
    say('ひな型に誤りがあるため、配りません。上の行を直してください。');
    return 1;
  }
  return await inSession<ExitCode>(given, async (session, lease) => {
    const { office, config, now, store, operator, say } = session;
    const draft = draftOf(given, session, notes);
    const planned = plannedRelease(office, draft);
    if (planned.known !== null) {
      const standing = wholeRelease(await store.release(planned.known));
      const { added, changed, removed } = differences(draft.texts, standing);
      if (added.length + changed.length + removed.length > 0)
        refuse('release.version-taken', { version: given.version });
      // A run that broke off after its state was written: what was left to do was done as the session began.
      say(`配布 ${given.version} は、もう配り始めています。進み具合は cci release status で見られます。`);
      return 0;
    }
    if (planned.issues.length > 0) throw new UnusableInput(planned.issues);
    const before = await lastPublished(session);
    const release: Published = {
      version: given.version,
      sha256: planned.sha256,
      fileId: '',
      at: now,
      by: operator,
      notes: [...notes],
    };
    const next = begin(office, config, release, startOf(given.start, now), now);
    if (next.issues.length > 0) throw new UnusableInput(next.issues);
    const rollout = next.office.rollout;
    if (rollout === null) throw new UnusableInput([issue('release.office', 'error', '')]);
    say(`配布 ${given.version}（前の配布：${before?.version ?? 'なし'}）`);
    for (const note of notes) say(`　${note}`);
    for (const line of differenceLines(differences(draft.texts, before))) say(line);
    say(`要るアドオンの版　${draft.leastAddon} 以上`);
    say('届ける順');
    for (const line of ringLines(rollout.plan.rings)) say(line);
    if (office.rollout !== null && office.rollout.plan.release.version !== given.version) {
      say(`進行中の配布 ${office.rollout.plan.release.version} は、ここで終わります。`);
    }
    if (given.out !== undefined) {
      const bytes = Buffer.from(planned.text, 'utf8');
      writeAll(given.out, [{ name: `release-${given.version}.json`, bytes }]);
      say(`確かめるための写しを書きました：${join(given.out, `release-${given.version}.json`)}`);
    }
    if (lease === null) {
      say('まだ何も変えていません。配るときは --apply を付けて実行してください。');
      return 0;
    }
    const fileId = await store.putRelease(release, planned.text);
    const releases = next.office.releases.map((one) =>
      one.version === release.version ? { ...release, fileId } : one,
    );
    await store.save({ ...next.office, releases }, lease);
    for (const line of next.lines) say(lineWords(line, rollout.plan.rings, config.list));
    say('配り始めました。進み具合は cci release status で見られます。');
    return 0;
  });
}
