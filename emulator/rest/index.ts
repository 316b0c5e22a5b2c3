/** The REST face of the local Workspace. */
export type { Account } from './auth.ts';
export type { RestFace, RestOptions } from './face.ts';
export { createRest } from './face.ts';
export type { Fault, FaultKind, FaultPlan } from './faults.ts';
export { faultKinds, noFaults, seededFaults } from './faults.ts';
export type { ScriptFile, ScriptProject, ScriptVersion } from './script.ts';
export { answerRest, type RestServer, startRest } from './server.ts';
