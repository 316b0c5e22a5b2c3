/** 点検: how the chamber's work stands, a line a check, and what mends it. */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { Services } from '../port.ts';
import { checkOrder, type Finding, findingsOf } from './checks.ts';
import { type Depth, look, type Seen } from './look.ts';
import { mends } from './mend.ts';
import { type CheckId, checkWords } from './words.ts';

export interface HealthLine extends Finding {
  /** The check, and the form it is about: `open:<form id>`. */
  readonly id: string;
  readonly check: CheckId;
  /** True when `mend` has something to do here. */
  readonly canMend: boolean;
}

function lines(seen: Seen): readonly HealthLine[] {
  return checkOrder.flatMap((check) =>
    findingsOf(check, seen).map((found): HealthLine => {
      const isWell = found.state === 'ok' || found.state === 'info';
      return {
        ...found,
        check,
        id: found.subject === undefined ? check : `${check}:${found.subject.id}`,
        canMend: !isWell && found.byHand !== true && mends[check] !== undefined,
      };
    }),
  );
}

/** Looks, and says what it makes of what was seen; 今日 looks at less (`look.ts`). */
export const checkHealth = (
  services: Services,
  depth: Depth = 'all',
): { readonly seen: Seen; readonly lines: readonly HealthLine[] } => {
  const seen = look(services, depth);
  return { seen, lines: lines(seen) };
};

const refuse = (code: string, id: string): never => {
  throw new UnusableInput([issue(code, 'error', '', { params: { id } })]);
};

const isCheck = (name: string): name is CheckId => Object.keys(checkWords).includes(name);

/**
 * Mends what one line says; what is well already is left as it is.
 * Throws UnusableInput `health.unknown`, `health.by-hand`, and what the work itself refuses.
 */
export function mend(services: Services, id: string): void {
  const [name = '', formId = ''] = id.split(':');
  const check = isCheck(name) ? name : refuse('health.unknown', id);
  const { label } = checkWords[check];
  const work = mends[check] ?? refuse('health.by-hand', label);
  const line = checkHealth(services).lines.find((one) => one.id === id) ?? refuse('health.unknown', label);
  if (line.state === 'ok' || line.state === 'info') return;
  if (line.byHand === true) refuse('health.by-hand', label);
  work(services, formId);
}
