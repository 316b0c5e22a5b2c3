/** Guides lead where they say: every link to a file and every picture stands, and no picture is kept that nobody shows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guides = readdirSync(join(root, 'docs/ja')).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'README.ja.md', 'CHANGELOG.md', ...guides.map((name) => `docs/ja/${name}`)];

/** Targets inside the repository, as `docs/pictures/desk.png`. */
function targetsOf(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)]
    .map(([, link, picture]) => (link ?? picture ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(page), target));
}

describe('the guides', () => {
  it('lead_to_files_that_stand', () => {
    const targets = pages.flatMap((page) => targetsOf(page).map((target) => ({ page, target })));
    expect(targets.length).toBeGreaterThan(60);
    expect(targets.filter(({ target }) => !existsSync(join(root, target)))).toEqual([]);
  });

  it('show_every_picture_that_is_kept', () => {
    const shown = new Set(pages.flatMap(targetsOf));
    const kept = readdirSync(join(root, 'docs/pictures')).map((name) => `docs/pictures/${name}`);
    expect(kept.filter((picture) => !shown.has(picture))).toEqual([]);
  });

  it('are_all_named_in_the_first_page', () => {
    const named = new Set(targetsOf('README.ja.md'));
    expect(guides.map((name) => `docs/ja/${name}`).filter((page) => !named.has(page))).toEqual([]);
  });
});
