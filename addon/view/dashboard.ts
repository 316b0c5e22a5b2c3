/** The page 調査の結果 for one reader and one selection. What is not among the tables, or not offered, is the whole instead: nothing is guessed. */
import type { Viewer } from '../../apps-script/jobs/dashboard/door.ts';
import type { Edition, ShownRound } from '../../apps-script/jobs/dashboard/edition.ts';
import { writtenWave } from '../../shared/survey/definition/waves.ts';
import { nestingOf } from '../../shared/survey/protect/of-tables.ts';
import type { CountedReport } from '../../shared/survey/report/build.ts';
import { methodNote } from '../../shared/survey/report/method.ts';
import { dimensionLabel, type SurveyReport } from '../../shared/survey/report/model.ts';
import { namedOptions } from '../../shared/survey/report/scope.ts';
import type { QuestionTables } from '../../shared/survey/tabulate/model.ts';
import {
  amountsAt,
  cellAt,
  indexed,
  itemsAt,
  type Place,
  rowOf,
  sharesAt,
  spellsOf,
} from './dashboard-figures.ts';
import {
  type DashboardChoice,
  type DashboardFigures,
  type DashboardPlace,
  type DashboardRound,
  type DashboardRow,
  type DashboardTable,
  type DashboardView,
  type Level,
  levels,
} from './dashboard-protocol.ts';

const nation = '全国';

/** The regions within a region, from the largest. */
const regions = ['block', 'prefecture', 'chamber'] as const;
type Region = (typeof regions)[number];

const hasDimension = ({ definition }: SurveyReport, key: string): boolean =>
  definition.dimensions.some((one) => one.key === key);

/** Names of a region that answers name, with the larger region around each. */
function placesOf({ answers }: CountedReport, level: Region): readonly DashboardPlace[] {
  const labels = answers.dimensions.get(level)?.labels ?? [];
  const outer = regions[regions.indexOf(level) - 1];
  const around = outer === undefined ? undefined : nestingOf(answers.columns, level, outer);
  const outerLabels = outer === undefined ? [] : (answers.dimensions.get(outer)?.labels ?? []);
  return namedOptions(answers, level).map((option) => ({
    name: labels[option] ?? '',
    within: outerLabels[around?.of[option] ?? -1] ?? '',
  }));
}

/** Options of 業種 in the order of the definition. */
const industriesOf = ({ answers }: CountedReport): readonly string[] =>
  answers.dimensions.get('industry')?.isGiven === true
    ? (answers.dimensions.get('industry')?.labels ?? [])
    : [];

/** What is looked at, in words that exist: everything else falls back to the whole. */
function chosen(edition: Edition, asked: DashboardChoice, viewer: Viewer): DashboardChoice {
  const { safe, own, round } = edition;
  const isFirst = asked.roundId === '';
  const wish: Pick<DashboardChoice, 'level' | 'name'> =
    isFirst && own !== null && viewer.kind === 'chamber'
      ? { level: 'chamber', name: own.label }
      : { level: asked.level, name: asked.name };
  const isKnown =
    wish.level !== 'nation' && placesOf(safe, wish.level).some(({ name }) => name === wish.name);
  const place = isKnown ? wish : ({ level: 'nation', name: '' } as const);
  const industries = industriesAt(edition, place.level, place.name);
  const keys = indexed(safe.report).map(({ question }) => question.key);
  return {
    roundId: round.roundId,
    ...place,
    industry: industries.includes(asked.industry) ? asked.industry : '',
    question: keys.includes(asked.question) ? asked.question : (keys[0] ?? ''),
  };
}

/** The reader's own region of a level; the first one where he has none. */
function firstOf({ safe, own }: Edition, level: Region): string {
  if (own !== null && level === 'chamber') return own.label;
  const around = own === null ? undefined : own.counted.answers;
  const [option] = around === undefined ? [] : namedOptions(around, level);
  const label = option === undefined ? undefined : around?.dimensions.get(level)?.labels[option];
  return label ?? placesOf(safe, level)[0]?.name ?? '';
}

const isOwnPlace = ({ own }: Edition, level: Level, name: string): boolean =>
  own !== null && level === 'chamber' && name === own.label;

/** Industries that are offered: of another chamber's businesses, mostly one or two in each, only all together. */
const industriesAt = (edition: Edition, level: Level, name: string): readonly string[] =>
  level === 'chamber' && !isOwnPlace(edition, level, name) ? [] : industriesOf(edition.safe);

/** Where a selection stands: its report and its place there. A chamber's own is the whole of its own answers. */
function standing(
  edition: Edition,
  level: Level,
  name: string,
  industry: string,
): { readonly report: SurveyReport; readonly place: Place } {
  const { safe, own } = edition;
  const isOwn = own !== null && isOwnPlace(edition, level, name);
  const at: Place = [
    ...(level === 'nation' || isOwn ? [] : [[level, name] as const]),
    ...(industry === '' ? [] : [['industry', industry] as const]),
  ];
  return { report: isOwn ? own.counted.report : safe.report, place: at };
}

