/** Puts the mock server where Google's would be. The scenario is JSON in the address's fragment. */
import { standIn } from '../../sidebar/testing/mock-run.ts';
import { mockRun } from './mock-server.ts';
import { usual } from './mock-state.ts';

standIn(usual, mockRun);
