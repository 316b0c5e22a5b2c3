/**
 * 便利ツール共有 from end to end: a chamber offers its own form, JCCI reviews it and puts it into the library, another chamber makes a form
 * of it and changes it, and a later offer reaches that form by the same three-way path as JCCI's own templates.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../addon/view/protocol.ts';
import { createRuntime } from '../../emulator/index.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import { writeAll } from '../../scripts/files.ts';
import { libraryFolder, loadCatalogue } from '../../scripts/library.ts';
import { releaseTexts } from '../../scripts/release/draft.ts';
import { takenOffer } from '../../scripts/release/offers.ts';
import { linkCode } from '../../shared/release/link.ts';
import { offerSheetName, readOffers, type StoredOffer } from '../../shared/release/offer-table.ts';
import { packRelease } from '../../shared/release/release.ts';
import { type Built, buildProduct } from '../support/built.ts';
import {
  ask,
  type Chamber,
  chamberOn,
  newChamber,
  records,
  run,
  setupInput,
  sheetRows,
} from '../support/chamber.ts';
import { addByHand, formRow, job, onlyForm, titles, tried } from '../support/forms.ts';
import {
  address,
  code,
  connected,
  goodHour,
  Jcci,
  jcciUser,
  master,
  type Office,
  openOffice,
  visit,
} from '../support/release.ts';

let built: Built;
let library: string;
beforeAll(async () => {
  built = await buildProduct();
  library = mkdtempSync(join(tmpdir(), 'cci-library-'));
  cpSync(libraryFolder, library, { recursive: true });
}, 240_000);
afterAll(() => rmSync(library, { recursive: true }));

const template = 'consultation-booking';
/** Of so many calls one is died at; all under `npm run test:long`. */
const step = process.env.CCI_LONG === '1' ? 1 : 6;
const own = 'kaigi-soudan';

interface Offering {
  readonly chamber: Chamber;
  readonly office: Office;
}

/** JCCI's own copy of the program under its address in the chamber's workspace. */
function served(chamber: Chamber, standing?: Office): Office {
  const { workspace } = chamber;
  const office: Office =
    standing === undefined
      ? openOffice(built, {}, workspace)
      : { ...standing, workspace, runtime: createRuntime(workspace, { ...built.bundle, owner: jcciUser }) };
  if (standing !== undefined) office.runtime.deployWebApp('jcci');
  chamber.workspace.web.set(address, (request) => ({
    status: 200,
    contentType: 'application/json',
    body: visit(office, request).body,
    ms: 300,
  }));
  return office;
}

/** A chamber whose messages go to JCCI's own copy of the program. */
function offering(): Offering {
  const chamber = connected(built, new Jcci(), template);
  return { chamber, office: served(chamber) };
}

/** Keys that the chamber remembers of what it has offered. */
const keysOf = ({ chamber }: Offering): readonly unknown[] =>
  records(chamber, '_offers').map(({ key, データ1 = '|null' }) => [key, JSON.parse(データ1.slice(1)).keys]);

function offersAt({ chamber, office }: Offering): readonly StoredOffer[] {
  const rows = sheetRows({ ...chamber, bookId: office.bookId }, offerSheetName);
  return readOffers(rows ?? []);
}

function preview({ chamber }: Offering) {
  const [line] = ask(chamber, 'offers', {}).lines;
  if (line === undefined) throw new Error('nothing to offer');
  return ask(chamber, 'previewOffer', { kind: line.kind, subject: line.subject });
}

function offer(world: Offering, title = '専門相談の申込'): void {
  const { kind, subject, hash } = preview(world);
  ask(world.chamber, 'sendOffer', { kind, subject, hash, title, about: '専門家の相談を受け付けます。' });
}

