import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../../csv/testing.ts';
import { checkTemplate } from '../../template/check.ts';
import { testDefinition, testDocument } from '../testing/definitions.ts';
import { checkFrozen, freezeRound, waveHash } from './freeze.ts';
import { prefillOf } from './prefill.ts';
import { questionsOf, topicOf } from './questions.ts';
import { readDefinition } from './read.ts';
import { templateOf } from './to-template.ts';
import { readWave, waveBefore, waveYearBefore, writtenWave } from './waves.ts';

type Draft = Record<string, unknown> & {
  questions: Record<string, unknown>[];
  dimensions: Record<string, unknown>[];
  scales: Record<string, Record<string, unknown>>;
  topics: { waves: string[]; questions: Record<string, unknown>[] }[];
};
const draft = (): Draft => testDocument() as Draft;

/** What is wrong with a document after an edit: code and place. */
function wrong(edit: (document: Draft) => void): readonly string[] {
  const document = draft();
  edit(document);
  return readDefinition(document).issues.map(({ code, params }) => `${code} ${params.path}`);
}

/** An edit of the sound document, and what is then told. */
const mistakes: readonly [string, (document: Draft) => void, string][] = [
  ['unknown property', (d) => Object.assign(d, { color: 'red' }), 'document.unknown-property color'],
  ['no number of answers', (d) => Object.assign(d, { minN: 0 }), 'document.shape minN'],
  ['version that is none', (d) => Object.assign(d, { version: '1' }), 'document.shape version'],
  [
    'unknown type',
    (d) => Object.assign(d.questions[0] ?? {}, { type: 'grid' }),
    'document.shape questions.0.type',
  ],
  [
    'unknown scale',
    (d) => Object.assign(d.questions[0] ?? {}, { scale: 'best' }),
    'survey.scale-unknown questions.0.scale',
  ],
  [
    'options of a number',
    (d) => Object.assign(d.questions[3] ?? {}, { scale: 'better' }),
    'survey.options-needed questions.3',
  ],
  [
    'choice without options',
    (d) => Object.assign(d.questions[2] ?? {}, { options: undefined }),
    'survey.options-needed questions.2',
  ],
  [
    'range upside down',
    (d) => Object.assign(d.questions[4] ?? {}, { range: { low: 5, high: 1 } }),
    'survey.range questions.4.range',
  ],
  [
    'key of a dimension',
    (d) => Object.assign(d.questions[4] ?? {}, { key: 'industry' }),
    'survey.key-twice questions.4.key',
  ],
  [
    'key of a fixed column',
    (d) => Object.assign(d.questions[4] ?? {}, { key: 'timestamp' }),
    'survey.key-twice questions.4.key',
  ],
  [
    'unknown section',
    (d) => Object.assign(d.questions[4] ?? {}, { section: 'nowhere' }),
    'survey.section-unknown questions.4.section',
  ],
  [
    'outlook of another scale',
    (d) => Object.assign(d.questions[1] ?? {}, { outlookOf: 'rate' }),
    'survey.outlook-of questions.1.outlookOf',
  ],
  [
    'index of an amount',
    (d) => Object.assign(d.questions[3] ?? {}, { index: { kind: 'balance', favourable: ['x'] } }),
    'survey.index-type questions.3.index',
  ],
  [
    'index of an option that is none',
    (d) =>
      Object.assign(d.scales.better ?? {}, {
        index: { kind: 'balance', favourable: ['good'], unfavourable: ['worse'] },
      }),
    'survey.index-option questions.0.index',
  ],
  [
    'five answers wanted',
    (d) => Object.assign(d.scales.better ?? {}, { index: { kind: 'watcher' } }),
    'survey.index-options questions.0.index',
  ],
  [
    'index without a direction',
    (d) => Object.assign(d.scales.better ?? {}, { index: { kind: 'balance' } }),
    'survey.index-empty questions.0.index',
  ],
  [
    'two sources of values',
    (d) => Object.assign(d.dimensions[0] ?? {}, { values: 'open' }),
    'survey.dimension-values dimensions.0',
  ],
  [
    'block before its prefecture',
    (d) => d.dimensions.reverse(),
    'survey.dimension-of dimensions.1.groups.of',
  ],
  ['unknown weight', (d) => Object.assign(d, { weights: ['colour'] }), 'survey.key-unknown weights.0'],
  [
    'unknown target',
    (d) => Object.assign(d, { targets: { colour: 3 } }),
    'survey.key-unknown targets.colour',
  ],
  ['two topics of a month', (d) => d.topics[1]?.waves.push('2026-09'), 'survey.topic-twice topics.1.waves'],
  [
    'an alias for two options',
    (d) =>
      Object.assign(d.scales.better ?? {}, {
        options: [
          { code: 'better', label: '好転', aliases: ['良'] },
          { code: 'worse', label: '悪化', aliases: ['良'] },
        ],
      }),
    'survey.option-twice scales.better.options.1',
  ],
];

describe('a definition', () => {
  it('is_read_without_complaint_when_sound', () => {
    expect(readDefinition(draft()).issues).toEqual([]);
  });

  it.each(mistakes)('with %s__is_told_with_its_place', (_name, edit, expected) => {
    expect(wrong(edit)).toContain(expected);
  });

  it('asks_the_topic_of_its_month_and_no_other', () => {
    const definition = testDefinition();
    const keys = (wave: string) => questionsOf(definition, wave).map(({ key }) => key);
    expect(keys('2026-10')).toContain('plant');
    expect(keys('2026-10')).not.toContain('bonus');
    expect(topicOf(definition, '2026-08')).toBeNull();
  });
});

