// Who books: the name given with --author, else the one under which this computer knows the user.
import { userInfo } from 'node:os';

export function authorOf(given: string | undefined): string {
  return given ?? nameOnComputer();
}

/** Empty where the computer has no name for the user, as in some containers. */
function nameOnComputer(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
