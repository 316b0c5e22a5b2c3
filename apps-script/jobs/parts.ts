/** Jobs that are loaded when they are first needed. */
import { loadPart } from 'cci:project';
import type * as forms from './forms/index.ts';
import type * as register from './register/part.ts';
import type * as release from './release/part.ts';
import type * as survey from './survey/part.ts';

/** Jobs of the register: taking its answers in, sending, importing. */
export const registerJobs = (): typeof register => loadPart('Register').jobs as typeof register;

/** Jobs about forms: how they stand. */
export const formJobs = (): typeof forms => loadPart('Forms').jobs as typeof forms;

/** Releases of JCCI's: what a workbook took, and the agent that looks for new ones. */
export const releaseJobs = (): typeof release => loadPart('Release').jobs as typeof release;

/** Surveys: their forms, rounds, answers and tables. */
export const surveyJobs = (): typeof survey => loadPart('Survey').jobs as typeof survey;
