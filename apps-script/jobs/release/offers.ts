/**
 * A chamber offers the others one of its forms or layouts (便利ツール共有). Nothing goes out that was not shown first: what is sent is what the
 * preview showed, by its hash. What was sent is noted, with the keys that its questions got, so that a later offer of the same form is
 * a new version of the same template.
 */
import * as z from 'zod/mini';
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import { captureWithKeys, notCaptured } from '../../../shared/merge/capture.ts';
import { type OfferKind, offerId, offerLimits, offerMessage } from '../../../shared/release/offer.ts';
import { reachIn, withPlaces } from '../../../shared/release/offer-places.ts';
import { isYamlValue, yamlText } from '../../../shared/template/yaml-text.ts';
import { assets, templateOf } from '../assets.ts';
import { openBook } from '../book/book.ts';
import { isPublished, readForms } from '../book/forms.ts';
import { fromJsonCells, toJsonCells } from '../book/json-cells.ts';
import { layouts } from '../book/profiles.ts';
import { chamberValues } from '../book/settings.ts';
import { workbookTitle } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { isoOf } from '../time.ts';
import { answerOf } from './answer.ts';
import { linkOf } from './link.ts';
import { offersHeaders, offersTable } from './tables.ts';

export interface Sent {
  /** ISO time. */
  readonly at: string;
  readonly id: string;
  readonly title: string;
}

/** Something of the chamber's that can be offered. */
export interface Offerable {
  readonly kind: OfferKind;
  /** Id of the form or of the layout. */
  readonly subject: string;
  readonly title: string;
  /** The last time it was; null for never. */
  readonly sent: Sent | null;
}

const notedSchema = lazy(() =>
  z.object({ at: z.string(), id: z.string(), title: z.string(), keys: z.record(z.string(), z.string()) }),
);
type Noted = z.infer<ReturnType<typeof notedSchema>>;

const noteKey = (kind: OfferKind, subject: string): string => `${kind} ${subject}`;

function notes({ workbook }: Services): ReadonlyMap<string, { readonly at: number; readonly noted: Noted }> {
  if (!workbook.has([offersTable])) return new Map();
  return new Map(
    workbook.read(offersTable).flatMap(({ at, cells }) => {
      const parsed = notedSchema().safeParse(fromJsonCells(offersHeaders, cells));
      return parsed.success ? [[cells.key ?? '', { at, noted: parsed.data }] as const] : [];
    }),
  );
}

/** What this chamber could offer: its forms that are published, and the layouts it has learned. */
export function offerable(services: Services): readonly Offerable[] {
  const noted = notes(services);
  const sentOf = (kind: OfferKind, subject: string): Sent | null => {
    const found = noted.get(noteKey(kind, subject))?.noted;
    return found === undefined ? null : { at: found.at, id: found.id, title: found.title };
  };
  const book = openBook(services.workbook);
  const forms = readForms(services.workbook)
    .filter(isPublished)
    .map(({ formId }): Offerable => {
      const title = services.forms.look(formId)?.title ?? '';
      return { kind: 'template', subject: formId, title, sent: sentOf('template', formId) };
    });
  const own = layouts(book)
    .filter((one) => one.own)
    .map(({ profile: { id, name } }): Offerable => {
      return { kind: 'profile', subject: id, title: name, sent: sentOf('profile', id) };
    });
  return [...forms.filter(({ title }) => title !== ''), ...own];
}

interface Which {
  readonly kind: OfferKind;
  readonly subject: string;
}

export interface OfferPreview extends Which {
  readonly title: string;
  /** The whole of what would be sent, as people read it. */
  readonly text: string;
  /** Ways to reach somebody that stand in it. */
  readonly reach: readonly string[];
  /** Titles of questions that cannot be handed on. */
  readonly left: readonly string[];
  /** Of all this: sending asks for it. */
  readonly hash: string;
}

interface Prepared extends OfferPreview {
  readonly document: unknown;
  readonly keys: ReadonlyMap<string, string>;
}