/** Puts the newest offer into the library, as the command does. */
function take(world: Offering, name = own) {
  const newest = offersAt(world).at(-1);
  if (newest === undefined) throw new Error('no offer');
  const taken = takenOffer(newest, name, library, loadCatalogue());
  if (taken.released !== undefined && taken.released.length > 0)
    writeAll(join(taken.folder, 'released'), taken.released);
  if (taken.files.length > 0) writeAll(taken.folder, taken.files);
  return taken;
}

interface Receiving {
  readonly jcci: Jcci;
  readonly other: Chamber;
}

/** Another chamber, set up and connected, that has no form yet. */
function receiving(): Receiving {
  const jcci = new Jcci();
  const other = newChamber(built);
  ask(other, 'setup', setupInput);
  ask(other, 'connectRelease', { code: linkCode(master, code, address) });
  jcci.serve(other);
  return { jcci, other };
}

function titled(form: FormState, title: string): FormState['items'][number] {
  const found = form.items.find((item) => item.title === title);
  if (found === undefined) throw new Error(`no item ${title}`);
  return found;
}

/** Titles of two plain questions. */
const questionTitles = (form: FormState): readonly string[] =>
  form.items
    .filter(({ type }) => type === 'TEXT' || type === 'PARAGRAPH_TEXT')
    .map(({ title }) => title)
    .filter((title) => title !== '相談したい専門家');

/** Code of the issue that sending ends in. */
function fault(chamber: Chamber, { kind, subject, title, about, hash }: Input<'sendOffer'>): string {
  const reply = tried(chamber, 'sendOffer', { kind, subject, title, about, hash });
  return reply.ok ? '' : (reply.issues[0]?.code ?? '');
}

const release = (version: string): string =>
  packRelease({
    version,
    madeAt: Date.UTC(2026, 10, 24),
    notes: ['会議所が提供したひな形を加えました。'],
    leastAddon: '0.1.0',
    texts: releaseTexts(library),
  });

