/** What stands in a paragraph of a docx: its text as it is printed, with tracked changes accepted. */
import { childOf, childrenOf, isElement, type MarkupElement, textOf } from '../markup.ts';
import { isOn } from './parts.ts';

/** What was met in the whole document; the issues are made of it at the end. */
export interface Tally {
  insertions: number;
  deletions: number;
  hidden: number;
  pictures: number;
  /** Ids of notes in the order in which the text calls them. */
  readonly notes: { readonly kind: 'footnotes' | 'endnotes'; readonly id: string }[];
}

export const emptyTally = (): Tally => ({ insertions: 0, deletions: 0, hidden: 0, pictures: 0, notes: [] });

/** A paragraph's content; `\n` stands for a line broken by hand. */
export interface Inline {
  text: string;
  readonly ruby: string[];
  /** Contents of text boxes anchored here. */
  readonly boxes: MarkupElement[];
  /** Instruction of the field that is open, and whether its result has begun. */
  field: { instruction: string; isResult: boolean; depth: number } | null;
}

type Take = (node: MarkupElement, inline: Inline, tally: Tally) => void;

const takeChildren: Take = (node, inline, tally) => {
  for (const child of node.children) if (isElement(child)) takeInline(child, inline, tally);
};

const nothing: Take = () => undefined;

/** Word's older furigana, a field without a result: `EQ \* jc2 … \o\ad(\s\up 9(かいぎ),会議)`. */
function takeEquation(instruction: string, inline: Inline): void {
  const found = /\\s\s*\\up\s*\d+\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)/.exec(instruction);
  if (!/^\s*EQ\s/i.test(instruction) || found === null) return;
  inline.ruby.push(found[1] ?? '');
  inline.text += found[2] ?? '';
}

/** Fields show their result; instructions of nested fields are passed over. */
const takeFieldSign: Take = (node, inline) => {
  const kind = node.attributes['w:fldCharType'];
  const { field } = inline;
  if (kind === 'begin') {
    if (field === null) inline.field = { instruction: '', isResult: false, depth: 1 };
    else field.depth++;
  } else if (kind === 'separate' && field !== null && field.depth === 1) {
    field.isResult = true;
  } else if (kind === 'end' && field !== null) {
    field.depth--;
    if (field.depth > 0) return;
    if (!field.isResult) takeEquation(field.instruction, inline);
    inline.field = null;
  }
};

const takeNote =
  (kind: 'footnotes' | 'endnotes'): Take =>
  (node, inline, tally) => {
    tally.notes.push({ kind, id: node.attributes['w:id'] ?? '' });
    inline.text += `（注${tally.notes.length}）`;
  };

const takePicture: Take = (node, inline, tally) => {
  const boxes: MarkupElement[] = [];
  const look = (each: MarkupElement): void => {
    if (each.name === 'w:txbxContent') boxes.push(each);
    else if (each.name === 'mc:AlternateContent')
      look(childOf(each, 'mc:Choice') ?? childOf(each, 'mc:Fallback') ?? each);
    else {
      if (each.name === 'a:blip' || each.name === 'v:imagedata') tally.pictures++;
      for (const child of childrenOf(each)) look(child);
    }
  };
  look(node);
  inline.boxes.push(...boxes);
};

const takeRuby: Take = (node, inline, tally) => {
  const aside: Inline = { text: '', ruby: [], boxes: [], field: null };
  const over = childOf(node, 'w:rt');
  if (over !== undefined) takeChildren(over, aside, tally);
  if (aside.text !== '') inline.ruby.push(aside.text);
  const base = childOf(node, 'w:rubyBase');
  if (base !== undefined) takeChildren(base, inline, tally);
};

/** What each element gives; all others give what stands in them. */
const takers: Readonly<Record<string, Take>> = {
  'w:t': (node, inline) => {
    // Inside a field's instruction only nested results would stand, which the field itself uses up.
    if (inline.field === null || inline.field.isResult) inline.text += textOf(node);
  },
  'm:t': (node, inline) => {
    inline.text += textOf(node);
  },
  'w:instrText': (node, inline) => {
    if (inline.field !== null) inline.field.instruction += textOf(node);
  },
  'w:fldChar': takeFieldSign,
  'w:tab': (_node, inline) => {
    inline.text += '\u3000';
  },
  'w:br': (node, inline) => {
    if (node.attributes['w:type'] !== 'column') inline.text += '\n';
  },
  'w:cr': (_node, inline) => {
    inline.text += '\n';
  },
  'w:noBreakHyphen': (_node, inline) => {
    inline.text += '-';
  },
  // A sign of a symbol font has no character of its own.
  'w:sym': (_node, inline) => {
    inline.text += '〓';
  },
  'w:footnoteReference': takeNote('footnotes'),
  'w:endnoteReference': takeNote('endnotes'),
  'w:ruby': takeRuby,
  'w:drawing': takePicture,
  'w:pict': takePicture,
  'w:object': takePicture,
  'mc:AlternateContent': (node, inline, tally) => {
    const chosen = childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback');
    if (chosen !== undefined) takeChildren(chosen, inline, tally);
  },
  'w:ins': (node, inline, tally) => {
    tally.insertions++;
    takeChildren(node, inline, tally);
  },
  'w:moveTo': (node, inline, tally) => {
    tally.insertions++;
    takeChildren(node, inline, tally);
  },
  'w:del': (_node, _inline, tally) => {
    tally.deletions++;
  },
  'w:moveFrom': (_node, _inline, tally) => {
    tally.deletions++;
  },
  'w:r': (node, inline, tally) => {
    if (isOn(childOf(node, 'w:rPr'), 'w:vanish')) tally.hidden++;
    else takeChildren(node, inline, tally);
  },
  'w:pPr': nothing,
  'w:rPr': nothing,
  'w:delText': nothing,
  'w:sdtPr': nothing,
};

/** Adds what an element of a paragraph prints. */
export function takeInline(node: MarkupElement, inline: Inline, tally: Tally): void {
  (takers[node.name] ?? takeChildren)(node, inline, tally);
}

/** The content of a paragraph, added to what an earlier one left open (its mark was deleted). */
export function takeParagraph(paragraph: MarkupElement, tally: Tally, inline?: Inline): Inline {
  const into: Inline = inline ?? { text: '', ruby: [], boxes: [], field: null };
  takeChildren(paragraph, into, tally);
  return into;
}
