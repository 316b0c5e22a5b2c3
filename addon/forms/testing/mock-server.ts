/**
 * A server for working on the page in a plain browser: it answers every method of the protocol from memory and behaves
 * like the real one where the screens depend on it (hashes, decisions, half-done updates, states).
 */
import type { ScriptRun } from '../../sidebar/rpc.ts';
import { refuse, runnerOf } from '../../sidebar/testing/mock-run.ts';
import type {
  AppliedView,
  FormCardView,
  FormOutputs,
  FormsInput,
  FormsMethod,
  UpdatePlanView,
} from '../../view/forms-protocol.ts';
import { adoptPreviewOf, captureOf, historyOf, hostileText } from './mock-data.ts';
import { gallery, previewOf } from './mock-gallery.ts';
import { emptyPlanView, makePlan, membershipForm } from './mock-plan.ts';
import type { Scenario } from './mock-state.ts';
import { termsOf } from './mock-terms.ts';

type Answers = { readonly [M in FormsMethod]: (input: FormsInput<M>) => FormOutputs[M] };

/** Makes a runner in the place of `google.script.run`. */
export const mockRun = (scenario: Scenario): (() => ScriptRun) => runnerOf(createAnswers(scenario), scenario);

function createAnswers(scenario: Scenario): Answers {
  const first: FormCardView = {
    ...membershipForm,
    ...(scenario.hostile ? { title: hostileText } : {}),
    ...(scenario.halfDone ? { update: { id: 'in-progress', label: '適用途中' } } : {}),
  };
  const seminar: FormCardView = {
    ...membershipForm,
    formId: 'form-2',
    title: 'インボイス制度 実務セミナー 申込',
    templateId: 'seminar-registration',
    templateTitle: 'セミナー申込',
    newest: '1.0.0',
    state: { id: 'closed', label: '停止中' },
    update: { id: 'newest', label: '最新' },
    closesOn: '2026-11-20',
    places: '30',
    canRollBack: true,
  };
  let forms: FormCardView[] = scenario.forms ? [first, seminar] : [];
  let edited = scenario.editedMeanwhile;
  let breaks = scenario.breaksOnce;
  let applied = scenario.halfDone ? 7 : 0;

  const find = (formId: string): FormCardView => {
    const found = forms.find((one) => one.formId === formId);
    if (found === undefined) throw refuse('form.missing', 'フォームがありません。', '');
    return found;
  };
  const put = (form: FormCardView): FormCardView => {
    forms = forms.map((one) => (one.formId === form.formId ? form : one));
    return form;
  };
  const plan = (formId: string): UpdatePlanView => {
    const form = find(formId);
    if (form.update.id === 'newest') return emptyPlanView(form);
    const whole = { ...makePlan(), form, hash: edited ? 'plan-1' : 'plan-1b' };
    const title = scenario.hostile ? hostileText : '';
    const conflicts = whole.conflicts.map((one) => (title === '' ? one : { ...one, title, ours: title }));
    if (applied === 0) return { ...whole, conflicts };
    const groups = whole.groups.map((group) => (group.id === 'added' ? { ...group, entries: [] } : group));
    return {
      ...whole,
      groups,
      conflicts: [],
      headline: '残りの2か所を日商の新しい内容に直します。',
      stopped: {
        entryId: 'entry-2',
        undoes: false,
        done: applied,
        total: 12,
        at: '2026-11-24 10:41',
        by: 'sato@example.or.jp',
      },
    };
  };
  const done = (form: FormCardView): AppliedView => ({
    form,
    done: 12,
    total: 12,
    finished: true,
    lines: [
      '設問「適格請求書発行事業者登録番号」を加えました。',
      '「業種」の選択肢を2つ加えました。',
      '「反社会的勢力でないことの確認」の説明文を、日商の新しい文にしました。',
    ],
    entryId: 'entry-2',
  });

  return {
    forms: () => ({
      ready: scenario.ready,
      chamberName: '見本商工会議所',
      forms,
      strangers: scenario.forms
        ? [{ address: 'https://docs.google.com/forms/d/old/edit', title: '入会申込のコピー' }]
        : [],
    }),
    formCard: ({ formId }) => ({ ...find(formId), ownChanges: formId === 'form-1' ? 5 : 0 }),
    gallery: () => gallery,
    formPreview: ({ templateId, values }) => previewOf(templateId, values),
    createForm({ templateId, values }) {
      const { title } = previewOf(templateId, values ?? {});
      const made = {
        ...seminar,
        formId: `form-${forms.length + 1}`,
        title,
        templateId,
        state: { id: 'open', label: '受付中' } as const,
      };
      forms = [...forms, made];
      const { formId, publishedUrl, editUrl } = made;
      const version = { templateId, templateVersion: '1.0.0' };
      return { formId, title, ...version, publishedUrl, editUrl, published: true, accepting: true };
    },
    updatePlan: ({ formId }) => plan(formId),
    applyUpdate({ formId, hash, decisions }) {
      const now = plan(formId);
      if (edited) {
        edited = false;
        throw refuse(
          'update.changed-since',
          'この画面を開いたあとに、フォームが編集されました（11:02 に気づきました）。',
          '',
        );
      }
      const isBegun = applied > 0;
      if (!isBegun && (hash !== now.hash || decisions.length !== now.conflicts.length))
        throw new Error('mock: decisions');
      if (applied < 7) {
        applied = 7;
        return {
          ...done(put({ ...find(formId), update: { id: 'in-progress', label: '適用途中' } })),
          done: 7,
          finished: false,
        };
      }
      if (breaks) {
        breaks = false;
        throw new Error('Exceeded maximum execution time');
      }
      applied = 0;
      const form = put({
        ...find(formId),
        version: '1.1.0',
        update: { id: 'newest', label: '最新' },
        canRollBack: true,
      });
      return done(form);
    },
    updateHistory: ({ formId }) => historyOf(find(formId)),
    rollBack({ formId, keepEdited }) {
      if (scenario.editedAfter && !keepEdited)
        throw refuse(
          'update.edited-since',
          '更新のあとに、フォームが変更されています：業種',
          '「変更していないところだけ戻す」を選ぶと、あとから変えたところはそのままにして、ほかを戻します。',
        );
      const form = put({ ...find(formId), version: '1.0.0', update: { id: 'available', label: '更新あり' } });
      return { ...done(form), lines: ['12か所を、更新の前の形に戻しました。'], entryId: '' };
    },
    closeForm: ({ formId }) => put({ ...find(formId), state: { id: 'closed', label: '停止中' } }),
    openForm: ({ formId }) => put({ ...find(formId), state: { id: 'open', label: '受付中' } }),
    formTerms: (input) => termsOf(find(input.formId), input, scenario.hostile),
    changeTerms(input) {
      const form = find(input.formId);
      if (input.hash !== termsOf(form, input, scenario.hostile).hash) throw new Error('mock: hash');
      const { closesOn, places } = input;
      const state = input.open ? ({ id: 'open', label: '受付中' } as const) : form.state;
      return put({ ...form, state, closesOn, places: form.places === null ? null : places });
    },
    adoptPreview({ address, templateId }) {
      if (!address.startsWith('https://docs.google.com/forms/'))
        throw refuse(
          'form.address',
          'フォームの編集ページのアドレスではありません。',
          'フォームを編集する画面を開き、そのアドレスを貼り付けてください。',
        );
      return adoptPreviewOf(templateId);
    },
    adopt({ templateId }) {
      const form = { ...membershipForm, formId: 'form-9', title: '入会申込のコピー', templateId };
      forms = [...forms, form];
      return form;
    },
    capture: ({ title }) => captureOf(title),
  };
}
