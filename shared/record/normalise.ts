/** Makes values of the ledger canonical by the field catalogue alone: what a core system holds answers no form. */
import type { Catalogue } from '../fields/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import type { Settings } from '../settings/settings.ts';
import type { Template } from '../template/template.ts';
import { createChecker } from './check.ts';
import type { NormalisationChange } from './record.ts';

export interface Normalised {
  /** Canonical texts by field key (see `Kind`); blank ones are absent, unreadable ones stay as they are in the file. */
  readonly values: Readonly<Record<string, string>>;
  /** Keys whose text could not be read: nothing may be concluded from them. */
  readonly unread: ReadonlySet<string>;
  readonly changes: readonly NormalisationChange[];
  /** Issues of the kinds and between fields; nothing is required of a ledger. */
  readonly issues: readonly Issue[];
}

export interface NormaliserOptions {
  readonly catalogue: Catalogue;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  readonly settings: Pick<Settings, 'divisions' | 'districts'>;
}

/** A template that asks nothing: every key then has the kind and the options of the catalogue. */
const asksNothing: Template = {
  schema: 2,
  id: 'ledger',
  version: '1.0.0',
  title: '',
  summary: '',
  description: '',
  flow: 'application',
  settings: {
    collectEmail: false,
    progressBar: false,
    limitOneResponse: false,
    allowEdit: false,
    shuffleQuestions: false,
    confirmation: '',
    closedMessage: '',
    closesOn: '',
  },
  audience: '',
  category: 'membership',
  ownership: {},
  fillIns: [],
  retired: [],
  sections: [],
  record: { required: [], requiredAny: [] },
  mails: {},
};

const allRead: ReadonlySet<string> = new Set();

/** Makes the normaliser of one ledger. The returned function is pure and takes the text of one business by key. */
export function createNormaliser({
  catalogue,
  today,
  settings,
}: NormaliserOptions): (typed: Readonly<Record<string, string>>) => Normalised {
  const check = createChecker({ template: asksNothing, catalogue, today, chamber: settings });
  return (typed) => {
    const { values, changes, issues } = check({ responseId: '', submittedAt: '', source: 'file', typed });
    const wrong = issues.filter((i) => i.severity === 'error');
    const unread = wrong.length === 0 ? allRead : new Set(wrong.map((i) => i.key));
    return { values, unread, changes, issues };
  };
}
