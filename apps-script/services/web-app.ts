/**
 * The web app of the project, deployed at JCCI only (docs/decisions/0016): chambers read the roll-out and releases here and send
 * their status. Anybody may call it, so every page says for itself who may see it. Loaded with its part; what throws becomes a page of
 * the platform, so nothing of the fault leaves here.
 */
import { isOfferMessage } from '../../shared/release/offer.ts';
import { collectOffer } from '../jobs/release/collect-offer.ts';
import { collectMessage, type FleetOffice, fileOf, fleetOffice } from '../jobs/release/collector.ts';
import type { ConsoleDoor } from '../jobs/release/console.ts';
import { pages } from '../jobs/release/pages.ts';
import { clock } from './clock.ts';
import { servicesAt } from './index.ts';

type Output = GoogleAppsScript.Content.TextOutput | GoogleAppsScript.HTML.HtmlOutput;

const json = (text: string): Output =>
  ContentService.createTextOutput(text).setMimeType(ContentService.MimeType.JSON);

const refused = (fault: string): Output => json(JSON.stringify({ ok: false, fault }));

/** JCCI's properties in one call: four single reads took a fifth of the time of a message. */
function officeHere(): FleetOffice | null {
  const all = PropertiesService.getScriptProperties().getProperties();
  return fleetOffice({ get: (key) => all[key] ?? null });
}

/** First value of each query parameter (https://developers.google.com/apps-script/guides/web#request_parameters). */
function parametersOf(event: unknown): Readonly<Record<string, string>> {
  if (typeof event !== 'object' || event === null || !('parameter' in event)) return {};
  const { parameter } = event;
  if (typeof parameter !== 'object' || parameter === null) return {};
  return Object.fromEntries(Object.entries(parameter).map(([name, value]) => [name, String(value)]));
}

function contentsOf(event: unknown): string {
  if (typeof event !== 'object' || event === null || !('postData' in event)) return '';
  const { postData } = event;
  if (typeof postData !== 'object' || postData === null || !('contents' in postData)) return '';
  return String(postData.contents);
}

/** Text of the newest file of this name in JCCI's folder, null for none. */
function fileText({ folder }: FleetOffice, name: string): string | null {
  const files = DriveApp.getFolderById(folder).getFilesByName(name);
  let newest: GoogleAppsScript.Drive.File | null = null;
  while (files.hasNext()) {
    const file = files.next();
    if (newest === null || file.getLastUpdated() > newest.getLastUpdated()) newest = file;
  }
  return newest === null ? null : newest.getBlob().getDataAsString('UTF-8');
}

export function answerGet(event: unknown): Output {
  const asked = parametersOf(event);
  const { page = '', version = '' } = asked;
  const office = officeHere();
  if (office === null) return refused('closed');
  const name = fileOf(page, version);
  if (name !== '') {
    const text = fileText(office, name);
    return text === null ? refused('missing') : json(text);
  }
  const shown = Object.entries(pages).find(([one]) => one === page)?.[1];
  if (shown === undefined) return refused('missing');
  const answer = shown({ asked, office, at: servicesAt, now: clock.now() });
  if (answer === null) return refused('closed');
  return answer.kind === 'json'
    ? json(answer.text)
    : HtmlService.createHtmlOutput(
        answer.html(HtmlService.createTemplateFromFile(answer.file).getRawContent()),
      )
        .setTitle(answer.title)
        .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}

/** What the console may ask of the world. */
export function consoleDoor(): ConsoleDoor {
  const office = officeHere();
  return {
    office,
    at: servicesAt,
    file: (name) => (office === null ? null : fileText(office, name)),
    now: clock.now(),
  };
}

export function answerPost(event: unknown): Output {
  const text = contentsOf(event);
  const collect = isOfferMessage(text) ? collectOffer : collectMessage;
  const reply = collect(servicesAt, officeHere(), text, clock.now());
  return json(JSON.stringify(reply));
}