function rowAt(
  edition: Edition,
  tables: QuestionTables,
  label: string,
  where: readonly [Level, string, string],
): readonly DashboardRow[] {
  const { report, place } = standing(edition, ...where);
  const own = report.tables.find(({ question }) => question.key === tables.question.key);
  const found = own === undefined ? undefined : cellAt(own, place);
  return found === undefined ? [] : [rowOf(report, label, found)];
}

/** The chosen question by industry, and by the regions within the chosen one. */
function tablesOf(edition: Edition, choice: DashboardChoice): readonly DashboardTable[] {
  const { safe } = edition;
  const { report } = safe;
  const tables = indexed(report).find(({ question }) => question.key === choice.question);
  if (tables === undefined) return [];
  const { level, name, industry } = choice;
  const { label } = tables.question;
  const whole = (of: string): readonly DashboardRow[] => rowAt(edition, tables, of, [level, name, industry]);
  const all = rowAt(edition, tables, '全業種', [level, name, '']);
  const industries = industriesAt(edition, level, name).flatMap((one) =>
    rowAt(edition, tables, one, [level, name, one]),
  );
  const inner = regions[level === 'nation' ? 0 : regions.indexOf(level) + 1];
  const places =
    inner === undefined || !hasDimension(report, inner) || (inner === 'chamber' && industry !== '')
      ? []
      : placesOf(safe, inner)
          .filter(({ within }) => level === 'nation' || within === name)
          .flatMap((one) => rowAt(edition, tables, one.name, [inner, one.name, industry]));
  return [
    ...(industries.length === 0
      ? []
      : [{ dimension: '業種', title: `${label}DI（業種別）`, rows: [...all, ...industries] }]),
    ...(places.length === 0 || inner === undefined
      ? []
      : [
          {
            dimension: dimensionLabel(report, inner),
            title: `${label}DI（${dimensionLabel(report, inner)}別）`,
            rows: [...whole(level === 'nation' ? nation : name), ...places],
          },
        ]),
  ];
}

/** The note of the report as heads and texts, without the marks of Markdown. */
function notesOf(report: SurveyReport): readonly (readonly [string, string])[] {
  // Where even the whole is hidden, how many answered would tell how many others did.
  const isHidden = report.tables.some((tables) => cellAt(tables, [])?.cell.hidden !== undefined);
  const left = isHidden ? ['有効回答'] : [];
  return methodNote(report).flatMap((line): (readonly [string, string])[] => {
    const found = /^- \*\*(.+?)\*\*：(.*)$/s.exec(line);
    if (found === null || left.includes(found[1] ?? '')) return [];
    const text = (found[2] ?? '')
      .replace(/\\([\\`*_[\]#|!~])/g, '$1')
      .replace(/&lt;/g, '<')
      .replace(/&amp;/g, '&');
    return [[found[1] ?? '', text]];
  });
}

function figuresOf(edition: Edition, choice: DashboardChoice): DashboardFigures {
  const { safe, round } = edition;
  const { level, name, industry } = choice;
  const { report, place } = standing(edition, level, name, industry);
  const items = itemsAt(report, place);
  const shares = sharesAt(report, place);
  const { definition } = safe.report;
  const isOwn = isOwnPlace(edition, level, name);
  return {
    choice,
    title: definition.title,
    wave: writtenWave(round.wave),
    scope: [level === 'nation' ? nation : name, industry].filter((one) => one !== '').join('　'),
    counted: items[0]?.n ?? shares[0]?.rows[0]?.n ?? '',
    isOwn,
    isInternal: isOwn || (level !== 'nation' && definition.regional === 'internal'),
    spells: spellsOf(report),
    levels: levels
      .filter((one) => one === 'nation' || (hasDimension(safe.report, one) && placesOf(safe, one).length > 0))
      .map((one) => ({ level: one, label: one === 'nation' ? nation : dimensionLabel(safe.report, one) })),
    places: level === 'nation' ? [] : placesOf(safe, level),
    firsts: regions.map((one) => ({ level: one, name: firstOf(edition, one) })),
    industries: industriesAt(edition, level, name),
    questions: indexed(safe.report).map(({ question: { key, label } }) => ({ key, label })),
    items,
    tables: tablesOf(edition, choice),
    shares,
    amounts: amountsAt(report, place),
    notes: notesOf(safe.report),
  };
}

const roundView = ({ roundId, surveyId, definition, wave }: ShownRound): DashboardRound => ({
  roundId,
  surveyId,
  survey: definition.short,
  wave: writtenWave(wave),
});

/** @param edition null where no round is closed yet */
export function dashboardView(
  viewer: Viewer,
  rounds: readonly ShownRound[],
  edition: Edition | null,
  asked: DashboardChoice,
): DashboardView {
  return {
    chamber: viewer.kind === 'chamber' ? viewer.name : '',
    rounds: rounds.map(roundView),
    figures: edition === null ? null : figuresOf(edition, chosen(edition, asked, viewer)),
  };
}
