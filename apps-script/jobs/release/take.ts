/** A release that is offered: fetched, verified, put in place of the one before; then the forms, as far as the policy lets it. */
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { addonVersion } from '../../../shared/release/addon-version.ts';
import type { Policy } from '../../../shared/release/policy.ts';
import { addonIssue, readRelease } from '../../../shared/release/release.ts';
import type { ReleasePointer } from '../../../shared/release/rings.ts';
import { isAfter } from '../../../shared/template/version.ts';
import { assets } from '../assets.ts';
import { type FormRow, isPublished, readForms } from '../book/forms.ts';
import { formJobs } from '../parts.ts';
import type { Services } from '../port.ts';
import { unreadableFile } from './content.ts';
import { releaseTaken, takeRelease } from './standing.ts';
import { changePull } from './state.ts';
import { hasRelease, keepReleases, notesOf, storeRelease } from './stored.ts';

/** A run makes room for the next after this: an execution has six minutes, and a form may take four of them. */
const longest = 100_000;

const refuse = (code: string, params: Issue['params'] = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

/**
 * Puts the files of a release into the workbook. Throws UnusableInput `release.unreachable`, those of `readRelease`,
 * `release.addon-older`, `release.content`; nothing of it counts then, and what counted before still does.
 */
function fetchRelease(services: Services, pointer: ReleasePointer): void {
  const text = services.releases.read(pointer.address) ?? refuse('release.unreachable');
  const { release, issues } = readRelease(text, pointer);
  if (release === null) throw new UnusableInput(issues);
  const older = addonIssue(release, addonVersion);
  if (older !== null) throw new UnusableInput([older]);
  const name = unreadableFile(release);
  if (name !== null) refuse('release.content', { name });
  services.withLock(() => storeRelease(services.workbook, release));
}

/** Makes a release the one that counts; null: what the program ships. */
export function stand(services: Services, pointer: ReleasePointer | null): void {
  const version = pointer?.version ?? '';
  const before = releaseTaken();
  if (before === version) return;
  if (pointer !== null && !hasRelease(services.workbook, version)) fetchRelease(services, pointer);
  services.withLock(() => {
    changePull(services, { before, notes: [...notesOf(services.workbook, version)] });
    takeRelease(services, version);
    keepReleases(services.workbook, [version, before]);
  });
}

export interface Taken {
  /** Titles are nobody's business but the chamber's: ids of the forms that wait for a person. */
  readonly waiting: readonly string[];
  /** Somebody is just working on a form: it is looked at again with the next run. */
  readonly busy: boolean;
  /** False: the time of this run is over, and there is more to do. */
  readonly finished: boolean;
}

/** Troubles of one form that are the chamber's own, not the release's: it was deleted, or somebody is just editing it. */
const own: ReadonlySet<string> = new Set([
  'form.missing',
  'form.unknown',
  'form.unfinished',
  'update.changed-midway',
]);

/** Of these, what has passed by the next run. */
const hands: ReadonlySet<string> = new Set(['form.unfinished', 'update.changed-midway']);

const isOnly = (error: unknown, codes: ReadonlySet<string>): boolean =>
  error instanceof UnusableInput && error.issues.every(({ code }) => codes.has(code));

/** Nothing newer than what the form has, and nothing under way: known from the list of forms, without another call. */
function isNewest({ templateId, templateVersion, updating }: FormRow): boolean {
  const shipped = assets().templates.get(templateId)?.template.version;
  return updating === '' && shipped !== undefined && !isAfter(shipped, templateVersion);
}

/** Brings every form as far as the policy lets it. Throws what is the release's fault, after all forms were tried. */
export function takeForms(services: Services, policy: Policy, began: number): Taken {
  const waiting: string[] = [];
  const failures: unknown[] = [];
  let busy = false;
  const behind = readForms(services.workbook).filter((row) => isPublished(row) && !isNewest(row));
  for (const { formId } of behind) {
    if (services.clock.now() - began > longest) return { waiting, busy, finished: false };
    try {
      const done = formJobs().applyByItself(services, { formId, policy });
      if (done.waits) waiting.push(formId);
      busy ||= done.busy;
      if (!done.finished) return { waiting, busy, finished: false };
    } catch (error) {
      busy ||= isOnly(error, hands);
      if (!isOnly(error, own)) failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { waiting, busy, finished: true };
}

/**
 * Takes a release back: the forms first, then the files. Nothing of the chamber's own is lost, and no answer. The same call again changes
 * nothing. Throws UnusableInput `release.undo-left` (a later update lies above one of this release).
 */
export function giveBack(
  services: Services,
  { release, back }: { readonly release: ReleasePointer; readonly back: ReleasePointer | null },
  began: number,
): { readonly finished: boolean } {
  const left: string[] = [];
  for (const { formId } of readForms(services.workbook).filter(isPublished)) {
    if (services.clock.now() - began > longest) return { finished: false };
    try {
      const { finished, isLeft } = formJobs().undoRelease(services, { formId, release: release.version });
      if (!finished) return { finished };
      if (isLeft) left.push(formId);
    } catch (error) {
      if (!isOnly(error, own)) throw error;
    }
  }
  if (releaseTaken() === release.version) stand(services, back);
  if (left.length > 0) refuse('release.undo-left', { count: left.length });
  return { finished: true };
}
