/** What an action of a card works with: one workbook, and the same door to it that the sidebar has. */
import type { Services } from '../../apps-script/jobs/port.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { dispatch } from '../rpc/dispatch.ts';
import { refusedCall } from '../rpc/method-roles.ts';
import { issueView, issueViews } from '../view/issues.ts';
import type { Input, IssueView, MethodName, Outputs, Reply } from '../view/protocol.ts';
import type { CardEvent } from './event.ts';
import type { World } from './world.ts';

/** A call that was not carried out, with the reasons in words. */
export class Refused extends Error {
  readonly issues: readonly IssueView[];

  constructor(issues: readonly IssueView[]) {
    super('refused');
    this.issues = issues;
  }
}

export interface Desk {
  readonly world: World;
  readonly book: string;
  readonly services: Services;
  readonly event: CardEvent;
  /** A call as the sidebar makes it: input checked, role held, noted in 操作記録. Throws Refused. */
  ask<M extends MethodName>(method: M, input: Input<M>): Outputs[M];
  /** Throws Refused where the person's role does not allow the call. */
  mayAsk<M extends MethodName>(method: M, input: Input<M>): void;
}

/** One call on a workbook. */
export const callOn = <M extends MethodName>(services: Services, method: M, input: Input<M>): Reply<M> =>
  // The dispatcher answers with what the method's row answers with.
  dispatch(services, method, input) as Reply<M>;

export function deskOf(world: World, book: string, event: CardEvent): Desk {
  const services = world.at(book);
  return {
    world,
    book,
    services,
    event,
    ask(method, input) {
      const reply = callOn(services, method, input);
      if (!reply.ok) throw new Refused(reply.issues);
      return reply.result;
    },
    mayAsk(method, input) {
      const refusal = refusedCall(services, method, input);
      if (refusal !== null) throw new Refused([issueView(refusal)]);
    },
  };
}

/** The reasons of any failure in words; an unknown error is told by its kind only, since its text may quote an answer. */
export function wordsOf(error: unknown, world: Pick<World, 'log'>, where: string): readonly IssueView[] {
  if (error instanceof Refused) return error.issues;
  if (error instanceof UnusableInput) return issueViews(error.issues);
  const reason = error instanceof Error ? error.name : 'Error';
  world.log(`${where}: ${reason}`);
  return [
    issueView({
      code: 'rpc.failed',
      severity: 'error',
      key: '',
      params: { reason },
      value: '',
      suggestion: '',
    }),
  ];
}
