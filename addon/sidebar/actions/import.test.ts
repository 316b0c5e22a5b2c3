import { describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { createCall } from '../rpc.ts';
import { initialState } from '../state.ts';
import { createStore, loaded } from '../store.ts';
import { mockRun } from '../testing/mock-server.ts';
import { type Scenario, usual } from '../testing/mock-state.ts';
import { importActions } from './import.ts';

/** The actions over the mock server, with a file and a layout chosen and the preview seen. */
async function ready(part: Partial<Scenario>) {
  const store = createStore(initialState('2026-11-24'));
  const call = createCall(mockRun({ ...usual, delay: 0, ...part }));
  const asked: string[] = [];
  const app: App = {
    store,
    call: (method, input) => {
      asked.push(method);
      return call(method, input);
    },
    openForms: () => Promise.resolve(null),
    openOffice: () => Promise.resolve(null),
    openRules: () => Promise.resolve(null),
    later: () => () => undefined,
    focus: () => undefined,
    copy: () => Promise.resolve(true),
    readBase64: () => Promise.resolve('QQ=='),
  };
  const actions = importActions(app, () => Promise.resolve());
  actions.pickFile('file-1');
  actions.pickLayout('toas-provisional');
  await actions.previewImport();
  return { store, actions, asked };
}

describe('import', () => {
  it('run__asks_again_until_finished', async () => {
    const { store, actions, asked } = await ready({});
    await actions.runImport();
    expect(asked.filter((one) => one === 'importLedger')).toHaveLength(5);
    expect(store.get().import).toMatchObject({ run: 'idle', progress: { finished: true, done: 2310 } });
  });

  it('failure_midway__keeps_the_progress_and_goes_on_from_there', async () => {
    const { store, actions } = await ready({ importBreaks: true });
    await actions.runImport();
    expect(store.get().import).toMatchObject({ run: 'idle', progress: { done: 1000, finished: false } });
    expect(store.get().import.trouble).toHaveLength(1);
    await actions.runImport();
    expect(store.get().import).toMatchObject({ trouble: [], progress: { done: 2310, finished: true } });
  });

  it('stop__ends_after_the_call_under_way', async () => {
    const { store, actions } = await ready({});
    const run = actions.runImport();
    actions.stopImport();
    await run;
    expect(store.get().import).toMatchObject({ run: 'idle', progress: { done: 500, finished: false } });
  });

  it('changed_since_the_preview__nothing_done_and_a_fresh_preview_stands_ready', async () => {
    const { store, actions } = await ready({ importChanged: true });
    expect(store.get().import.preview.value?.hash).toBe('import-2');
    await actions.runImport();
    const { progress, preview, trouble } = store.get().import;
    expect(progress).toBeNull();
    expect(trouble.map((one) => one.code)).toEqual(['import.changed']);
    expect(preview.value?.hash).toBe('import-1');
    await actions.runImport();
    expect(store.get().import.progress?.finished).toBe(true);
  });

  it('file_larger_than_may_be_sent__is_named_and_not_sent', async () => {
    const { store, actions, asked } = await ready({});
    await actions.loadFiles();
    store.update((state) => ({
      ...state,
      file: { ...state.file, files: loaded({ files: [], uploadLimit: 3, folderName: '', folderUrl: '' }) },
    }));
    await actions.sendFile(new File(['12345'], '大きい.csv'));
    expect(store.get().file.tooLarge).toBe('大きい.csv');
    expect(asked).not.toContain('uploadLedger');
  });
});
