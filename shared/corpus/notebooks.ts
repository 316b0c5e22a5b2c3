/** Which sources go into which notebook where one does not take them all. */
import type { NotebookLimits } from './limits.ts';
import type { ManifestSource } from './manifest.ts';

interface Volume {
  readonly title: string;
  readonly files: readonly string[];
}

/** Title of the document that a reference leads into, '' for the own one. */
function titleIn(to: string, titles: ReadonlySet<string>): string {
  for (let at = to.lastIndexOf(' '); at > 0; at = to.lastIndexOf(' ', at - 1))
    if (titles.has(to.slice(0, at))) return to.slice(0, at);
  return '';
}

/** How often two documents refer to each other, by `title\\ntitle` in both orders. */
function ties(sources: readonly ManifestSource[]): ReadonlyMap<string, number> {
  const titles = new Set(sources.map(({ title }) => title));
  const found = new Map<string, number>();
  for (const { title, references } of sources)
    for (const { to, resolved } of references) {
      const other = resolved === 'yes' ? titleIn(to, titles) : '';
      if (other === '' || other === title) continue;
      for (const pair of [`${title}\n${other}`, `${other}\n${title}`])
        found.set(pair, (found.get(pair) ?? 0) + 1);
    }
  return found;
}

/** Documents as they are put into notebooks: parts of one stay together where a notebook has room for them. */
function volumesOf(sources: readonly ManifestSource[], room: number): Volume[] {
  const byTitle = new Map<string, string[]>();
  for (const { title, file } of sources) byTitle.set(title, [...(byTitle.get(title) ?? []), file]);
  return [...byTitle].flatMap(([title, files]) =>
    Array.from({ length: Math.ceil(files.length / room) }, (_all, at) => ({
      title,
      files: files.slice(at * room, (at + 1) * room),
    })),
  );
}

/**
 * Files by notebook; the index is in each of them and not listed. A notebook is filled with the documents that refer to one
 * another most, so that a question needs one notebook only.
 */
export function notebooksOf(
  sources: readonly ManifestSource[],
  limits: Pick<NotebookLimits, 'sources'>,
): readonly (readonly string[])[] {
  const room = Math.max(1, limits.sources - 1);
  if (sources.length <= room) return [sources.map(({ file }) => file)];
  const tie = ties(sources);
  const waiting = volumesOf(sources, room);
  const notebooks: string[][] = [];
  while (waiting.length > 0) {
    const files: string[] = [];
    const strength = new Map<Volume, number>();
    for (;;) {
      const fitting = waiting.filter((one) => files.length + one.files.length <= room);
      const [first] = fitting;
      if (first === undefined) break;
      const best = fitting.reduce((a, b) => ((strength.get(b) ?? 0) > (strength.get(a) ?? 0) ? b : a), first);
      waiting.splice(waiting.indexOf(best), 1);
      files.push(...best.files);
      for (const one of waiting)
        strength.set(one, (strength.get(one) ?? 0) + (tie.get(`${best.title}\n${one.title}`) ?? 0));
    }
    notebooks.push(files);
  }
  return notebooks;
}
