/** The making of the bundle dies before any service call and is run again: the same end, no document twice, nothing lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import { type Built, buildProduct } from '../support/built.ts';
import { ask, type Chamber, chamberFrom, run, snapshot } from '../support/chamber.ts';
import { tellingCalls } from '../support/office.ts';
import { chamberWithRules, docText, revise } from '../support/rules.ts';

let built: Built;
beforeAll(async () => {
  built = await buildProduct();
}, 180_000);

/** Every state is tried under `npm run test:long`, one of so many otherwise, and the last. */
const share = process.env.CCI_LONG === '1' ? 1 : 24;

/** What people and the next run would see: files by name and folder, texts of documents, what the script keeps. */
function end(chamber: Chamber): unknown {
  const { files, documents, properties } = chamber.workspace.state;
  const ids = new Map(Object.values(files).map(({ id, name }) => [id, `<${name}>`]));
  const masked = (text: string): string => {
    let result = text;
    for (const [id, name] of ids) result = result.split(id).join(name);
    return result.replace(/\d{4}-\d\d-\d\dT[\d:]+\+09:00/g, '<moment>').replace(/\b1[0-9]{12}\b/g, '<time>');
  };
  const live = Object.values(files).filter(({ trashed }) => !trashed);
  return {
    files: live
      .map(({ id, name, parents, content }) =>
        masked(
          [
            name,
            parents.map((parent) => ids.get(parent) ?? '').join(),
            documents[id] === undefined ? '' : docText(documents[id]),
            content === undefined ? '' : Buffer.from(content, 'base64').toString('utf8'),
          ].join('\n'),
        ),
      )
      .sort(),
    kept: Object.entries(properties.script)
      .filter(([key]) => key.startsWith('cci.regulations'))
      .map(([key, value]) => `${masked(key)} ${masked(value)}`)
      .sort(),
  };
}

function finish(chamber: Chamber): void {
  for (let times = 0; times < 20; times += 1) if (ask(chamber, 'buildRules', {}).phase === 'done') return;
  throw new Error('the build does not end');
}

function diesEverywhere(state: WorkspaceState, bookId: string): void {
  const { calls, whole } = tellingCalls(built, state, bookId, ['buildRules', {}]);
  finish(whole);
  const wanted = end(whole);
  expect(calls.length).toBeGreaterThan(20);
  calls.forEach((at, index) => {
    if (index % share !== 0 && index !== calls.length - 1) return;
    const chamber = chamberFrom(built, state, bookId);
    expect(run(chamber, 'rpc', ['buildRules', {}], { failAtCall: at }).ok, `call ${at}`).toBe(false);
    finish(chamber);
    expect(end(chamber), `killed at call ${at}`).toEqual(wanted);
  });
}

describe('build that dies', () => {
  it('first_build__same_end_from_every_call', { timeout: 600_000 }, () => {
    const { chamber } = chamberWithRules(built);
    diesEverywhere(snapshot(chamber), chamber.bookId);
  });

  it('revision__same_documents_from_every_call', { timeout: 600_000 }, () => {
    const { chamber, articlesId, travelId } = chamberWithRules(built);
    finish(chamber);
    revise(chamber, built, articlesId, '7日前', '10日前');
    Object.assign(chamber.workspace.state.files[travelId] ?? {}, { trashed: true });
    diesEverywhere(snapshot(chamber), chamber.bookId);
  });
});
