import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createForm } from './forms.ts';
import { openWorkspace } from './workspace.ts';

const dirs: string[] = [];
const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'workspace-'));
  dirs.push(dir);
  return dir;
};
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

describe('openWorkspace', () => {
  it('state__after_a_restart__is_the_same_and_the_virtual_clock_goes_on', () => {
    const dir = folder();
    const first = openWorkspace({ dir, clock: 'virtual', startAt: '2026-04-01T00:00:00Z', seed: 3 });
    const form = createForm(first, '申込', 'a@cci.example.jp', true);
    first.advance(5000);
    first.close();
    const second = openWorkspace({ dir, clock: 'virtual', startAt: '2030-01-01T00:00:00Z' });
    expect(second.state.forms[form.id]?.published).toBe(true);
    expect(new Date(second.now()).toISOString()).toBe('2026-04-01T00:00:05.000Z');
    expect(second.newId('form')).not.toBe(form.id);
    second.close();
    expect(readdirSync(dir)).toEqual(['state.json']);
  });

  it('state__broken_file__is_refused_in_words', () => {
    const dir = folder();
    writeFileSync(join(dir, 'state.json'), '{"version":');
    expect(() => openWorkspace({ dir })).toThrow(/JSON として壊れています/);
    writeFileSync(join(dir, 'state.json'), '{"version":9}');
    expect(() => openWorkspace({ dir })).toThrow(/version 1/);
  });

  it('ids__same_seed_and_order__are_equal', () => {
    const ids = (seed: number): string[] => {
      const workspace = openWorkspace({ clock: 'virtual', seed });
      return [workspace.newId('form'), workspace.newId('response'), workspace.newId('uuid')];
    };
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
    expect(ids(1)[2]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('clock__virtual__moves_only_forward_and_only_when_told', () => {
    const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-04-01T00:00:00Z' });
    const before = workspace.now();
    expect(workspace.now()).toBe(before);
    workspace.advance(10);
    expect(workspace.now()).toBe(before + 10);
    expect(() => workspace.advance(-1)).toThrow();
  });

  it('onChange__touched__is_told_until_it_leaves', () => {
    const workspace = openWorkspace({ clock: 'virtual' });
    let count = 0;
    const leave = workspace.onChange(() => {
      count += 1;
    });
    workspace.touch();
    leave();
    workspace.touch();
    expect(count).toBe(1);
  });
});
