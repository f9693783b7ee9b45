/** What is printed of a page that shows a letter: the letter, and nothing else. */
export const Paper = ({ text }: { text: string }) => (
  <article className="paper" dir="auto">
    {text}
  </article>
);
