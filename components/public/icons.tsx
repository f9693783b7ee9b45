/** Small signs that stand beside words, never instead of them. */
const SHAPES = {
  alert: "M12 3.5 22 20.5H2ZM12 10v4.5M12 17.4v.2",
  done: "M4 12.5l5.5 5.5L20 6.5",
  info: "M12 11v6M12 7.2v.2M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Z",
  leave: "M6 6l12 12M18 6 6 18",
  /* Two sheets that lie across each other, each with lines of its own. */
  languages: "M3 3.5h11v10H3ZM14 9h7v11.5H10v-7M6 7h5M6 10h3M13.5 17h4.5",
} as const;

export function Icon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
