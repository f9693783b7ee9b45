import { Text, type View } from "@react-pdf/renderer";
import type { ComponentProps } from "react";
import { familiesAt, guarded, type Size } from "./faces";

type WordsProps = {
  size: Size;
  rtl: boolean;
  bold?: boolean;
  muted?: boolean;
  /** Numbers stand at the end of their column. */
  end?: boolean;
  width?: number | string;
  children: string;
};

type Style = NonNullable<ComponentProps<typeof View>["style"]>;

/** Text of any of our languages, in the direction of the file. */
export function Words({ size, rtl, bold, muted, end, width, children }: WordsProps) {
  const style = {
    direction: rtl ? "rtl" : "ltr",
    textAlign: rtl === !end ? "right" : "left",
    fontFamily: familiesAt(size),
    fontSize: size,
    fontWeight: bold ? 700 : 400,
    lineHeight: 1.35,
    color: muted ? "#5a5266" : "#211a2b",
    ...(width !== undefined && { width }),
  } as unknown as Style;
  return <Text style={style}>{guarded(children)}</Text>;
}