describe('a chamber offers its own form', () => {
  it('is_reviewed__listed_with_its_source__and_followed_by_later_versions', () => {
    const world = offering();
    const { chamber } = world;
    const form = onlyForm(chamber);
    form.description += '\n担当 soudan@mihon-cci.example';
    addByHand(chamber, 'TEXT', '希望する専門家');
    const shown = preview(world);
    const { chamber: name } = ask(chamber, 'offers', {});
    expect(shown.text).toContain('希望する専門家');
    expect(shown.text).toContain('{{chamber.name}}');
    expect(shown.text).not.toContain(name);
    expect(shown.reach).toContain('soudan@mihon-cci.example');
    offer(world);
    offer(world);
    expect(offersAt(world)).toHaveLength(1);
    expect(offersAt(world)[0]).toMatchObject({ state: '未確認', offer: { name, title: '専門相談の申込' } });
    expect(ask(chamber, 'offers', {}).lines[0]?.sentId).toBe(offersAt(world)[0]?.id);

    const first = take(world);
    expect(first.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(first.version).toBe('1.0.0');

    const { jcci, other } = receiving();
    jcci.publish(release('1.1.0'), other.workspace.now());
    goodHour(other);
    const cards = ask(other, 'gallery', {}).shelves.flatMap(({ templates }) => templates);
    expect(cards.find(({ id }) => id === own)).toMatchObject({
      title: '専門相談の申込',
      source: `${name} 提供（2026-11-24）`,
    });
    job(other, 'createForm', { templateId: own });
    const copy = onlyForm(other);
    expect(titles(other)).toContain('希望する専門家');
    expect(copy.description).toContain('soudan@mihon-cci.example');

    // Each side goes on: the other chamber renames a question, the offering one renames, adds and drops.
    const wish = copy.items.find(({ title }) => title === '希望する専門家');
    if (wish === undefined) throw new Error('the question is not there');
    wish.title = '相談したい専門家';
    const [kept = '', dropped = ''] = questionTitles(copy);
    titled(form, kept).title = `${kept}（任意）`;
    form.items = form.items.filter(({ title }) => title !== dropped);
    addByHand(chamber, 'TEXT', '相談の希望日');
    offer(world);
    expect(offersAt(world)).toHaveLength(2);
    const second = take(world);
    expect(second.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(second).toMatchObject({ version: '1.1.0', released: [{ name: '1.0.0.yaml' }] });

    jcci.publish(release('1.2.0'), other.workspace.now(), release('1.1.0'));
    ask(other, 'saveRelease', { policy: 'all', deferUntil: '' });
    goodHour(other);
    const now = titles(other);
    expect(now).toEqual(expect.arrayContaining(['相談したい専門家', `${kept}（任意）`, '相談の希望日']));
    // What the offering chamber dropped is closed, not deleted: its column stays.
    expect(now).toContain(dropped);
    expect(formRow(other)).toMatchObject({ templateId: own, templateVersion: '1.1.0' });
  });

  it('name_of_another_template__or_of_another_chamber__is_refused', () => {
    const world = offering();
    offer(world);
    const codes = (name: string): readonly string[] => take(world, name).issues.map(({ code }) => code);
    expect(codes('membership-application')).toEqual(['offer.name-taken']);
    expect(take(world, 'second-name').version).toBe('1.0.0');
    const [one] = offersAt(world);
    if (one === undefined) throw new Error('no offer');
    const foreign = { ...one, offer: { ...one.offer, chamber: '27-001' } };
    expect(takenOffer(foreign, 'second-name', library, loadCatalogue()).issues[0]?.code).toBe(
      'offer.name-taken',
    );
  });

  it('changed_since_it_was_shown__not_connected__or_nobody_there__nothing_is_sent', () => {
    const world = offering();
    const { chamber } = world;
    const { kind, subject, hash } = preview(world);
    const input = { kind, subject, hash, title: '相談', about: '' };
    addByHand(chamber, 'TEXT', '後から加えた設問');
    expect(fault(chamber, input)).toBe('offer.changed');
    const fresh = { ...input, hash: preview(world).hash };
    expect(fault(chamber, { ...fresh, title: ' ' })).toBe('offer.title');
    chamber.workspace.web.set(address, () => ({ status: 503, contentType: 'text/html', body: '', ms: 300 }));
    expect(fault(chamber, fresh)).toBe('offer.not-sent');
    ask(chamber, 'connectRelease', { code: '' });
    expect(fault(chamber, fresh)).toBe('offer.not-linked');
    expect(offersAt(world)).toHaveLength(0);
  });

  it('twenty_wait__no_more_are_taken__until_somebody_has_looked', () => {
    const world = offering();
    for (let at = 0; at < 20; at++) offer(world, `相談の申込 その${at}`);
    expect(fault(world.chamber, { ...preview(world), title: 'もう一つ', about: '' })).toBe('offer.too-many');
    expect(offersAt(world)).toHaveLength(20);
  });

  it('killed_at_every_call__and_sent_again__is_one_offer_with_the_same_keys', () => {
    const world = offering();
    const { kind, subject, hash } = preview(world);
    const input = { kind, subject, hash, title: '相談の申込', about: '' };
    const start = structuredClone(world.chamber.workspace.state);
    const at = (state: typeof start): Offering => {
      const chamber = chamberOn(built, structuredClone(state), world.chamber.bookId);
      return { chamber, office: served(chamber, world.office) };
    };
    const undisturbed = at(start);
    const { calls } = run(undisturbed.chamber, 'rpc', ['sendOffer', input]);
    const wanted = [offersAt(undisturbed).map(({ id }) => id), keysOf(undisturbed)];
    expect(calls.total).toBeGreaterThan(20);
    for (let call = 1; call <= calls.total; call += step) {
      const dying = at(start);
      run(dying.chamber, 'rpc', ['sendOffer', input], { failAtCall: call });
      ask(dying.chamber, 'sendOffer', input);
      expect([offersAt(dying).map(({ id }) => id), keysOf(dying)], `killed at call ${call}`).toEqual(wanted);
    }
  }, 120_000);
});
