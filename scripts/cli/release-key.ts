/** `cci release key`: the address under which one of JCCI's people opens the console. Reaches no service and changes nothing. */
import { operatorKey } from '../../shared/release/hmac.ts';
import { sameAddress } from '../../shared/settings/roles.ts';
import { isMailable } from '../../shared/text/mailable.ts';
import { refuse } from '../google/refuse.ts';
import { readConfig, readMaster } from '../release/config.ts';
import type { ExitCode } from './outcome.ts';

export interface ReleaseKeyArguments {
  readonly config: string;
  /** Whose it is. */
  readonly person: string;
}

export function releaseKeyCommand({ config, person }: ReleaseKeyArguments): ExitCode {
  const who = sameAddress(person);
  if (!isMailable(who)) refuse('access.address', { person });
  const { address } = readConfig(config);
  const key = operatorKey(readMaster(), who);
  process.stdout.write(
    [
      `${who} の「配布の状況」のアドレス（ほかの人には渡さないでください）：`,
      `${address}?page=console&who=${encodeURIComponent(who)}&key=${key}`,
      '',
    ].join('\n'),
  );
  return 0;
}
