/** Before the sidebar: its mock server, with hostile texts in every reply. */
import '../../addon/sidebar/testing/mock-page.ts';
import './hostile-run.ts';
