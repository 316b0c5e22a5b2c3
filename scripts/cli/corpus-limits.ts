/** Limits of a notebook as the command line takes them. */
import { type NotebookLimits, notebookLimits, notebookPlans } from '../../shared/corpus/limits.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';

export interface LimitArguments {
  /** `--plan 300`: the account's plan, by the sources that one notebook takes. */
  readonly plan?: string;
  /** `--sources 120`: another number of sources, whatever the plan. */
  readonly sources?: string;
}

export function limitsOf({ plan, sources }: LimitArguments): NotebookLimits {
  const chosen = plan === undefined ? undefined : notebookPlans[plan];
  if (plan !== undefined && chosen === undefined)
    throw new UnusableInput([
      issue('corpus.plan', 'error', '', {
        params: { value: plan, known: Object.keys(notebookPlans).join('、') },
      }),
    ]);
  if (sources !== undefined && !/^[1-9][0-9]{0,4}$/.test(sources))
    throw new UnusableInput([
      issue('cli.usage', 'error', '', {
        params: { reason: `「--sources ${sources}」は、1 以上の数で書きます。`, command: 'corpus ' },
      }),
    ]);
  return {
    ...notebookLimits,
    ...chosen,
    ...(sources === undefined ? {} : { sources: Number(sources) }),
  };
}
