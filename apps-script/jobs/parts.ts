/** Jobs that are loaded when they are first needed. */
import { loadPart } from 'cci:project';
import type * as forms from './forms/index.ts';
import type * as register from './register/part.ts';

/** Jobs of the register: taking its answers in, sending, importing. */
export const registerJobs = (): typeof register => loadPart('Register').jobs as typeof register;

/** Jobs about forms: how they stand. */
export const formJobs = (): typeof forms => loadPart('Forms').jobs as typeof forms;
