// What a view asks of the server: told, failed, asked again, and about something else.
import { act, renderHook } from '@testing-library/react';
import { useAsked } from '../../../addin/panes/library/use-asked.ts';

/** A server that answers when it is told to, in any order. */
class SlowServer {
  private readonly waiting: { readonly tell: (text: string) => void; readonly fail: (error: Error) => void }[] = [];

  readonly ask = () => new Promise<string>((tell, fail) => this.waiting.push({ tell, fail }));
  readonly answer = (question: number, text: string) => act(async () => this.waiting[question]?.tell(text));
  readonly refuse = (question: number) => act(async () => this.waiting[question]?.fail(new Error('gone')));
}

function askAbout(about: string) {
  const server = new SlowServer();
  const { result, rerender } = renderHook((now: string) => useAsked(server.ask, now), { initialProps: about });
  return {
    ...{ server, askAbout: rerender },
    shown: () => (result.current[0].state === 'told' ? result.current[0].value : result.current[0].state),
    askAgain: () => act(() => result.current[1]()),
  };
}

test('asked again, the last answer stands until the new one is there', async () => {
  const { server, shown, askAgain } = askAbout('contracts');
  expect(shown()).toBe('asking');
  await server.answer(0, 'one contract');
  askAgain();
  expect(shown()).toBe('one contract');
  await server.answer(1, 'two contracts');
  expect(shown()).toBe('two contracts');
});

test('about something else, nothing old is shown', async () => {
  const { server, shown, askAbout: askNext } = askAbout('momo');
  await server.answer(0, 'of momo');
  askNext('pchome');
  expect(shown()).toBe('asking');
  await server.answer(1, 'of pchome');
  expect(shown()).toBe('of pchome');
});

test('a failure is shown, and gone while it is tried again', async () => {
  const { server, shown, askAgain } = askAbout('contracts');
  await server.answer(0, 'one contract');
  askAgain();
  await server.refuse(1);
  expect(shown()).toBe('failed');
  askAgain();
  expect(shown()).toBe('asking');
});

test('an older answer that comes late is worth nothing', async () => {
  const { server, shown, askAgain } = askAbout('contracts');
  askAgain();
  await server.answer(1, 'new');
  await server.answer(0, 'old');
  expect(shown()).toBe('new');
});
