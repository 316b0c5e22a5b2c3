/** Jobs that are loaded when they are first needed. */
import { loadPart } from 'cci:project';
import type * as register from './register/part.ts';

/** Jobs of the register: taking its answers in, sending, importing. */
export const registerJobs = (): typeof register => loadPart('Register').jobs as typeof register;
