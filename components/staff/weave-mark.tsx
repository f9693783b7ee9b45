/** Two threads over two: the product's motif at its smallest. Decoration, so it says nothing to a screen reader. */
export function WeaveMark() {
  return (
    <svg
      className="weave-mark"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path className="weft" d="M2 8h20M2 16h20" />
      <path className="warp" d="M8 2v4M8 10v12M16 2v12M16 18v4" />
    </svg>
  );
}
