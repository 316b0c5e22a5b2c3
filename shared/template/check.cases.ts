/**
 * Mistakes in templates: what is put into the small template of `check.test.ts`, and the code that must name it. `# ←` marks
 * the line of the mistake.
 */

export interface MistakeCase {
  readonly code: string;
  readonly name: string;
  /** Items of the first section, behind its one question. */
  readonly items?: string;
  /** Sections behind the first. */
  readonly sections?: string;
  /** Lines of the document beside those of the small template. */
  readonly top?: string;
  /** Lines of `settings` beside those of the small template. */
  readonly settings?: string;
  /** Words that the line for people must hold. */
  readonly says?: string;
}

const keys: readonly MistakeCase[] = [
  {
    code: 'template.key-missing',
    name: 'a question without a key',
    items: '- { type: short, title: 名 } # ←',
  },
  {
    code: 'template.key-missing',
    name: 'a text without a key',
    items: '- { type: description, title: 文 } # ←',
    says: '文・画像・動画に key がありません',
  },
  {
    code: 'template.key-twice',
    name: 'one key twice',
    items: '- key: name # ←\n  type: short\n  title: もう一つ',
  },
  {
    code: 'template.key-unknown',
    name: 'a key misspelt',
    items: '- key: nameKanna # ←\n  type: short\n  title: カナ',
    says: '「nameKana」ではありませんか',
  },
  {
    code: 'template.key-unknown',
    name: 'a key like none',
    items: '- key: zzzzzzzz # ←\n  type: short\n  title: 謎',
    says: '綴りを確かめるか',
  },
  {
    code: 'template.key-reserved',
    name: 'a key that means the form',
    items: '- key: form # ←\n  type: short\n  title: x\n  field: fax',
  },
  {
    code: 'template.key-own',
    name: 'a key of a chamber',
    items: '- key: own.12 # ←\n  type: short\n  title: x',
  },
  {
    code: 'template.key-text',
    name: 'a text with a key of the vocabulary',
    items: '- key: fax # ←\n  type: description\n  title: 文',
  },
  {
    code: 'template.field-type',
    name: 'a text that answers a field',
    items: '- key: local.t\n  type: description\n  title: 文\n  field: fax # ←',
  },
  {
    code: 'template.field-unknown',
    name: 'a field misspelt',
    items:
      '- key: local.staff\n  type: list\n  field: employes # ←\n  options: [{ code: "1", label: 1人 }]\n  title: 人数',
    says: '「employees」ではありませんか',
  },
  {
    code: 'template.field-other',
    name: 'a key of the vocabulary for another field',
    items: '- key: fax\n  type: short\n  field: phone # ←',
  },
  {
    code: 'template.field-twice',
    name: 'two questions for one field',
    items: '- key: local.name-2\n  type: short\n  title: 別の名\n  field: name # ←',
    says: '（もう一つのキー：name）',
  },
  {
    code: 'template.kind-catalogue',
    name: 'a kind that the vocabulary gives',
    items: '- key: fax\n  type: short\n  kind: text # ←',
  },
  {
    code: 'template.kind-type',
    name: 'a key for another kind of question',
    items: '- key: email\n  type: scale # ←\n  scale: { low: 1, high: 5, lowLabel: 低, highLabel: 高 }',
    says: '使える質問の種類：short',
  },
  {
    code: 'template.kind-type',
    name: 'a local kind that its type cannot ask',
    items:
      '- key: local.day\n  type: rating # ←\n  title: 日\n  kind: phone\n  rating: { levels: 5, icon: star }',
  },
];

const closed = `retired:\n  - { key: employees, since: 1.1.0 }`;

