import { Sign } from "./sign";

/** The way back to the list that a page belongs to. */
export const BackLink = ({ href, children }: { href: string; children: string }) => (
  <p className="back">
    <a href={href}>
      <Sign name="back" />
      {children}
    </a>
  </p>
);
