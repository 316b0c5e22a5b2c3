/** View model of the sender of a message: businesses and applications under way with the address. */
import type { StoredApplication } from '../../apps-script/jobs/book/application.ts';
import { batchByReceipt } from '../../apps-script/jobs/book/batch.ts';
import { openBook } from '../../apps-script/jobs/book/book.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { readBusinesses } from '../../apps-script/jobs/register/businesses.ts';
import { nextState } from '../../shared/change/decide.ts';
import { queueRow } from './queue.ts';
import type { SenderView } from './sender-protocol.ts';

const most = 10;
const folded = (address: string): string => address.trim().toLowerCase();

function addressesOf({ email, record }: StoredApplication): readonly string[] {
  return [email, record.values.email ?? '', record.typed.email ?? ''].map(folded);
}

export function senderView(services: Services, email: string): SenderView {
  const book = openBook(services.workbook);
  const wanted = folded(email);
  const settings = book.settings();
  const batches = batchByReceipt(book.batches());
  const applications = book
    .applications()
    .filter((one) => addressesOf(one).includes(wanted))
    // What was taken back, or has reached the end of the line, is over.
    .filter(
      ({ state }) =>
        state.state === 'returned' ||
        (state.state !== 'withdrawn' && nextState(settings.states, state) !== null),
    )
    .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
    .slice(0, most)
    .map((one) => queueRow(one, batches.get(one.receipt), settings));
  const businesses = readBusinesses(book)
    .filter((one) => folded(one.email) === wanted)
    .slice(0, most)
    .map(({ businessNumber, name, postalAddress, isMember, divisions }) => ({
      businessNumber,
      name,
      address: postalAddress,
      memberLabel: isMember ? '会員' : '会員ではない事業所',
      divisions,
    }));
  return { businesses, applications };
}
