import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { products } from '../build/products.ts';
import { isFresh } from './fresh.ts';

let root = '';
const at = (path: string, seconds: number): void => utimesSync(join(root, path), seconds, seconds);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fresh-'));
  for (const folder of ['dist', 'shared', 'apps-script', 'addon', 'forms-templates'])
    mkdirSync(join(root, folder));
  for (const name of products) writeFileSync(join(root, 'dist', name), '');
  writeFileSync(join(root, 'shared/a.ts'), '');
  for (const path of ['shared/a.ts', 'shared', 'apps-script', 'addon', 'forms-templates']) at(path, 1000);
  for (const name of products) at(`dist/${name}`, 2000);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('isFresh', () => {
  it('products_younger_than_sources__are_fresh', () => expect(isFresh(root)).toBe(true));
  it('source_changed_later__is_not_fresh', () => {
    at('shared/a.ts', 3000);
    expect(isFresh(root)).toBe(false);
  });
  it('file_deleted_later__shows_in_its_folder', () => {
    at('shared', 3000);
    expect(isFresh(root)).toBe(false);
  });
  it('missing_product__is_not_fresh', () => {
    rmSync(join(root, 'dist/Sidebar.html'));
    expect(isFresh(root)).toBe(false);
  });
});
