/** How much a number is beside the largest of its table. Drawn, because the page's policy allows no inline style. */
export function Bar({ value, most }: { value: number; most: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={(100 * value) / most} height="1" />
    </svg>
  );
}
