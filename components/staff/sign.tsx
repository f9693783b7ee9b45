/** Small signs that stand beside words, never instead of them. */
const SHAPES = {
  alert: "M8 1.8 15 14H1ZM8 6v4M8 12v.2",
  done: "M2.5 8.5l3.5 3.5L13.5 4",
  shield: "M8 1.5 13.5 3.5V8c0 3.2-2.4 5.4-5.5 6.5C4.9 13.4 2.5 11.2 2.5 8V3.5Z",
  next: "M6 2.5 11.5 8 6 13.5",
  back: "M10 2.5 4.5 8 10 13.5",
  tray: "M1.5 9.5 4 2.5h8l2.5 7v4h-13ZM1.5 9.5H5l1 2h4l1-2h3.5",
  sheets: "M4.5 4.5v-3h9v10h-3M2.5 4.5h8v10h-8Z",
  plus: "M8 2v12M2 8h12",
  glass: "M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2ZM10.6 10.6 14.5 14.5",
  pin: "M8 14.5c3-3.3 4.5-5.7 4.5-8a4.5 4.5 0 0 0-9 0c0 2.3 1.5 4.7 4.5 8ZM8 4.8v3.4",
  leave: "M6 2H2.5v12H6M6.5 8h7M10.5 5l3 3-3 3",
  globe: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM1.5 8h13M8 1.5c4 4 4 9 0 13M8 1.5c-4 4-4 9 0 13",
  people:
    "M5.5 2a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM1 14v-2c0-1.5 1.5-3 4.5-3s4.5 1.5 4.5 3v2M10.5 2.3a2.5 2.5 0 0 1 0 4.4M12 9.3c2 .4 3 1.6 3 2.7v2",
  lock: "M3 7h10v7.5H3ZM5 7V4.5a3 3 0 0 1 6 0V7M8 10v1.5",
  partners:
    "M5.5 10.5 3 13a2 2 0 0 1-2.8-2.8l3-3a2 2 0 0 1 2.8 0M10.5 5.5 13 3a2 2 0 0 1 2.8 2.8l-3 3a2 2 0 0 1-2.8 0M6 10l4-4",
  keys: "M1.5 4h13v8.5h-13ZM4 6.8v.2M6.6 6.8v.2M9.3 6.8v.2M12 6.8v.2M5 10h6",
  letter: "M1.5 3.5h13v9h-13ZM1.5 4l6.5 5 6.5-5",
  bars: "M3 14V8.5M8 14V2M13 14V5.5",
} as const;

export type SignName = keyof typeof SHAPES;

/** Signs that point somewhere turn with the direction of writing. */
const TURNING = new Set<SignName>(["next", "back", "leave"]);

export function Sign({ name }: { name: SignName }) {
  return (
    <svg
      className={TURNING.has(name) ? "sign sign-turning" : "sign"}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
