/** The shape of methods: each a job and the view it answers with. */
import type { Services } from '../../apps-script/jobs/port.ts';
import type { Input, MethodName, Outputs } from '../view/protocol.ts';

export type MethodsOf<Names extends MethodName> = {
  readonly [M in Names]: (services: Services, input: Input<M>) => Outputs[M];
};
