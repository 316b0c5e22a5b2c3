/** Views of the page 規程を調べる. */
import { refusalOf } from '../../apps-script/jobs/access/check.ts';
import { openBook } from '../../apps-script/jobs/book/book.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { rulesStock, standingRules } from '../../apps-script/jobs/rules/look.ts';
import { docUrl, folderUrl, type RuleFiles } from '../../apps-script/jobs/rules/port.ts';
import type { StoredBundle } from '../../apps-script/jobs/rules/stored.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import { issueViews } from './issues.ts';
import type { RulesBundleView, RulesFilesView, RulesView } from './rules-protocol.ts';

const documentUrl = (id: string): string => (id === '' ? '' : docUrl(id));

function bundleView(bundle: StoredBundle): RulesBundleView {
  const { key, at, sources, pieces, docs, problems, counts, out } = bundle;
  return {
    key,
    at: shownTime(at),
    sources: sources.map(({ title, file, docId, characters }) => ({
      title,
      name: file.replace(/\.md$/, ''),
      url: docUrl(docId),
      characters,
    })),
    pieces: pieces.length,
    outUrl: folderUrl(out),
    indexUrl: documentUrl(docs.index),
    comparisonUrl: documentUrl(docs.comparison),
    syncUrl: documentUrl(docs.sync),
    problems,
    counts,
  };
}

/** A workbook that is not set up has nobody to ask yet; the look-up works all the same. */
function askOf(services: Services): RulesView['ask'] {
  try {
    const { name, phone, email } = openBook(services.workbook).settings().chamber;
    return { chamberName: name, phone, email };
  } catch {
    return { chamberName: '', phone: '', email: '' };
  }
}

export function rulesView(services: Services, files: RuleFiles): RulesView {
  const { place, bundle, isClosed } = standingRules(services, files);
  return {
    folder: place === null ? null : { name: place.folderName, url: folderUrl(place.folder) },
    bundle: bundle === null ? null : bundleView(bundle),
    isClosed,
    mayBuild: refusalOf(services, 'settings') === null,
    ask: askOf(services),
  };
}

export function rulesFilesView(services: Services, files: RuleFiles): RulesFilesView {
  const { manifest, readable, issues } = rulesStock(services, files);
  return {
    readable: readable.map(({ file }) => file),
    isBundle: manifest !== null,
    problems: issueViews(issues).map(({ severity, severityLabel, code, message, remedy }) => ({
      severity,
      severityLabel,
      code,
      message,
      remedy,
    })),
  };
}
