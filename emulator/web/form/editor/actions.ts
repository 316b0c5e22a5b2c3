/** What the buttons of the editor do, by the word they send; each goes through the workspace's own functions. */
import type { Workspace } from '../../../api.ts';
import { changeKind, duplicateItem, updateItem } from '../../../workspace/form-edit.ts';
import { KINDS } from '../../../workspace/form-kinds.ts';
import { movePage, removePage } from '../../../workspace/form-pages.ts';
import {
  addItem,
  deleteItem,
  itemById,
  moveItem,
  setAccepting,
  setChoices,
  setPublished,
} from '../../../workspace/forms.ts';
import type { FormItemState, FormItemType, FormState } from '../../../workspace/model.ts';
import type { Edited } from './apply.ts';
import type { Values } from './read.ts';
import { addable } from './words.ts';

interface Asked {
  readonly workspace: Workspace;
  readonly form: FormState;
  /** Item id, 0 for the first page, '' for the form. */
  readonly id: string;
  /** Number behind the word, `choice-up:2`. */
  readonly index: number;
  readonly values: Values;
}
type Action = (asked: Asked) => Partial<Edited>;

const itemOf = ({ form, id }: Asked): FormItemState => itemById(form, Number(id));

/** The list with the line at `index` moved by `step`, or without it for 0. */
function moved<T>(list: readonly T[], index: number, step: -1 | 0 | 1): T[] {
  const out = [...list];
  const [line] = out.splice(index, 1);
  if (line !== undefined && step !== 0) out.splice(Math.max(0, index + step), 0, line);
  return out;
}

/** `選択肢 3`, or the next number that is free. */
function freshLine(word: string, used: readonly string[]): string {
  let n = used.length + 1;
  while (used.includes(`${word} ${n}`)) n += 1;
  return `${word} ${n}`;
}

const choiceStep =
  (step: -1 | 0 | 1): Action =>
  (asked) => {
    const item = itemOf(asked);
    if (item.choices.length > 1 || step !== 0)
      setChoices(asked.workspace, asked.form, item, moved(item.choices, asked.index, step));
    return { focus: `choice:${Math.max(0, Math.min(asked.index + step, item.choices.length - 1))}` };
  };

const addChoice: Action = (asked) => {
  const item = itemOf(asked);
  const used = item.choices.map((choice) => choice.value);
  const value = freshLine('選択肢', used);
  const branching = item.choices.some((choice) => choice.navigation !== undefined);
  const known = item.choices.filter((choice) => choice.value !== '');
  setChoices(asked.workspace, asked.form, item, [
    ...known,
    branching ? { value, navigation: { kind: 'continue' } } : { value },
  ]);
  return { focus: `choice:${known.length}` };
};

const lineWords = { row: '行', column: '列' } as const;
type Line = keyof typeof lineWords;
const linesOf = (item: FormItemState, line: Line): string[] =>
  (line === 'row' ? item.rows : item.columns) ?? [];

function putLines(asked: Asked, line: Line, lines: string[]): void {
  const patch = line === 'row' ? { rows: lines } : { columns: lines };
  updateItem(asked.workspace, asked.form, Number(asked.id), patch);
}
const addLine =
  (line: Line): Action =>
  (asked) => {
    const known = linesOf(itemOf(asked), line).filter((text) => text !== '');
    putLines(asked, line, [...known, freshLine(lineWords[line], known)]);
    return { focus: `${line}:${known.length}` };
  };
const lineStep =
  (line: Line, step: -1 | 0 | 1): Action =>
  (asked) => {
    const lines = linesOf(itemOf(asked), line);
    if (lines.length > 1 || step !== 0) putLines(asked, line, moved(lines, asked.index, step));
    return { focus: `${line}:${Math.max(0, asked.index + step)}` };
  };

