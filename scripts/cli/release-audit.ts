/** `cci release audit`: reads chambers' forms where JCCI may, and reports how far they have gone from JCCI's versions. */
import { formatTable } from '../../shared/table/format.ts';
import { neutralise } from '../../shared/table/neutralise.ts';
import { writeAll } from '../files.ts';
import { copyOfForm } from '../google/form-copy.ts';
import { loadCatalogue, loadTemplate, releasedVersions, templateFile, templateIds } from '../library.ts';
import { type Audit, likeliest } from '../release/audit.ts';
import { inSession, type Session, type SessionArguments } from '../release/session.ts';
import type { ExitCode } from './outcome.ts';

export interface ReleaseAuditArguments extends SessionArguments {
  /** Folder of audit.csv. */
  readonly out?: string;
}

const header = [
  'formId',
  'title',
  'template',
  'version',
  'newest',
  'own',
  'added',
  'waiting',
  'conflicts',
  'mandated',
];

/** Forms that were shared with the account, and no others. */
async function formIds({ google, caller }: Session): Promise<readonly string[]> {
  const ids: string[] = [];
  let pageToken: string | undefined;
  do {
    const { data } = await caller.call('drive', () =>
      google.drive.files.list({
        q: "mimeType = 'application/vnd.google-apps.form' and trashed = false",
        fields: 'nextPageToken,files(id)',
        pageSize: 500,
        supportsAllDrives: true,
        includeItemsFromAllDrives: true,
        ...(pageToken === undefined ? {} : { pageToken }),
      }),
    );
    for (const { id } of data.files ?? []) if (id) ids.push(id);
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return ids;
}

const cells = (formId: string, title: string, audit: Audit | null): readonly string[] => [
  formId,
  title,
  ...(audit === null
    ? ['', '', '', '', '', '', '', '']
    : [
        audit.template,
        audit.version,
        audit.newest,
        String(audit.own.length),
        String(audit.added),
        String(audit.waiting),
        String(audit.conflicts.length),
        audit.mandated.join('、'),
      ]),
];

const lineOf = (title: string, { version, newest, own, added, conflicts, mandated }: Audit): string => {
  const behind = version === newest ? version : `${version}（最新は ${newest}）`;
  const required = mandated.length === 0 ? '' : `　【必須の文が違います】${mandated.join('、')}`;
  return `${title}　${behind}　自所の変更 ${own.length}、追加 ${added}、要判断 ${conflicts.length}${required}`;
};

/** 1: a required text of JCCI's is missing or changed somewhere. Reads only. */
export async function releaseAuditCommand(given: ReleaseAuditArguments): Promise<ExitCode> {
  const catalogue = loadCatalogue();
  const templates = templateIds().map((id) => {
    const current = loadTemplate(id, catalogue);
    const { released } = releasedVersions(templateFile(id), id);
    return [current, ...released.filter(({ version }) => version !== current.version)];
  });
  return await inSession<ExitCode>({ ...given, apply: false }, async (session) => {
    const { say } = session;
    const rows: (readonly string[])[] = [];
    let wrong = 0;
    let unread = 0;
    for (const formId of await formIds(session)) {
      const form = await session.caller
        .call('forms-read', () => session.google.forms.forms.get({ formId }))
        .catch(() => null);
      if (form === null) {
        unread += 1;
        continue;
      }
      const copy = copyOfForm(form.data);
      const audit = likeliest(copy, templates, catalogue);
      rows.push(cells(formId, copy.title, audit));
      if (audit === null) say(`${copy.title}　日商のひな型から作ったものではないようです`);
      else say(lineOf(copy.title, audit));
      if ((audit?.mandated.length ?? 0) > 0) wrong += 1;
    }
    say(
      `フォーム ${rows.length} 件を調べました。必須の文が違うもの ${wrong} 件${unread === 0 ? '' : `、編集者でないため読めないもの ${unread} 件`}。`,
    );
    if (given.out !== undefined) {
      const text = formatTable([header, ...rows.map((row) => row.map((cell) => neutralise(cell)))], {
        newline: 'crlf',
        quoting: 'minimal',
      });
      writeAll(given.out, [{ name: 'audit.csv', bytes: Buffer.from(`\ufeff${text}`, 'utf8') }]);
    }
    return wrong > 0 ? 1 : 0;
  });
}
