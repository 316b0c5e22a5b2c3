/** A small template with every kind of item, and releases of it that change something of every kind. */
import type { TemplateDraft } from './forms.ts';

const options = (...labels: readonly string[]) =>
  labels.map((label, index) => ({ code: `c${index + 1}`, label }));

export const sampleId = 'sample-survey';

const base: TemplateDraft = {
  schema: 2,
  id: sampleId,
  version: '1.0.0',
  title: '{{form.name}}のお申込み',
  summary: '見本の申込みです。',
  category: 'event',
  description: '{{chamber.name}}の見本です。',
  flow: 'answers',
  settings: {
    collectEmail: false,
    progressBar: false,
    limitOneResponse: false,
    allowEdit: false,
    confirmation: '受け付けました。',
    closedMessage: '受付を終わりました。',
    closesOn: '{{form.closesOn}}',
  },
  fillIns: [
    { key: 'name', label: '催しの名前', type: 'text', required: true, initial: '見本セミナー' },
    { key: 'closesOn', label: '締切の日', type: 'date' },
  ],
  sections: [
    {
      key: 'person',
      title: '申し込む方',
      help: 'はじめにうかがいます。',
      items: [
        { key: 'local.who', type: 'short', title: 'お名前', required: true },
        {
          key: 'local.mail',
          type: 'short',
          title: 'メールアドレス',
          validation: { rule: 'email', message: 'メールアドレスを入力してください。' },
        },
        {
          key: 'local.way',
          type: 'choice',
          title: '参加の方法',
          required: true,
          options: [
            { code: 'room', label: '会場', goTo: 'room' },
            { code: 'web', label: 'オンライン', goTo: 'last' },
          ],
        },
      ],
    },
    {
      key: 'room',
      title: '会場で参加する方',
      items: [
        { key: 'local.seat', type: 'list', title: '座席', options: options('前', '中', '後ろ') },
        {
          key: 'local.lunch',
          type: 'checkbox',
          title: '昼食',
          other: true,
          options: options('弁当', '茶菓'),
        },
        { type: 'description', title: '会場の案内', help: '会館の2階です。' },
      ],
    },
    {
      key: 'last',
      title: '最後に',
      items: [
        {
          key: 'local.level',
          type: 'scale',
          title: '関心',
          scale: { low: 1, high: 5, lowLabel: '低い', highLabel: '高い' },
        },
        { key: 'local.stars', type: 'rating', title: '前回の評価', rating: { levels: 5, icon: 'star' } },
        {
          key: 'local.times',
          type: 'grid',
          title: '都合のよい時間',
          grid: {
            rows: [
              { code: 'mon', label: '月曜' },
              { code: 'tue', label: '火曜' },
            ],
            onePerColumn: false,
          },
          options: options('午前', '午後'),
        },
        { key: 'local.born', type: 'date', title: '創立の日', date: { year: true } },
        { key: 'local.start', type: 'time', title: '来られる時刻' },
        { key: 'local.memo', type: 'paragraph', title: 'ご質問' },
      ],
    },
  ],
  record: { required: [], requiredAny: [] },
  mails: {},
};

function copy(): TemplateDraft {
  return JSON.parse(JSON.stringify(base)) as TemplateDraft;
}

export const sample = (edit: (template: TemplateDraft) => void = () => undefined): TemplateDraft => {
  const made = copy();
  edit(made);
  return made;
};

/** A release that does everything an update can do. */
export const sampleNext = (): TemplateDraft =>
  sample((template) => {
    template.version = '1.1.0';
    template.description = '{{chamber.name}}の見本です。改めました。';
    template.settings.progressBar = true;
    template.settings.confirmation = '受け付けました。控えを保存してください。';
    const [person, room, last] = template.sections;
    if (person === undefined || room === undefined || last === undefined) throw new Error('three pages');
    person.help = 'はじめにうかがいます。2分で終わります。';
    const [who, mail, way] = person.items;
    if (who === undefined || mail === undefined || way === undefined) throw new Error('three items');
    who.title = 'お名前（漢字）';
    mail.validation = { rule: 'contains', pattern: '@', message: '@ を含めてください。' };
    mail.required = true;
    way.options = [
      { code: 'room', label: '会場', goTo: 'room' },
      { code: 'web', label: 'オンライン', goTo: 'online' },
      { code: 'later', label: '録画', goTo: 'submit' },
    ];
    // The seat is asked no more; the text about the room goes; lunch comes first.
    room.items = [
      { ...room.items[1], type: 'checkbox', title: '昼食', options: options('弁当', '茶菓', '不要') },
      { key: 'local.allergy', type: 'paragraph', title: '食べられないもの', help: '昼食を頼む方へ' },
    ];
    room.next = 'last';
    template.retired = [{ key: 'local.seat', since: '1.1.0' }];
    const [level, stars, times, born, start, memo] = last.items;
    if (level === undefined || stars === undefined || times === undefined) throw new Error('items');
    if (born === undefined || start === undefined || memo === undefined) throw new Error('items');
    level.scale = { low: 0, high: 10, lowLabel: '低い', highLabel: '高い' };
    stars.rating = { levels: 7, icon: 'heart' };
    times.grid = {
      rows: [
        { code: 'mon', label: '月曜' },
        { code: 'tue', label: '火曜' },
        { code: 'wed', label: '水曜' },
      ],
      onePerColumn: true,
    };
    times.options = options('午前', '午後', '夜');
    born.date = { year: false };
    last.items = [memo, level, stars, times, born, start];
    template.sections = [
      person,
      room,
      {
        key: 'online',
        title: 'オンラインの方',
        next: 'last',
        items: [
          { key: 'local.device', type: 'choice', title: '使う機器', options: options('パソコン', '電話') },
        ],
      },
      last,
    ];
  });
