/** Mistakes in texts: see `check.cases.ts`. */
import type { MistakeCase } from './check.cases.ts';

export const textCases: readonly MistakeCase[] = [
  {
    code: 'template.title-missing',
    name: 'a question without a title',
    items: '- { key: local.q, type: short } # ←',
  },
  {
    code: 'template.title-twice',
    name: 'a title twice',
    items: '- key: local.q\n  type: short\n  title: 事業所名 # ←',
  },
  {
    code: 'template.title-twice',
    name: 'a title twice, once by its label',
    items: '- { key: local.q, type: short, title: FAX番号 }\n- { key: fax, type: short } # ←',
  },
  ...(
    [
      ['title', 'title: ', 201],
      ['help', 'title: q\n  help: ', 1001],
      ['an option', 'title: q\n  options:\n    - code: a\n      label: ', 201],
      [
        'a row',
        'title: q\n  options: [{ code: a, label: a }]\n  grid:\n    rows:\n      - code: a\n        label: ',
        201,
      ],
      [
        'a label of a scale',
        'title: q\n  scale:\n    low: 1\n    high: 5\n    lowLabel: 低\n    highLabel: ',
        101,
      ],
      ['a message', 'title: q\n  validation:\n    rule: email\n    message: ', 201],
      ['an address', 'title: q\n  media:\n    source: https://', 1001],
    ] as const
  ).map(([name, before, length]) => ({
    code: 'template.too-long',
    name: `${name} too long`,
    items: `- key: local.q\n  type: ${typeOf(name)}\n  ${before}${'あ'.repeat(length)} # ←`,
  })),
  { code: 'template.too-long', name: 'an audience too long', top: `audience: ${'あ'.repeat(201)} # ←` },
  {
    code: 'template.too-long',
    name: 'a hint too long',
    top: `fillIns:\n  - key: a\n    label: a\n    type: text\n    hint: ${'あ'.repeat(201)} # ←`,
  },
  {
    code: 'template.too-long',
    name: 'a reason too long',
    top: `retired:\n  - key: capital\n    since: 1.0.0\n    reason: ${'あ'.repeat(201)} # ←`,
  },
  {
    code: 'template.text-empty',
    name: 'a fill-in without a label',
    top: 'fillIns:\n  - key: a\n    label: "" # ←\n    type: text',
  },
];

function typeOf(name: string): string {
  const types: Readonly<Record<string, string>> = {
    'an option': 'choice',
    'a row': 'grid',
    'a label of a scale': 'scale',
    'an address': 'video',
  };
  return types[name] ?? 'short';
}
