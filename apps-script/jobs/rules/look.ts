/** What people see of the bundle: where it is, what it holds, the texts to search. */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { Services } from '../port.ts';
import type { RuleFiles } from './port.ts';
import { type Stock, stockOf } from './stock.ts';
import {
  names,
  type Piece,
  type Place,
  readBundle,
  readPiece,
  readPlace,
  type StoredBundle,
  writePlace,
} from './stored.ts';

export interface Standing {
  /** Null before a folder is chosen. */
  readonly place: Place | null;
  /** Null before the first build; `isClosed` where there is one that this person cannot open. */
  readonly bundle: StoredBundle | null;
  readonly isClosed: boolean;
}

export function standingRules(services: Services, files: RuleFiles): Standing {
  const place = readPlace(services);
  if (place === null || place.bundle === '') return { place, bundle: null, isClosed: false };
  const bundle = readBundle(files.text(place.bundle));
  return { place, bundle, isClosed: bundle === null };
}

/**
 * Texts of one piece of the bundle that the page knows. Throws UnusableInput `rules.no-folder`, `rules.changed`, `rules.closed`.
 */
export function rulesTexts(services: Services, files: RuleFiles, key: string, at: number): Piece['texts'] {
  const refuse = (code: string): never => {
    throw new UnusableInput([issue(code, 'error', '')]);
  };
  const { bundle, isClosed } = standingRules(services, files);
  if (bundle === null) return refuse(isClosed ? 'rules.closed' : 'rules.no-folder');
  const piece = bundle.key === key ? bundle.pieces[at] : undefined;
  if (piece === undefined) return refuse('rules.changed');
  return readPiece(files.text(piece.id))?.texts ?? refuse('rules.closed');
}

/** What a build would read. Throws UnusableInput `rules.…`. */
export function rulesStock(services: Services, files: RuleFiles): Stock {
  const place = readPlace(services);
  if (place === null) throw new UnusableInput([issue('rules.no-folder', 'error', '')]);
  return stockOf(files, place);
}

/** The folder 規程の束 beside the workbook, made where it is missing. */
export function makeRulesFolder(services: Services, files: RuleFiles): void {
  services.withLock(() => {
    const { id, name } = files.folderBeside(services.workbook.id, names.folder);
    choose(services, id, name);
  });
}

/** The folder of an address as the browser shows it. Throws UnusableInput `rules.folder-address`. */
export function chooseRulesFolder(services: Services, files: RuleFiles, address: string): void {
  const id = /(?:\/folders\/|[?&]id=)([\w-]{10,})/.exec(address)?.[1] ?? '';
  const folder = id === '' ? null : files.folder(id);
  if (folder === null)
    throw new UnusableInput([issue('rules.folder-address', 'error', 'address', { value: address })]);
  services.withLock(() => choose(services, folder.id, folder.name));
}

/** Another folder has a bundle of its own; the old one stays where it is. */
function choose(services: Services, folder: string, folderName: string): void {
  const before = readPlace(services);
  const bundle = before?.folder === folder ? before.bundle : '';
  writePlace(services, { version: 1, folder, folderName, bundle });
}