const refuse = (code: string, params: Readonly<Record<string, string | number>> = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

/** Ids of forms are nobody's business: which one it is is told by a hash of it. */
const subjectOf = ({ kind, subject }: Which): string =>
  kind === 'profile' ? subject : sha256Hex(encodeUtf8(subject)).slice(0, 16);

function documentOf(services: Services, which: Which) {
  const { catalogue } = assets();
  const { kind, subject } = which;
  if (kind === 'profile') {
    const found = layouts(openBook(services.workbook)).find(
      ({ own, profile }) => own && profile.id === subject,
    );
    if (found === undefined) return refuse('profile.unknown', { id: subject });
    const { verified: _ours, note: _hint, ...profile } = found.profile;
    return { title: profile.name, document: { ...profile, verified: false }, keys: new Map(), left: [] };
  }
  const row = readForms(services.workbook).find((one) => one.formId === subject && isPublished(one));
  const copy = row === undefined ? null : services.forms.read(subject);
  if (copy === null) return refuse('form.missing');
  const before = notes(services).get(noteKey(kind, subject))?.noted.keys ?? {};
  const as = {
    id: `shared-${subjectOf(which)}`,
    version: '1.0.0',
    summary: '',
    keys: new Map(Object.entries(before)),
  };
  const { draft, keys } = captureWithKeys(copy, as, catalogue);
  // The shelf that the form's own template stands on: whatever stands under 調査 is not changed while it takes answers.
  const { category } = templateOf(row?.templateId ?? '').template;
  return { title: copy.title, document: { ...draft, category }, keys, left: notCaptured(copy) };
}

function prepare(services: Services, which: Which): Prepared {
  const { chamber } = chamberValues(openBook(services.workbook).settings());
  const { title, document: found, keys, left } = documentOf(services, which);
  const document = withPlaces(found, chamber);
  if (!isYamlValue(document)) throw new Error('an offer that YAML cannot hold');
  const text = yamlText(document);
  const size = JSON.stringify(document).length;
  if (size > offerLimits.document)
    return refuse('offer.too-long', { count: size, most: offerLimits.document });
  const hash = sha256Hex(encodeUtf8(text)).slice(0, 16);
  const { kind, subject } = which;
  return { kind, subject, title, text, reach: reachIn(document), left, hash, document, keys };
}

/** Shows what an offer would hold. Changes nothing. Throws UnusableInput `form.missing`, `profile.unknown`, `offer.too-long`. */
export function previewOffer(services: Services, which: Which): OfferPreview {
  const { document: _all, keys: _kept, ...preview } = prepare(services, which);
  return preview;
}

export interface OfferInput extends Which {
  readonly title: string;
  readonly about: string;
  /** Of the preview that was agreed to. */
  readonly hash: string;
}

/**
 * Sends the offer. The same one again is the same at JCCI. Throws UnusableInput `offer.not-linked`, `offer.title`, `offer.changed` (not what the
 * preview showed; nothing was sent), `offer.not-sent` and those of `previewOffer`.
 */
export function sendOffer(services: Services, { title, about, hash, ...which }: OfferInput): Sent {
  const link = linkOf(services) ?? refuse('offer.not-linked');
  if (title.trim() === '') return refuse('offer.title');
  const { document, keys, hash: now } = prepare(services, which);
  if (now !== hash) return refuse('offer.changed');
  const at = Math.floor(services.clock.now());
  const { name } = chamberValues(openBook(services.workbook).settings()).chamber;
  const offer = {
    schema: 1 as const,
    kind: which.kind,
    chamber: link.chamber,
    name: name.slice(0, offerLimits.name),
    subject: subjectOf(which),
    title: title.trim(),
    about: about.trim(),
    at,
    document: JSON.stringify(document),
  };
  const noted = { at: isoOf(at), id: offerId(offer), title: offer.title, keys: Object.fromEntries(keys) };
  // The keys first: an offer whose keys were forgotten could never be followed by a new version.
  services.withLock(() => {
    const { workbook } = services;
    if (!workbook.has([offersTable])) workbook.prepare(workbookTitle, [offersTable]);
    const key = noteKey(which.kind, which.subject);
    const cells = { key, ...toJsonCells(offersHeaders, noted) };
    const standing = notes(services).get(key);
    if (standing === undefined) workbook.append(offersTable, [cells]);
    else workbook.put(offersTable, new Map([[standing.at, cells]]));
  });
  const { ok, fault } = answerOf(services.releases.post(link.address, offerMessage(offer, link.key)));
  if (!ok) return refuse(fault === 'too-many' ? 'offer.too-many' : 'offer.not-sent', { reason: fault });
  return { at: noted.at, id: noted.id, title: noted.title };
}