const step =
  (by: -1 | 1): Action =>
  (asked) => {
    const index = asked.form.items.indexOf(itemOf(asked));
    moveItem(asked.workspace, asked.form, index, index + by);
    return { said: 'moved' };
  };

/** Index after the last item of a page. */
function endOfPage(form: FormState, pageId: number): number {
  const start = pageId === 0 ? 0 : form.items.findIndex((item) => item.id === pageId) + 1;
  const next = form.items.findIndex((item, index) => index >= start && item.type === 'PAGE_BREAK');
  return next < 0 ? form.items.length : next;
}

/** A new item with what the editor puts into it, at the end of a page. */
function place(asked: Asked, type: FormItemType): FormItemState {
  const { workspace, form } = asked;
  const index = endOfPage(form, Number(asked.id));
  const item = addItem(workspace, form, type);
  if (KINDS[type].choices !== 'none') setChoices(workspace, form, item, [{ value: '選択肢 1' }]);
  if (KINDS[type].grid) updateItem(workspace, form, item.id, { rows: ['行 1'], columns: ['列 1'] });
  moveItem(workspace, form, form.items.length - 1, index);
  return item;
}

const add: Action = (asked) => {
  const type = addable.find((kind) => kind === asked.values.get('kind')) ?? 'TEXT';
  return { open: String(place(asked, type).id), focus: 'title:0', said: 'added' };
};
const addPage: Action = (asked) => {
  const item = place(asked, 'PAGE_BREAK');
  return { open: String(item.id), focus: 'title:0', said: 'page-added' };
};

export const actions: Readonly<Record<string, Action>> = {
  up: step(-1),
  down: step(1),
  duplicate: (asked) => {
    const index = asked.form.items.indexOf(itemOf(asked)) + 1;
    const copy = duplicateItem(asked.workspace, asked.form, Number(asked.id), index);
    return { open: String(copy.id), said: 'copied' };
  },
  delete: (asked) => {
    deleteItem(asked.workspace, asked.form, Number(asked.id));
    return { open: '', said: 'deleted' };
  },
  kind: (asked) => {
    const type = addable.find((kind) => kind === asked.values.get('kind'));
    const fits = type !== undefined && KINDS[type].question && KINDS[itemOf(asked).type].question;
    if (fits) changeKind(asked.workspace, asked.form, Number(asked.id), type);
    return {};
  },
  'choice-add': addChoice,
  'choice-up': choiceStep(-1),
  'choice-down': choiceStep(1),
  'choice-delete': choiceStep(0),
  'row-add': addLine('row'),
  'row-up': lineStep('row', -1),
  'row-down': lineStep('row', 1),
  'row-delete': lineStep('row', 0),
  'column-add': addLine('column'),
  'column-up': lineStep('column', -1),
  'column-down': lineStep('column', 1),
  'column-delete': lineStep('column', 0),
  add,
  'page-add': addPage,
  'page-up': ({ workspace, form, id }) => {
    movePage(workspace, form, Number(id), -1);
    return { said: 'moved' };
  },
  'page-down': ({ workspace, form, id }) => {
    movePage(workspace, form, Number(id), 1);
    return { said: 'moved' };
  },
  'page-merge': ({ workspace, form, id }) => {
    removePage(workspace, form, Number(id), 'items');
    return { open: '', said: 'merged' };
  },
  'page-delete': ({ workspace, form, id }) => {
    removePage(workspace, form, Number(id), 'nothing');
    return { open: '', said: 'deleted' };
  },
  publish: ({ workspace, form }) => {
    setPublished(workspace, form, true);
    return { said: 'published' };
  },
  unpublish: ({ workspace, form }) => {
    setPublished(workspace, form, false);
    return { said: 'unpublished' };
  },
  accept: ({ workspace, form }) => {
    setAccepting(workspace, form, true);
    return { said: 'accepting' };
  },
  stop: ({ workspace, form }) => {
    setAccepting(workspace, form, false);
    return { said: 'stopped' };
  },
};
