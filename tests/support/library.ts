/** The shipped data, loaded once for tests. */
import { loadCatalogue, loadTemplate } from '../../scripts/library.ts';

export const catalogue = loadCatalogue();
export const membership = loadTemplate('membership-application', catalogue);
