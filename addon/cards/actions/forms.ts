/** Actions of フォーム. */

import { issue } from '../../../shared/issue/issue.ts';
import { issueView } from '../../view/issues.ts';
import { type Desk, Refused } from '../desk.ts';
import { backTo, push, update } from '../model.ts';
import {
  closeFormCard,
  fillInCard,
  fillInField,
  formCard,
  formsCard,
  galleryCard,
} from '../screens/forms.ts';
import { planCard } from '../screens/plan.ts';
import { workCard } from '../screens/work.ts';
import { begin } from '../works.ts';
import { answered, type BookAct, shown } from './act.ts';

export const forms: BookAct = (desk) => shown(desk, formsCard(desk.ask('forms', {})));

/** As it stands in the list: `formCard` would also compare every question with the template, which takes long. */
function formOf(desk: Desk) {
  const id = desk.event.text('id');
  const found = desk.ask('forms', {}).forms.find((one) => one.formId === id);
  if (found === undefined) throw new Refused([issueView(issue('form.unknown', 'error', ''))]);
  return found;
}

export const form: BookAct = (desk) => shown(desk, formCard(formOf(desk)));

export const askClose: BookAct = (desk) => answered(push(closeFormCard(formOf(desk))));

export const closeForm: BookAct = (desk) =>
  answered(backTo(formCard(desk.ask('closeForm', { formId: desk.event.text('id') })), '受付を止めました。'));

export const openForm: BookAct = (desk) =>
  answered(update(formCard(desk.ask('openForm', { formId: desk.event.text('id') })), '受付を始めました。'));

/** What the update would do; reading one form is well within the time of a card. */
export const plan: BookAct = (desk) => {
  const view = desk.ask('updatePlan', { formId: desk.event.text('id') });
  return shown(desk, planCard(view, desk.services.workbook.url()));
};

/** A form takes a second or two for each change. */
const changesAtOnce = 5;

/** Applies what was seen and asked nothing; the hash of the look goes along. */
export const applyPlan: BookAct = (desk) => {
  const { event } = desk;
  const input = { formId: event.text('id'), hash: event.text('hash'), decisions: [] };
  const work = begin(desk, 'applyUpdate', input, { begins: event.number('changes') <= changesAtOnce });
  const card = workCard(work, desk.services.clock.now(), desk.services.session.user());
  return answered(backTo(card, work.state === 'done' ? '更新しました。' : ''));
};

export const gallery: BookAct = (desk) => answered(push(galleryCard(desk.ask('gallery', {}))));

function templateOf(desk: Desk, id: string) {
  const found = desk
    .ask('gallery', {})
    .shelves.flatMap((shelf) => shelf.templates)
    .find((one) => one.id === id);
  if (found === undefined) {
    throw new Refused([issueView(issue('template.unknown', 'error', '', { params: { name: id } }))]);
  }
  return found;
}

export const fillIn: BookAct = (desk) => {
  const draft = desk.services
    .random()
    .replace(/[^0-9a-f]/g, '')
    .slice(0, 12);
  return answered(push(fillInCard(templateOf(desk, desk.event.text('id')), `card-${draft}`)));
};

/** Longest values that are kept for a run that takes over; the form's own row keeps them too, once it is begun. */
const mostKept = 1500;

export const makeForm: BookAct = (desk) => {
  const { event } = desk;
  const { id, fillIns } = templateOf(desk, event.text('id'));
  const values = Object.fromEntries(
    fillIns.map(({ key, type }) => {
      const name = fillInField(key);
      return [key, type === 'date' ? event.day(name) : event.typed(name)];
    }),
  );
  const draft = event.text('draft');
  const input = { templateId: id, values, draft };
  const isShort = JSON.stringify(values).length <= mostKept;
  const work = begin(desk, 'createForm', input, {
    begins: true,
    ...(isShort ? {} : { stored: { templateId: id, draft } }),
  });
  const card = workCard(work, desk.services.clock.now(), desk.services.session.user());
  return answered(backTo(card, work.state === 'done' ? 'フォームを作りました。' : ''));
};
