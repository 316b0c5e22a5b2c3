/** Before the page of forms: its mock server, with hostile texts in every reply. */
import '../../addon/forms/testing/mock-page.ts';
import './hostile-run.ts';