const replaced: readonly MistakeCase[] = [
  {
    code: 'template.retired-twice',
    name: 'closed twice',
    top: `${closed}\n  - { key: employees, since: 1.1.0 } # ←`,
  },
  {
    code: 'template.retired-used',
    name: 'a closed key used again',
    items: '- key: employees\n  type: list\n  options: [{ code: "1", label: 1人 }]',
    top: 'retired:\n  - key: employees # ←\n    since: 1.1.0',
  },
  {
    code: 'template.retired-since',
    name: 'closed by no version',
    top: 'retired:\n  - key: capital\n    since: 去年 # ←',
  },
  {
    code: 'template.retired-later',
    name: 'closed later than now',
    top: 'retired:\n  - key: capital\n    since: 9.0.0 # ←',
  },
  {
    code: 'template.replaces-open',
    name: 'in place of a question that is not closed',
    items:
      '- key: local.name-2\n  type: list\n  title: x\n  options: [{ code: a, label: a }]\n  replaces:\n    key: name # ←\n    merge: new-else-old',
  },
  {
    code: 'template.replaces-open',
    name: 'in place of one misspelt',
    items:
      '- key: local.staff\n  type: list\n  field: employees\n  title: x\n  options: [{ code: "1", label: 1人 }]\n  replaces:\n    key: employes # ←\n    merge: new-else-old',
    top: closed,
    says: '「employees」ではありませんか',
  },
  {
    code: 'template.replaces-field',
    name: 'in place of a closed one, without its field',
    items:
      '- key: local.staff\n  type: list\n  title: x\n  options: [{ code: "1", label: 1人 }]\n  replaces:\n    key: employees # ←\n    merge: new-else-old',
    top: closed,
    says: 'field に「employees」',
  },
  {
    code: 'template.replaces-missing',
    name: 'one field asked anew without a rule',
    items:
      '- key: local.staff # ←\n  type: list\n  field: employees\n  title: x\n  options: [{ code: "1", label: 1人 }]',
    top: closed,
    says: 'new-else-old',
  },
  {
    code: 'template.replaces-twice',
    name: 'two in place of one',
    items: [1, 2]
      .map(
        (n) =>
          `- key: local.${n === 1 ? 'a' : 'b'}\n  type: short\n  title: 題${n}\n  replaces:\n    key: local.old${n === 2 ? ' # ←' : ''}\n    merge: new-only`,
      )
      .join('\n'),
    top: 'retired:\n  - { key: local.old, since: 1.1.0 }',
  },
];

const pages: readonly MistakeCase[] = [
  {
    code: 'template.section-twice',
    name: 'a section twice',
    sections: '- key: first # ←\n  title: 二\n  items: []',
  },
  {
    code: 'template.section-reserved',
    name: 'a section named submit',
    sections: '- key: submit # ←\n  title: 二\n  items: []',
  },
  {
    code: 'template.goto-unknown',
    name: 'a next page misspelt',
    sections: '- key: second\n  title: 二\n  next: frist # ←\n  items: []',
    says: '「first」ではありませんか',
  },
  {
    code: 'template.goto-unknown',
    name: 'a branch to nowhere',
    items:
      '- key: local.q\n  type: choice\n  title: q\n  options:\n    - code: a\n      label: a\n      goTo: どこか # ←',
  },
  {
    code: 'template.goto-type',
    name: 'a branch of checkboxes',
    items:
      '- key: local.q # ←\n  type: checkbox\n  title: q\n  options: [{ code: a, label: a, goTo: submit }]',
  },
  {
    code: 'template.goto-mixed',
    name: 'a branch at some options only',
    items:
      '- key: local.q\n  type: list\n  title: q\n  options:\n    - { code: a, label: a, goTo: submit } # ←\n    - { code: b, label: b }',
  },
  {
    code: 'template.unreachable',
    name: 'a page behind one that always submits',
    items:
      '- { key: local.q, type: choice, title: q, required: true, options: [{ code: a, label: a, goTo: submit }] }',
    sections: '- key: second # ←\n  title: 二\n  items: []',
  },
  {
    code: 'template.endless',
    name: 'pages that lead in a circle',
    sections:
      '- key: second # ←\n  title: 二\n  next: third\n  items: []\n- key: third\n  title: 三\n  next: second\n  items: []',
  },
];

const owned: readonly MistakeCase[] = [
  {
    code: 'template.ownership-property',
    name: 'of the form',
    top: 'ownership:\n  titel: own # ←',
    says: '「title」ではありませんか',
  },
  {
    code: 'template.ownership-property',
    name: 'of a section',
    sections: '- key: second\n  title: 二\n  items: []\n  ownership:\n    required: own # ←',
  },
  {
    code: 'template.ownership-property',
    name: 'options of a line',
    items: '- key: local.q\n  type: short\n  title: q\n  ownership:\n    options: own # ←',
  },
  {
    code: 'template.ownership-presence',
    name: 'a must of what may go',
    items:
      '- key: local.q\n  type: short\n  title: q\n  ownership:\n    presence: own\n    help: mandated # ←',
  },
  {
    code: 'template.ownership-presence',
    name: 'a must option of what may go',
    items:
      '- key: local.q\n  type: list\n  title: q\n  ownership: own\n  options:\n    - code: a\n      label: a\n      ownership: mandated # ←',
  },
];