describe('a frozen round', () => {
  const round = freezeRound(testDefinition(), '2026-10', '2026-10-01');

  it('stands_while_its_own_questions_stay', () => {
    expect(checkFrozen(testDefinition(), round)).toEqual([]);
    const other = testDefinition((d) => {
      (d as Draft).topics[0]?.waves.push('2026-12');
    });
    expect(checkFrozen(other, round)).toEqual([]);
  });

  it('tells_of_a_changed_option_a_changed_topic_and_a_changed_threshold', () => {
    const changed = [
      testDefinition((d) => Object.assign((d as Draft).questions[0] ?? {}, { title: '景気' })),
      testDefinition((d) => Object.assign((d as Draft).topics[1]?.questions[0] ?? {}, { title: '設備' })),
      testDefinition((d) => Object.assign(d, { minN: 2 })),
    ];
    for (const definition of changed)
      expect(checkFrozen(definition, round).map(({ code }) => code)).toEqual(['survey.frozen']);
  });

  it('does_not_depend_on_the_order_in_which_a_document_was_written', () => {
    const turned = Object.fromEntries(Object.entries(testDocument()).reverse());
    const { definition } = readDefinition(turned);
    expect(definition).not.toBeNull();
    if (definition !== null) expect(waveHash(definition, '2026-10')).toBe(round.hash);
  });
});

describe('the form of a survey', () => {
  it('is_a_sound_template_with_the_questions_of_the_month', () => {
    const template = templateOf(testDefinition(), '2026-10', testCatalogue);
    expect(checkTemplate(template, testCatalogue)).toEqual([]);
    const keys = template.sections.flatMap(({ items }) => items.map(({ key }) => key));
    expect(keys).toContain('local.plant');
    expect(keys).toContain('local.industry');
    expect(keys).not.toContain('local.bonus');
    // A block follows from the prefecture: nobody is asked for it.
    expect(keys).not.toContain('local.block');
  });

  it('lets_no_more_options_and_no_impossible_number_be_sent', () => {
    const items = templateOf(testDefinition(), '2026-10', testCatalogue).sections.flatMap((one) => one.items);
    const rule = (key: string) => items.find((item) => item.key === key)?.validation;
    expect(rule('local.problems')).toMatchObject({ rule: 'select-at-most', numbers: [2] });
    expect(rule('local.rate')).toMatchObject({ rule: 'number-between', numbers: [-50, 50] });
  });
});

describe('what the ledger fills in', () => {
  const chambers = testDefinition((document) => {
    (document as Draft).questions.push(
      {
        key: 'members',
        label: '会員数',
        title: '会員数',
        section: 'main',
        type: 'number',
        prefill: 'count.members',
      },
      {
        key: 'corporate',
        label: '法人',
        title: '法人',
        section: 'main',
        type: 'number',
        prefill: 'count.corporations',
      },
      {
        key: 'special',
        label: '特定',
        title: '特定',
        section: 'main',
        type: 'number',
        prefill: 'count.specified',
      },
    );
  });
  const business = (
    memberNumber: string,
    applicantType: string,
    operatingStatus: string,
    specified: 'yes' | 'no' | 'unknown' | null,
  ) => ({ values: { memberNumber, applicantType, operatingStatus }, specified });
  const values = (...businesses: readonly ReturnType<typeof business>[]) =>
    prefillOf(chambers, businesses).map(({ value }) => value);

  it('are_members_that_are_in_business_corporations_among_them_and_those_judged', () => {
    const ledger = [
      business('1', 'corporation', 'operating', 'yes'),
      business('2', 'sole-proprietor', '', 'no'),
      business('3', 'corporation', 'closed', 'no'),
      business('', 'corporation', '', 'yes'),
    ];
    expect(values(...ledger)).toEqual(['2', '1', '2']);
  });

  it('stays_blank_where_the_ledger_does_not_say__never_zero', () => {
    expect(values(business('', '', '', 'unknown'))).toEqual(['', '', '']);
  });
});

describe('waves', () => {
  it.each([
    ['monthly', '2026年10月', '2026-10'],
    ['monthly', '２０２６／９', '2026-09'],
    ['monthly', '202610', '2026-10'],
    ['monthly', '2026-13', null],
    ['monthly', '10月', null],
    ['yearly', '2026年度', '2026'],
    ['yearly', '2026-04', '2026'],
    ['once', '2026-06', '2026-06'],
  ] as const)('%s_%s__is_%s', (kind, typed, expected) => {
    expect(readWave(kind, typed)).toBe(expected);
  });

  it('know_the_one_before_and_the_one_a_year_before', () => {
    expect(waveBefore('monthly', '2026-01')).toBe('2025-12');
    expect(waveYearBefore('monthly', '2026-01')).toBe('2025-01');
    expect(waveBefore('yearly', '2026')).toBe('2025');
    expect(waveBefore('once', '2026-06')).toBeNull();
    expect(writtenWave('2026-01')).toBe('2026年1月');
  });
});
