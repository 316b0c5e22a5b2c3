/**
 * `cci release offers`: what chambers offer the others. Without more a list; with `--offer` all of one, for review; with `--as` and
 * `--apply` it becomes a file of `forms-templates/`, which goes out with the next release. Google is only read.
 */
import { join } from 'node:path';
import { describe } from '../../shared/issue/messages.ts';
import { offerKindLabels } from '../../shared/release/offer.ts';
import { reachIn } from '../../shared/release/offer-places.ts';
import { offerSheetName, readOffers, type StoredOffer } from '../../shared/release/offer-table.ts';
import { isYamlValue, yamlText } from '../../shared/template/yaml-text.ts';
import { writeAll } from '../files.ts';
import { refuse } from '../google/refuse.ts';
import { libraryFolder, loadCatalogue } from '../library.ts';
import { takenOffer } from '../release/offers.ts';
import { inSession, type Session, type SessionArguments } from '../release/session.ts';
import type { ExitCode } from './outcome.ts';

export interface ReleaseOffersArguments extends Omit<SessionArguments, 'apply' | 'operator'> {
  /** Number of one offer. */
  readonly offer?: string;
  /** Name (id) that it gets in the library. */
  readonly as?: string;
  /** Folder of the library. */
  readonly library?: string;
  /** Writes the file. */
  readonly apply?: boolean;
}

async function offersOf({ google, caller, config }: Session): Promise<readonly StoredOffer[]> {
  const { data: book } = await caller.call('sheets-read', () =>
    google.sheets.spreadsheets.get({ spreadsheetId: config.fleet, fields: 'sheets.properties.title' }),
  );
  const isThere = (book.sheets ?? []).some(({ properties }) => properties?.title === offerSheetName);
  if (!isThere) return [];
  const { data } = await caller.call('sheets-read', () =>
    google.sheets.spreadsheets.values.get({
      spreadsheetId: config.fleet,
      range: `'${offerSheetName}'`,
      valueRenderOption: 'UNFORMATTED_VALUE',
    }),
  );
  return readOffers(
    (data.values ?? []).map((row: readonly unknown[]) => row.map((cell) => String(cell ?? ''))),
  );
}

const listLine = ({ id, receivedAt, state, offer }: StoredOffer): string =>
  [id, receivedAt, state, offer.name, offerKindLabels[offer.kind], offer.title].join('　');

function show({ offer, id, receivedAt, state }: StoredOffer, say: (line: string) => void): void {
  const document: unknown = JSON.parse(offer.document);
  say(`番号　${id}　${receivedAt}　${state}`);
  say(`会議所　${offer.name}（${offer.chamber}）`);
  say(`${offerKindLabels[offer.kind]}　${offer.title}`);
  if (offer.about !== '') say(`説明　${offer.about}`);
  const reach = reachIn(document);
  if (reach.length > 0) say(`連絡先が入っています：${reach.join('、')}`);
  say('');
  if (isYamlValue(document)) say(yamlText(document));
}

/** 1: the offer cannot become a file of the library; nothing was written. */
export async function releaseOffersCommand(given: ReleaseOffersArguments): Promise<ExitCode> {
  return await inSession<ExitCode>({ ...given, apply: false }, async (session) => {
    const { say } = session;
    const offers = await offersOf(session);
    if (given.offer === undefined) {
      for (const one of offers) say(listLine(one));
      if (offers.length === 0) say('申し出はありません。');
      return 0;
    }
    const one = offers.find(({ id }) => id === given.offer) ?? refuse('offer.unknown', { name: given.offer });
    show(one, say);
    if (given.as === undefined) return 0;
    if (!/^[a-z][a-z0-9-]{0,60}$/.test(given.as)) refuse('offer.name', { name: given.as });
    const taken = takenOffer(one, given.as, given.library ?? libraryFolder, loadCatalogue());
    for (const found of taken.issues) say(`・${describe(found, (key) => key).message}`);
    if (taken.files.length === 0) {
      say('このままでは載せられません。会議所に直してもらってください。');
      return 1;
    }
    const { folder, files, released = [], version } = taken;
    for (const { name } of files) say(`${join(folder, name)}${version === '' ? '' : `　版 ${version}`}`);
    if (given.apply === true) {
      if (released.length > 0) writeAll(join(folder, 'released'), released);
      writeAll(folder, files);
      say('書きました。中身を確かめて記録（git）に残し、次の cci release publish で配ってください。');
    } else say('書くには --apply を付けてください。');
    return 0;
  });
}
