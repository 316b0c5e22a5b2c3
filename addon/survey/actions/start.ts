/** Actions of beginning a round: choose the survey, name those who are asked, look, make. */
import { loaded } from '../../sidebar/store.ts';
import { done, fail, headingId, workWith } from '../../sidebar/work.ts';
import type { Input, IssueView } from '../../view/protocol.ts';
import type { App } from '../app.ts';
import { emptyStart, type StartDraft } from '../state.ts';

export interface StartActions {
  openStart(): void;
  changeStart(part: Partial<StartDraft>): void;
  chooseSurvey(surveyId: string): void;
  readFile(file: File): Promise<void>;
  toPeople(): void;
  stepBack(): void;
  /** Reads the list on the server; nothing is made. */
  lookAtPeople(): Promise<void>;
  startRound(): Promise<void>;
}

/** Days until the deadline that is proposed. */
const usualDays = 14;

function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`).getTime() + days * 24 * 3_600_000;
  return new Date(at).toISOString().slice(0, 10);
}

/** Lists are saved as UTF-8 or, by older programs, as Shift_JIS. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

export const sourceOf = ({ source, text }: StartDraft): Input<'surveyPeople'>['source'] =>
  source === 'text' ? { kind: 'text', text } : { kind: 'ledger', members: source === 'members' };

export function startActions(app: App): StartActions {
  const { store } = app;
  const change = (part: Partial<StartDraft>): void =>
    store.update((state) => ({ ...state, start: { ...state.start, ...part } }));

  /** Faults of fields beside them, the rest above. */
  function told(issues: readonly IssueView[]): void {
    const faults: Record<string, string> = {};
    for (const one of issues)
      if (['wave', 'deadline', 'people'].includes(one.key)) faults[one.key] = `${one.message}${one.remedy}`;
    change({ faults });
    const others = issues.filter(({ key }) => faults[key] === undefined);
    if (others.length > 0) fail(app, others, false);
    else if (faults.people === undefined) {
      change({ step: 1 });
      app.focus(faults.wave === undefined ? 'start-deadline' : 'start-wave');
    } else {
      change({ step: 2 });
      app.focus('start-text');
    }
  }

  const actions: StartActions = {
    openStart() {
      const { view } = store.get();
      const today = view.value?.today ?? '';
      store.update((state) => ({ ...state, screen: 'start', notice: null, start: emptyStart }));
      change({ deadline: today === '' ? '' : dayAfter(today, usualDays) });
      actions.chooseSurvey(
        view.value?.definitions.find(({ surveyId }) => surveyId === 'lobo')?.surveyId ??
          view.value?.definitions[0]?.surveyId ??
          '',
      );
      app.focus(headingId);
    },
    changeStart: (part) => change({ ...part, faults: {} }),
    chooseSurvey(surveyId) {
      const found = store.get().view.value?.definitions.find((one) => one.surveyId === surveyId);
      if (found === undefined) return;
      const usual = ['industry', 'size', 'chamber'];
      change({
        surveyId,
        wave: found.wave,
        minN: String(found.minN),
        by: found.dimensions.flatMap(({ key }) => (usual.includes(key) ? [key] : [])).slice(0, 1),
        faults: {},
      });
    },
    async readFile(file) {
      const text = textOf(await file.arrayBuffer());
      change({ text, file: file.name, source: 'text', faults: {} });
    },
    toPeople() {
      const { wave, deadline } = store.get().start;
      const faults = {
        ...(wave.trim() === '' ? { wave: '調査の回を入れてください。' } : {}),
        ...(deadline === '' ? { deadline: '締切日を入れてください。' } : {}),
      };
      if (Object.keys(faults).length > 0) {
        change({ faults });
        app.focus('wave' in faults ? 'start-wave' : 'start-deadline');
        return;
      }
      change({ step: 2, faults: {} });
      app.focus(headingId);
    },
    stepBack() {
      const { step } = store.get().start;
      change({ step: step === 3 ? 2 : 1, faults: {} });
      app.focus(headingId);
    },
    async lookAtPeople() {
      const draft = store.get().start;
      if (draft.source === 'text' && draft.text.trim() === '') {
        change({ faults: { people: '一覧を貼り付けるか、ファイルを選んでください。' } });
        app.focus('start-text');
        return;
      }
      const input = { surveyId: draft.surveyId, source: sourceOf(draft) };
      const reply = await workWith(app, 'look', () => app.call('surveyPeople', input));
      if (reply === null) return;
      if (!reply.ok) {
        told(reply.issues);
        return;
      }
      change({ people: reply.result, step: 3, faults: {} });
      app.focus(headingId);
    },
    async startRound() {
      const draft = store.get().start;
      const reply = await workWith(app, 'start', () =>
        app.call('startSurvey', {
          surveyId: draft.surveyId,
          wave: draft.wave.trim(),
          deadline: draft.deadline,
          by: draft.by.join(','),
          minN: Math.max(1, Number(draft.minN) || 3),
          keepDays: Math.max(1, Number(draft.keepDays) || 30),
          source: sourceOf(draft),
        }),
      );
      if (reply === null) return;
      if (!reply.ok) {
        told(reply.issues);
        return;
      }
      store.update((state) => ({
        ...state,
        screen: 'round',
        round: loaded(reply.result),
        start: emptyStart,
      }));
      done(app, 'フォームとリンクができました。まだ誰にも送っていません。');
      app.focus(headingId);
    },
  };
  return actions;
}
