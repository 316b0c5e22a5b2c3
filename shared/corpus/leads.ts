/** What stands above a unit and must go with it: the lead of an item (次の帳簿を備える), the section that a question belongs to. */
import type { Insertion } from './annotation.ts';
import type { Unit } from './model.ts';

/** Characters of a lead; of a longer one the beginning and the end stay: the end says whether it is forbidden. */
const longest = 60;

/** 次の各号, 左に掲げる: what comes below. 前条各号 and 第三条第一項各号 name items of another place. */
const announces = /次の|次に|左の|左に|(?<![条項])各号/;

function shortened(sentence: string): string {
  const words = Array.from(sentence.replace(/[〔〕〘〙]/g, ' ').trim());
  const half = longest / 2;
  return words.length <= longest
    ? words.join('')
    : `${words.slice(0, half).join('')}…${words.slice(-half).join('')}`;
}

/**
 * 会員は、次に掲げる特典を受けることができる: the sentence that the items belong to, without its brackets. A proviso (ただし、次に掲げる場合は、
 * この限りでない) says the contrary of what stands before it and has that with it.
 */
function leadOf(text: string): string {
  const [first = ''] = text.split('\n').filter((line) => !line.startsWith('|'));
  const sentences = first
    .replace(/（[^（）]*）/g, '')
    .split('。')
    .filter((one) => one.trim() !== '');
  const announced = sentences.map((one) => announces.test(one)).lastIndexOf(true);
  const at = announced < 0 ? sentences.length - 1 : announced;
  const from = /^\s*(?:ただし|但し)/.test(sentences[at] ?? '') ? Math.max(0, at - 1) : at;
  return sentences
    .slice(from, at + 1)
    .map(shortened)
    .join('。');
}

/** Behind the first line of a text; null where that is a row of a table. */
const behindFirst = (text: string): number | null => {
  const [first = ''] = text.split('\n');
  return first === '' || first.startsWith('|') ? null : first.length;
};

/** Leads of the articles' items by the units above them, the outermost first. */
export function leadInsertion(unit: Unit, above: readonly Unit[]): readonly Insertion[] {
  if (unit.kind !== 'item' && unit.kind !== 'subitem') return [];
  // What a definition is for is clear from itself.
  const at = /をいう。|をいい、/.test(unit.text) ? null : behindFirst(unit.text);
  const over = above.filter(({ kind, text }) => kind !== 'section' && text !== '');
  const [outer, ...inner] = over;
  if (at === null || outer === undefined || !/^(?:附則|第[0-9]+条)/.test(outer.address)) return [];
  const leads = [outer, ...inner].map(({ text }) => leadOf(text)).filter((lead) => lead !== '');
  return leads.length === 0 ? [] : [{ at, words: `${outer.address}：${leads.join('／')}` }];
}

const asked = /^(?:問|Q)[0-9]/;

/** Gives each question of a guide the section before it: 〔「1 入金」の問い〕. */
export class QuestionSections {
  private section = '';

  insertion(unit: Unit): readonly Insertion[] {
    if (unit.kind !== 'section') return [];
    if (!asked.test(unit.address)) {
      this.section = unit.text === '' ? (unit.heading === '' ? unit.address : unit.heading) : '';
      return [];
    }
    const at = behindFirst(unit.text);
    return this.section === '' || at === null
      ? []
      : [{ at, words: `「${this.section.replace(/[「」〘〙]/g, ' ')}」の問い` }];
  }
}
