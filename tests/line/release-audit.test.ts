/** JCCI looks at chambers' forms over the Forms API: made by the product, changed by people, read by the real client. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RestServer, startRest } from '../../emulator/rest/index.ts';
import { clients } from '../../scripts/google/clients.ts';
import { copyOfForm } from '../../scripts/google/form-copy.ts';
import { loadCatalogue, loadTemplate, releasedVersions, templateFile } from '../../scripts/library.ts';
import { auditForm, fills, likeliest } from '../../scripts/release/audit.ts';
import type { FormCopy } from '../../shared/form/copy.ts';
import type { Template } from '../../shared/template/template.ts';
import type { Built } from '../support/built.ts';
import { type Chamber, chamberFrom, snapshot } from '../support/chamber.ts';
import { addByHand, chamberWithForm, idOf, onlyForm, release, removeByHand } from '../support/forms.ts';

const AUDITOR = 'kansa@nissho-mihon.example';
const catalogue = loadCatalogue();
const versionsOf = (id: string): readonly Template[] => {
  const current = loadTemplate(id, catalogue);
  const { released } = releasedVersions(templateFile(id), id);
  return [current, ...released.filter(({ version }) => version !== current.version)];
};

let built: Built;
let made: Chamber;
const open: RestServer[] = [];
beforeAll(async () => {
  built = await release();
  made = chamberWithForm(built);
}, 120_000);
afterAll(async () => {
  await Promise.all(open.map((server) => server.close()));
});

/** The chamber's form as JCCI reads it. */
async function read(change: (chamber: Chamber) => void): Promise<FormCopy> {
  const chamber = chamberFrom(built, snapshot(made), made.bookId);
  change(chamber);
  const form = onlyForm(chamber);
  form.editors = [AUDITOR];
  const account = {
    email: AUDITOR,
    refreshToken: 'audit',
    scopes: ['https://www.googleapis.com/auth/forms.body.readonly'],
  };
  const server = await startRest(chamber.workspace, { accounts: [account] });
  open.push(server);
  const google = clients(
    { type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'audit' },
    [],
    server.url,
  );
  const { data } = await google.forms.forms.get({ formId: form.id });
  return copyOfForm(data);
}

describe('audit', () => {
  it('untouched form__no_departure_and_the_newest_version', async () => {
    const versions = versionsOf('membership-application');
    const audit = auditForm(await read(() => undefined), versions, catalogue);
    expect(audit).toMatchObject({
      version: versions[0]?.version,
      found: 1,
      own: [],
      added: 0,
      conflicts: [],
      mandated: [],
    });
  });

  it('renamed, removed, added and a required text changed__are_told_apart', async () => {
    const copy = await read((chamber) => {
      const form = onlyForm(chamber);
      const phone = form.items.find(({ id }) => id === idOf(chamber, 'phone'));
      const pledge = form.items.find(({ id }) => id === idOf(chamber, 'antisocialPledge'));
      if (phone === undefined || pledge === undefined) throw new Error('no such question');
      phone.title = '代表電話';
      pledge.help = '（自所で直した文）';
      removeByHand(chamber, 'fax');
      addByHand(chamber, 'TEXT', '送迎の希望');
    });
    const audit = auditForm(copy, versionsOf('membership-application'), catalogue);
    expect(audit.own.map(({ element, reason }) => `${element} ${reason}`).sort()).toEqual([
      'fax chamber-removed',
      'phone chamber-changed',
    ]);
    expect(audit.added).toBe(1);
    expect(audit.mandated).toHaveLength(1);
  });

  it('a form of which nothing is known__is_taken_for_the_template_that_fits', async () => {
    const ids = ['consultation-booking', 'membership-application', 'register-update', 'seminar-registration'];
    const audit = likeliest(await read(() => undefined), ids.map(versionsOf), catalogue);
    expect(audit?.template).toBe('membership-application');
    const stranger: FormCopy = {
      ...(await read(() => undefined)),
      items: [],
      title: '忘年会の出欠',
    };
    expect(likeliest(stranger, ids.map(versionsOf), catalogue)).toBeNull();
  });

  it('fills__a_text_with_its_places_filled', () => {
    expect(fills('{{chamber.name}}の定款', '見本商工会議所の定款')).toBe(true);
    expect(fills('{{chamber.name}}の定款', '見本商工会議所の規約')).toBe(false);
    expect(fills('a.c', 'abc')).toBe(false);
  });
});
