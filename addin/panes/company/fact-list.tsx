// Sentences below one another: what holds, in plain words.
import { useStyles } from '../styles.ts';

export function FactList({ sentences }: { readonly sentences: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence} className={styles.grow}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