const fillIns: readonly MistakeCase[] = [
  {
    code: 'template.fill-in-twice',
    name: 'a key twice',
    top: 'fillIns:\n  - { key: a, label: 一, type: text }\n  - key: a # ←\n    label: 二\n    type: text',
  },
  {
    code: 'template.fill-in-twice',
    name: 'a label twice',
    top: 'fillIns:\n  - { key: a, label: 一, type: text }\n  - key: b\n    label: 一 # ←\n    type: text',
  },
  {
    code: 'template.fill-in-unused',
    name: 'one for nothing',
    top: 'fillIns:\n  - { key: a, label: 一, type: text } # ←',
  },
  {
    code: 'template.fill-in-initial',
    name: 'a day that there is not',
    top: 'fillIns:\n  - key: a\n    label: 一\n    type: date\n    initial: 2026-02-30 # ←',
  },
  {
    code: 'template.fill-in-initial',
    name: 'a place in a first value',
    top: 'fillIns:\n  - key: a\n    label: 一\n    type: text\n    initial: "{{chamber.name}}" # ←',
  },
  { code: 'template.closes-on', name: 'a day in words', settings: 'closesOn: 月末 # ←' },
  {
    code: 'template.closes-on',
    name: 'a place of a text',
    settings: 'closesOn: "{{form.a}}" # ←',
    top: 'fillIns: [{ key: a, label: 一, type: text }]',
  },
  {
    code: 'template.place',
    name: 'a place misspelt',
    items: '- key: local.q\n  type: short\n  title: "{{chamber.nam}}" # ←',
    says: '「chamber.name」ではありませんか',
  },
  {
    code: 'template.place',
    name: 'a fill-in that is not declared',
    items: '- key: local.q\n  type: image\n  media:\n    source: "{{form.map}}" # ←',
  },
  { code: 'template.place', name: 'a place in the gallery', top: 'audience: "{{chamber.name}}の会員" # ←' },
];

const rest: readonly MistakeCase[] = [
  {
    code: 'template.record-key',
    name: 'a must of nothing',
    top: 'record:\n  required:\n    - nmae # ←\n  requiredAny: []',
    says: '「name」ではありませんか',
  },
  {
    code: 'template.record-key',
    name: 'one of what is not asked',
    top: 'record:\n  required: []\n  requiredAny:\n    - - name\n      - capital # ←',
  },
  {
    code: 'template.record-empty',
    name: 'one of none',
    top: 'record:\n  required: []\n  requiredAny:\n    - [] # ←',
  },
  { code: 'template.mail-name', name: 'a mail outside', top: 'mails:\n  receipt: ../a.txt # ←' },
  {
    code: 'document.unknown-property',
    name: 'a property nobody knows',
    items: '- key: local.q\n  type: short\n  title: q\n  hlep: x # ←',
  },
  {
    code: 'document.shape',
    name: 'a type nobody knows',
    items: '- key: local.q\n  type: file # ←\n  title: q',
  },
];

const seats =
  'fillIns: [{ key: seats, label: 席, type: number }]\nmails: { waiting: mail/waiting.txt, promoted: mail/promoted.txt }';
const limit = `${seats}\nflow: answers\ncapacity:`;

const capacity: readonly MistakeCase[] = [
  {
    code: 'template.capacity-flow',
    name: 'of applications',
    top: `${seats}\ncapacity:\n  limit: form.seats # ←`,
  },
  {
    code: 'template.capacity-mail',
    name: 'of whom nobody hears',
    top: 'fillIns: [{ key: seats, label: 席, type: number }]\nflow: answers\ncapacity:\n  limit: form.seats # ←',
    says: '（waiting、promoted）',
  },
  { code: 'template.capacity-limit', name: 'of nothing', top: `${limit}\n  limit: form.seat # ←` },
  {
    code: 'template.capacity-key',
    name: 'counted by nothing',
    top: `${limit}\n  limit: form.seats\n  count:\n    - nmae # ←`,
    says: '「name」ではありませんか',
  },
  {
    code: 'template.capacity-count',
    name: 'counted by a name',
    top: `${limit}\n  limit: form.seats\n  count:\n    - name # ←`,
  },
  {
    code: 'template.capacity-per',
    name: 'for each name',
    top: `${limit}\n  limit: form.seats\n  per: name # ←`,
  },
];

export const mistakeCases: readonly MistakeCase[] = [
  ...keys,
  ...replaced,
  ...pages,
  ...owned,
  ...fillIns,
  ...capacity,
  ...rest,
];
