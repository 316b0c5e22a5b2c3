/** Puts the mock server where Google's would be, and the key where doGet puts it. The scenario is JSON in the address's fragment. */
import { standIn } from '../../sidebar/testing/mock-run.ts';
import { mockRun } from './mock-server.ts';
import { usual } from './mock-state.ts';

standIn(usual, mockRun);
const container = document.getElementById('app');
if (container !== null) {
  container.dataset.key = 'mihon-key';
  container.dataset.person = 'mihon@jcci.example';
}
