/** From the fields of a posted card to changes of the form: absent fields change nothing. */
import type { Workspace } from '../../../api.ts';
import { type ItemPatch, setPicture } from '../../../workspace/form-edit.ts';
import { videoAddress, videoId } from '../../../workspace/form-media.ts';
import { argumentsOf } from '../../../workspace/form-rules.ts';
import type {
  FormChoice,
  FormItemState,
  FormState,
  FormValidation,
  Navigation,
} from '../../../workspace/model.ts';

/** Posted fields; a switch is sent as 0 and, when on, as 1 after it. */
export type Values = URLSearchParams;

/** What a person is told instead of the change. */
export class EditFault extends Error {}

const lines = (text: string): string => text.replace(/\r\n/g, '\n');
const isOn = (values: Values, name: string): boolean => values.getAll(name).includes('1');

export function pageNavigation(text: string): Navigation | undefined {
  const [kind = '', id = ''] = text.split(':');
  if (kind === 'page') return { kind, itemId: Number(id) };
  if (kind === 'restart' || kind === 'submit') return { kind };
  return undefined;
}

function assertDifferent(texts: readonly string[], what: string): void {
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) throw new EditFault(`「${twice}」という${what}が2つあります。`);
  if (texts.length === 0) throw new EditFault(`${what}を1つ以上入力してください。`);
}

/** Lines that were not left empty. */
function list(values: Values, name: string, what: string): string[] | undefined {
  if (!values.has(name)) return undefined;
  const texts = values.getAll(name).filter((text) => text.trim() !== '');
  assertDifferent(texts, what);
  return texts;
}

/** The choices as they stand in the card, or null when they were not sent. */
export function readChoices(item: FormItemState, values: Values): FormChoice[] | null {
  if (!values.has('choice') && !values.has('branching')) return null;
  const branching = values.has('branching')
    ? isOn(values, 'branching')
    : item.choices.some((choice) => choice.navigation !== undefined);
  const texts = values.has('choice') ? values.getAll('choice') : item.choices.map((choice) => choice.value);
  const targets = values.getAll('target');
  const choices = texts.flatMap((value, index): FormChoice[] => {
    if (value.trim() === '') return [];
    const target = targets[index];
    const known = item.choices.find((choice) => choice.value === value)?.navigation;
    const navigation = (target === undefined ? known : pageNavigation(target)) ?? { kind: 'continue' };
    return [branching ? { value, navigation } : { value }];
  });
  assertDifferent(
    choices.map((choice) => choice.value),
    '選択肢',
  );
  return choices;
}

function rule(values: Values): FormValidation | null | undefined {
  const method = values.get('rule');
  if (method === null) return undefined;
  if (method === '') return null;
  const args = (argumentsOf(method) ?? []).map((kind, index) => {
    const text = (values.get(`rule${index + 1}`) ?? '').trim();
    if (text === '') throw new EditFault('条件の値を入力してください。');
    if (kind === 'pattern') return text;
    const value = Number(text.normalize('NFKC'));
    if (Number.isNaN(value)) throw new EditFault('条件の値は数で入力してください。');
    return value;
  });
  return { method, args, helpText: values.get('ruleText') ?? '' };
}

const texts = ['title', 'help', 'lowerLabel', 'upperLabel', 'icon', 'alignment'] as const;
const switches = ['required', 'other', 'includesYear'] as const;
const numbers = ['lower', 'upper', 'width'] as const;

/** What the sent fields change at an item, beside its choices. */
export function itemPatch(item: FormItemState, values: Values): ItemPatch {
  const patch: ItemPatch = {};
  for (const name of texts) if (values.has(name)) patch[name] = lines(values.get(name) ?? '');
  for (const name of switches) if (values.has(name)) patch[name] = isOn(values, name);
  for (const name of numbers) if (values.has(name)) patch[name] = Number(values.get(name));
  const rows = list(values, 'row', '行');
  const columns = list(values, 'column', '列');
  if (rows !== undefined) patch.rows = rows;
  if (columns !== undefined) patch.columns = columns;
  const validation = rule(values);
  if (validation !== undefined) patch.validation = validation;
  const address = values.get('mediaUrl')?.trim();
  if (address !== undefined && address !== (item.mediaUrl ?? '')) {
    const id = videoId(address);
    if (id === undefined) throw new EditFault('YouTube の動画のアドレスを入力してください。');
    patch.mediaUrl = videoAddress(id);
  }
  return patch;
}

/** Takes a picture from a file of Drive, when one was chosen. */
export function readPicture(
  workspace: Workspace,
  form: FormState,
  item: FormItemState,
  values: Values,
): void {
  const file = workspace.state.files[values.get('picture') ?? ''];
  if (item.type !== 'IMAGE' || file?.content === undefined) return;
  setPicture(workspace, form, item, { mimeType: file.mimeType, content: file.content, name: file.name });
}

const settingTexts = ['title', 'description', 'confirmationMessage', 'closedMessage'] as const;
const settingSwitches = [
  'collectEmail',
  'limitOneResponsePerUser',
  'allowResponseEdits',
  'progressBar',
  'shuffleQuestions',
  'showLinkToRespondAgain',
  'publishingSummary',
] as const;

/** What the sent fields change at the form itself. */
export function settingsPatch(values: Values): Partial<FormState> {
  const patch: Partial<FormState> = {};
  for (const name of settingTexts) if (values.has(name)) patch[name] = lines(values.get(name) ?? '');
  for (const name of settingSwitches) if (values.has(name)) patch[name] = isOn(values, name);
  return patch;
}
