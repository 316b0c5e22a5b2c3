/** Limits of a notebook as the command line takes them. */
import { type NotebookLimits, notebookLimits } from '../../shared/corpus/limits.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';

/** `--sources 300`: how many sources the account's plan takes. */
export function limitsOf(sources: string | undefined): NotebookLimits {
  if (sources === undefined) return notebookLimits;
  if (!/^[1-9][0-9]{0,4}$/.test(sources))
    throw new UnusableInput([
      issue('cli.usage', 'error', '', {
        params: { reason: `「--sources ${sources}」は、1 以上の数で書きます。`, command: 'corpus ' },
      }),
    ]);
  return { ...notebookLimits, sources: Number(sources) };
}
