// The ribbon's commands. A command has no window of its own: what it does is seen in the pane.
import type { Session } from './session.ts';

/** Associates the function names of manifest.xml. The session may still be starting when the user clicks. */
export function associateCommands(session: Promise<Session>): void {
  Office.actions.associate('reconcileSheet', (event: Office.AddinCommands.Event) => {
    void runCommand(event, async () => (await session).reconcile());
  });
}

async function runCommand(event: Office.AddinCommands.Event, command: () => Promise<void>): Promise<void> {
  try {
    await Promise.all([showPane(), command()]);
  } finally {
    event.completed(); // else the button stays dead
  }
}

/** Opens the pane where Office can. Where it cannot, the result is there when the user opens it. */
async function showPane(): Promise<void> {
  try {
    await (Office.addin as Office.Addin | undefined)?.showAsTaskpane();
  } catch {
    // The pane stays closed; the command goes on, and its result worksheets are shown by Excel itself.
  }
}
