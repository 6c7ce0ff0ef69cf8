// Reads the month as it is told in month.md: files that platforms and banks sent, commands that were given, and what the
// books had to say afterwards. Prose between the blocks is for people.

/** ```file NAME MAPPING [words]```: one row a line, its cells between bars. */
export interface StoryFile {
  readonly name: string;
  readonly mapping: string;
  readonly words: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** ```run```: a command line, and below it what must be so. */
export interface StoryRun {
  readonly argv: readonly string[];
  readonly expect: readonly string[];
}

export interface StoryStep {
  readonly title: string;
  readonly files: readonly StoryFile[];
  readonly runs: readonly StoryRun[];
}

/** Steps begin with `## `; blocks stand between fences. */
export function readStory(markdown: string): StoryStep[] {
  const [, ...sections] = markdown.split(/^## /m);
  return sections.map((section) => {
    const blocks = [...section.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(
      ([, kind, words = '', body = '']) => {
        return { kind, words: words.split(' '), lines: body.split('\n').filter((line) => line.trim() !== '') };
      },
    );
    return {
      title: section.slice(0, section.indexOf('\n')),
      files: blocks.filter(({ kind }) => kind === 'file').map(({ words, lines }) => fileOf(words, lines)),
      runs: blocks.filter(({ kind }) => kind === 'run').flatMap(({ lines }) => runsOf(lines)),
    };
  });
}

function fileOf([name = '', mapping = '', ...words]: readonly string[], lines: readonly string[]): StoryFile {
  return { name, mapping, words, rows: lines.map((line) => line.split('|').map((cell) => cell.trim())) };
}

/** Commands stand at the left, what must be so is indented below them. */
function runsOf(lines: readonly string[]): StoryRun[] {
  const runs: { argv: string[]; expect: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith(' ')) runs.at(-1)?.expect.push(line.trim());
    else runs.push({ argv: line.replace(/^clearsheet /, '').split(/\s+/), expect: [] });
  }
  return runs;
}
